import { Injectable } from '@nestjs/common';
import { BookChecks, type BookCheck, type CheckReport } from '../../platform/checks/book-check.js';
import { catalogIn } from '../../platform/checks/guards.check.js';
import { ensureGuards, type Guards } from '../../platform/checks/stored-triggers.js';
import { AppConfig } from '../../platform/config/app-config.js';
import type { Reader } from '../../platform/database/reader.js';
import {
  POSTGRES_COUNTERSIGNING,
  POSTGRES_COUNTERSIGNING_FUNCTION,
  SQLITE_COUNTERSIGNING,
} from '../migrations/countersigning-triggers.js';
import { COUNTERSIGNATURES, SUBJECT_KINDS } from './countersigning.rules.js';
import { countHandCases, openHandCases, type HandCase } from './hand-cases.js';

const WANTED = `${COUNTERSIGNATURES} Gegenzeichnungen von Personen der Anordnung`;

/** That an entry's own word on who entered it is the act that keeps them from countersigning. */
const GUARDS: Guards = {
  sqlite: SQLITE_COUNTERSIGNING,
  postgres: POSTGRES_COUNTERSIGNING,
  functions: [POSTGRES_COUNTERSIGNING_FUNCTION],
};

/** Whether whatever was entered by hand was countersigned by two others (design §6). */
@Injectable()
export class CountersigningCheck implements BookCheck {
  readonly name = 'Gegenzeichnung der Buchungen von Hand';

  constructor(
    checks: BookChecks,
    private readonly config: AppConfig,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const catalog = catalogIn(reader, this.config.database.kind);
    await ensureGuards(catalog, GUARDS, report);
    const open = await openHandCases(reader);
    for (const each of open) {
      const found = each.given === 0 ? 'keine' : each.given.toString();
      report.broken({ place: placeOf(each), expected: WANTED, found });
    }
    const all = await countHandCases(reader);
    return `${all.toLocaleString('de-DE')} von Hand, ${open.length.toLocaleString('de-DE')} offen`;
  }
}

function placeOf({ kind, id, entries }: HandCase): string {
  if (kind === SUBJECT_KINDS.entry) return `Buchung ${id} von Hand`;
  return `Einlesen ${id} mit ${entries.toLocaleString('de-DE')} Buchungen von Hand`;
}
