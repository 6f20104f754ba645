import { Injectable } from '@nestjs/common';
import { BookChecks, type BookCheck, type CheckReport } from '../../platform/checks/book-check.js';
import { catalogIn } from '../../platform/checks/guards.check.js';
import { ensureGuards, type Guards } from '../../platform/checks/stored-triggers.js';
import { AppConfig } from '../../platform/config/app-config.js';
import type { Reader } from '../../platform/database/reader.js';
import {
  POSTGRES_ACCOUNT_CHANGE,
  POSTGRES_ACCOUNT_CHANGE_FUNCTIONS,
  SQLITE_ACCOUNT_CHANGE,
} from '../migrations/account-change-triggers.js';
import {
  POSTGRES_FOUR_EYES,
  POSTGRES_FOUR_EYES_FUNCTIONS,
  SQLITE_FOUR_EYES,
} from '../migrations/four-eyes-triggers.js';
import {
  POSTGRES_LENT_ROLE,
  POSTGRES_LENT_ROLE_FUNCTION,
  SQLITE_LENT_ROLE,
} from '../migrations/lent-role-triggers.js';

interface Breach {
  readonly kind: string;
  readonly id: string;
  readonly actor: string;
  readonly done: string;
  readonly earlier: string;
}

/** The same person with two different acts on one case, or on a part of what they released. */
const SAME_PERSON = `
  select a.subject_kind as "kind", a.subject_id as "id", a.actor as "actor", a.act as "done",
    e.act as "earlier"
  from act a join act e on e.subject_kind = a.subject_kind and e.subject_id = a.subject_id
    and e.actor = a.actor and e.act < a.act
  where not (e.act = 'certified' and a.act = 'ordered' and a.one_person_rule is not null)
  union all
  select r.subject_kind, r.subject_id, r.actor, r.act, e.act
  from act r join act_part p on p.subject_kind = r.subject_kind and p.subject_id = r.subject_id
    join act e on e.subject_kind = p.part_kind and e.subject_id = p.part_id
      and e.actor = r.actor and e.act <> 'released'
  where r.act = 'released'`;

const NO_PERSON = `
  select a.subject_kind as "kind", a.subject_id as "id", a.actor as "actor", a.act as "done",
    '' as "earlier"
  from act a left join person p on a.actor = 'person:' || p.id
  where a.act <> 'entered' and p.id is null`;

/** What keeps people apart by itself. */
const GUARDS: Guards = {
  sqlite: { ...SQLITE_FOUR_EYES, ...SQLITE_LENT_ROLE, ...SQLITE_ACCOUNT_CHANGE },
  postgres: { ...POSTGRES_FOUR_EYES, ...POSTGRES_LENT_ROLE, ...POSTGRES_ACCOUNT_CHANGE },
  functions: [
    ...[...POSTGRES_FOUR_EYES_FUNCTIONS, POSTGRES_LENT_ROLE_FUNCTION],
    ...POSTGRES_ACCOUNT_CHANGE_FUNCTIONS,
  ],
};

/** Whether all that people did to cases was done by different people (R31). */
@Injectable()
export class FourEyesCheck implements BookCheck {
  readonly name = 'Vier Augen';

  constructor(
    checks: BookChecks,
    private readonly config: AppConfig,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const catalog = catalogIn(reader, this.config.database.kind);
    await ensureGuards(catalog, GUARDS, report);
    for (const { kind, id, actor, done, earlier } of await reader.all<Breach>(SAME_PERSON)) {
      report.broken({
        place: `Vorgang ${kind} ${id}`,
        expected: 'zwei verschiedene Personen',
        found: `${actor} mit „${earlier}“ und „${done}“`,
      });
    }
    for (const { kind, id, actor, done } of await reader.all<Breach>(NO_PERSON)) {
      const found = `„${done}“ durch ${actor}`;
      report.broken({ place: `Vorgang ${kind} ${id}`, expected: 'eine Person mit Konto', found });
    }
    const [count] = await reader.all<{ n: string | number }>('select count(*) as n from act');
    const acts = Number(count?.n ?? 0);
    return `${acts.toLocaleString('de-DE')} ${acts === 1 ? 'Handlung' : 'Handlungen'}`;
  }
}
