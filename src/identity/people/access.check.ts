import { Injectable } from '@nestjs/common';
import { BookChecks, type BookCheck, type CheckReport } from '../../platform/checks/book-check.js';
import { catalogIn } from '../../platform/checks/guards.check.js';
import { ensureGuards, type Guards } from '../../platform/checks/stored-triggers.js';
import { AppConfig } from '../../platform/config/app-config.js';
import type { Reader } from '../../platform/database/reader.js';
import { AGREED_BEFORE } from '../deputies/deputy.entity.js';
import {
  POSTGRES_DEPUTY,
  POSTGRES_DEPUTY_FUNCTION,
  SQLITE_DEPUTY,
} from '../migrations/deputy-triggers.js';
import {
  POSTGRES_SECOND_GUARD_FUNCTIONS,
  POSTGRES_SECOND_GUARDS,
  SQLITE_SECOND_GUARDS,
} from '../migrations/second-guard-triggers.js';
import { STARTER } from './demo-accounts.js';

interface Untold {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  readonly by: string;
}

/** What gives rights, by table and by the word that the trail has for it. */
const RIGHTS = [
  ['person_rights', 'person'],
  ['deputy', 'deputy'],
  ['lent_role', 'lent-role'],
  ['api_token', 'token'],
] as const;

/** The people that the start puts into an example book are one event that counts. */
const UNTOLD_RIGHTS = RIGHTS.map(
  ([table, kind]) => `
  select '${kind}' as "kind", f.id as "id", f.revision as "revision", f.recorded_by as "by"
  from ${table} f where (f.recorded_by <> '${STARTER}' or f.revision > 1) and not exists (
    select 1 from audit_event e where e.object_kind = '${kind}' and e.object_id = f.id
      and e.revision_after = f.revision and e.actor = f.recorded_by)`,
).join(' union all ');

/** A deputising that is in force by the word of one person, who is not the represented one. */
const ONE_WORD = `
  select d.id as "id", d.revision as "revision", d.recorded_by as "by" from deputy d
  join deputy f on f.id = d.id and f.revision = 1
  where d.agreed_by is not null and d.agreed_by <> '${AGREED_BEFORE}' and (
    d.agreed_by = d.person_id or d.agreed_by <> d.for_person_id
      and 'person:' || d.agreed_by = f.recorded_by
    or d.revision = 1 and d.recorded_by <> 'person:' || d.for_person_id)`;

const UNTOLD_SESSIONS = `
  select s.id as "id", s.person_id as "personId" from session s where s.id not in (
    select e.part_id from audit_event e where e.action = 'signed-in' and e.part_id is not null)`;

/** What the database refuses by itself, whoever writes. */
const GUARDS: Guards = {
  sqlite: { ...SQLITE_SECOND_GUARDS, ...SQLITE_DEPUTY },
  postgres: { ...POSTGRES_SECOND_GUARDS, ...POSTGRES_DEPUTY },
  functions: [...POSTGRES_SECOND_GUARD_FUNCTIONS, POSTGRES_DEPUTY_FUNCTION],
};

/** Whether every right and every session stands in the audit trail: none was put past the product. */
@Injectable()
export class AccessCheck implements BookCheck {
  readonly name = 'Rechte und Sitzungen';

  constructor(
    checks: BookChecks,
    private readonly config: AppConfig,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const catalog = catalogIn(reader, this.config.database.kind);
    await ensureGuards(catalog, GUARDS, report);
    for (const { kind, id, revision, by } of await reader.all<Untold>(UNTOLD_RIGHTS)) {
      report.broken({
        place: `${kind} ${id}, Stand ${revision}`,
        expected: `steht im Protokoll als Handlung von ${by}`,
        found: 'fehlt dort',
      });
    }
    for (const { id, revision, by } of await reader.all<Omit<Untold, 'kind'>>(ONE_WORD)) {
      report.broken({
        place: `deputy ${id}, Stand ${revision}`,
        expected: 'die Bestätigung durch eine zweite Person',
        found: `nur das Wort von ${by}`,
      });
    }
    const sessions = await reader.all<{ id: string; personId: string }>(UNTOLD_SESSIONS);
    for (const { id, personId } of sessions) {
      report.broken({
        place: `Sitzung ${id} von person:${personId}`,
        expected: 'eine Anmeldung im Protokoll',
        found: 'keine',
      });
    }
    const [count] = await reader.all<{ n: string | number }>(
      'select count(*) as n from person_rights',
    );
    return `${Number(count?.n ?? 0).toLocaleString('de-DE')} Stände von Rechten`;
  }
}
