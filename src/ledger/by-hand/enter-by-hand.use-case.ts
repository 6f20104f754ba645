import { Injectable } from '@nestjs/common';
import { sumCents } from '../../domain/money/cents.js';
import { AuditTrail, type AuditChange } from '../../identity/identity.js';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FactRefused } from '../../programmes/programmes.errors.js';
import { Ledger } from '../ledger.js';
import { EntryUnbalanced } from '../ledger.errors.js';
import { handFindings, imbalanceOf, type HandEntry } from './hand-entry.rules.js';
import { LineDirectory } from './line-directory.js';

export type { HandEntry } from './hand-entry.rules.js';

/**
 * "Von Hand buchen": the exception, for what no use case covers. It shows as such in the journal,
 * its reason is its text, and the sums of a line do not refuse it.
 */
@Injectable()
export class EnterByHandUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly lines: LineDirectory,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the id of the entry; the same command again returns the same id
   * @throws FactRefused at each field, EntryUnbalanced, PeriodClosed, CommandReused
   */
  async execute(change: FactChange, entry: HandEntry): Promise<string> {
    return this.unitOfWork.once(commandOf('enter-by-hand', change, entry), (tx) =>
      this.enter(tx, change, entry),
    );
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, entry: HandEntry): Promise<void> {
    await this.unitOfWork.rehearse((tx) => this.enter(tx, change, entry));
  }

  private async enter(tx: Tx, { by, key, reason }: FactChange, entry: HandEntry): Promise<string> {
    ensureSound(entry);
    const id = await this.ledger.append(tx, {
      effectiveOn: entry.effectiveOn,
      kind: 'adjustment',
      subject: entry.document === undefined ? 'by-hand' : `document:${entry.document}`,
      text: reason,
      actors: { entered: by },
      commandKey: key,
      postings: await this.lines.completed(tx, entry.postings),
    });
    this.audit.record(tx, {
      ...{ action: 'entered', object: { kind: 'entry', id } },
      ...{ by, reason, commandKey: key },
      changes: enteredValues(entry),
    });
    return id;
  }
}

/** The day, and what was moved, for the audit trail; the entry itself says the rest. */
function enteredValues({ effectiveOn, postings }: HandEntry): readonly AuditChange[] {
  const debits = postings.map(({ cents: amount }) => amount).filter((amount) => amount > 0n);
  return [
    { field: 'effectiveOn', new: effectiveOn },
    { field: 'movedCents', new: sumCents(debits).toString() },
  ];
}

/** @throws FactRefused, EntryUnbalanced */
function ensureSound(entry: HandEntry): void {
  const findings = handFindings(entry);
  if (findings.length > 0) {
    throw new FactRefused(findings.map((finding) => ({ ...finding, severity: 'error' })));
  }
  const imbalance = imbalanceOf(entry.postings);
  if (imbalance !== undefined) throw new EntryUnbalanced({ ...imbalance, pointer: '/postings' });
}
