import { Injectable } from '@nestjs/common';
import { formatEuro } from '../domain/money/amount-text.js';
import { ZERO_CENTS } from '../domain/money/cents.js';
import { Ledger, Standing, type LineScope } from '../ledger/ledger.js';
import { BookChecks, type BookCheck, type CheckReport } from '../platform/checks/book-check.js';
import type { Reader } from '../platform/database/reader.js';
import { bookedExcess } from './commitment-excess.rules.js';
import { commitmentsOf, type Commitment } from './commitment-postings.rules.js';
import { readContracts } from './contract.reading.js';

const ACCOUNTS = ['commitments'] as const;
const PREFIX = 'allocation-line:';

/** What contracts bind is what the ledger has of them, by line and year. */
@Injectable()
export class ContractsCheck implements BookCheck {
  readonly name = 'Verträge und ihre Bindungen';

  constructor(
    checks: BookChecks,
    private readonly ledger: Ledger,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const wanted = new Map<LineScope, Commitment>();
    for (const { fact } of await readContracts(reader)) {
      for (const [scope, commitment] of commitmentsOf(fact)) wanted.set(scope, commitment);
    }
    const standing = new Standing({
      all: await this.ledger.sums(reader, { accounts: ACCOUNTS }),
      own: await this.ledger.sums(reader, { accounts: ACCOUNTS, kinds: ['commitment'] }),
    });
    for (const scope of new Set([...wanted.keys(), ...standing.scopes()])) {
      if (scope.startsWith(PREFIX)) tellLine(report, scope, wanted.get(scope), standing);
    }
    return `${wanted.size} Bindungen`;
  }
}

/** More than is bound may stand only where it was ordered before: somebody decides on its return. */
function tellLine(
  report: CheckReport,
  scope: LineScope,
  commitment: Commitment | undefined,
  standing: Standing,
): void {
  const bound = commitment?.cents ?? ZERO_CENTS;
  const booked = standing.ownOf('commitments', scope);
  if (bound === booked) return;
  const place = `Vertragszeile ${scope.slice(PREFIX.length).replace('/', ', ')}`;
  const excess = bookedExcess(scope, bound, standing);
  if (excess !== undefined) {
    const told = `${formatEuro(excess.excessCents)} mehr angeordnet, als der Vertrag bindet`;
    report.note(`${place}: ${told} (${formatEuro(bound)}); Rückforderung prüfen.`);
    return;
  }
  const [expected, found] = [`${formatEuro(bound)} gebunden`, `${formatEuro(booked)} gebucht`];
  report.broken({ place, expected, found });
}
