import type { Engine } from '../../platform/database/engine.js';
import { ROLES } from '../roles.rules.js';
import { isAdministrator } from './lent-role-triggers.js';

/**
 * What the database itself holds of "two administrators": how a change is asked for and agreed to,
 * and that nothing of it happens without. What the console or the office's directory states is no
 * person's; a partner's lead people look after their own organisation.
 */

const NEEDED = 'account: second administrator';

const CONTINUES = `exists (select 1 from account_change b where b.id = new.id
     and b.revision = new.revision - 1 and not b.withdrawn and b.agreed_by is null
     and b.kind = new.kind and b.person_id = new.person_id and b.asked_by = new.asked_by
     and b.person_revision = new.person_revision and b.roles is not distinct from new.roles)`;

const NO_SUCH_STEP = `
  new.revision = 1 and (new.agreed_by is not null or new.withdrawn
    or new.recorded_by <> 'person:' || new.asked_by or not ${isAdministrator('new.asked_by')})
  or new.revision > 1 and not new.withdrawn and (new.agreed_by is null
    or new.recorded_by <> 'person:' || new.agreed_by or not ${isAdministrator('new.agreed_by')}
    or not ${CONTINUES})
  or new.revision > 1 and new.withdrawn and (new.agreed_by is not null
    or not ${isAdministrator('substr(new.recorded_by, 8)')} or not ${CONTINUES})`;

/** Agreed to by whoever does it now, in the transaction of this moment. */
const agreed = (kinds: string, person: string, by: string, at: string): string =>
  `exists (select 1 from account_change c where c.kind in (${kinds}) and c.person_id = ${person}
     and c.agreed_by is not null and not c.withdrawn and c.recorded_by = ${by} and c.recorded_at = ${at}`;

/** The newest rights of somebody; `r` in the condition. */
const rights = (person: string, condition: string): string =>
  `exists (select 1 from person_rights r where r.id = ${person} and ${condition}
     and r.revision = (select max(n.revision) from person_rights n where n.id = r.id))`;

const OFFICE_ROLES = ROLES.filter((role) => role !== 'partner');

const GIVES_OFFICE_ROLE = OFFICE_ROLES.map(
  (role) =>
    `new.roles like '%"${role}"%' and not ${rights('new.id', `not r.withdrawn and r.roles like '%"${role}"%'`)}`,
).join('\n     or ');

const hasOfficeRole = (person: string): string =>
  rights(
    person,
    `not r.withdrawn and (${OFFICE_ROLES.map((role) => `r.roles like '%"${role}"%'`).join(' or ')})`,
  );

const isSomebodys = (person: string): string =>
  `(exists (select 1 from credential k where k.person_id = ${person}) or ${hasOfficeRole(person)})`;

const IS_LEAD_OF_BOTH = `exists (select 1 from person_rights l join person_rights m
     on m.partner_id = l.partner_id and m.id = new.person_id
     where 'person:' || l.id = new.issued_by and l.is_lead and not l.withdrawn
       and l.revision = (select max(n.revision) from person_rights n where n.id = l.id)
       and m.revision = (select max(n.revision) from person_rights n where n.id = m.id))`;

interface Guard {
  readonly name: string;
  readonly when: string;
  readonly message: string;
  readonly refusedIf: string;
}

const GUARDS: readonly Guard[] = [
  {
    name: 'account_change_steps',
    when: 'before insert on "account_change"',
    message: NEEDED,
    refusedIf: NO_SUCH_STEP,
  },
  {
    name: 'person_rights_by_two',
    when: 'before insert on "person_rights"',
    message: NEEDED,
    refusedIf: `new.recorded_by like 'person:%' and not new.withdrawn and (${GIVES_OFFICE_ROLE})
      and not ${agreed(`'rights', 'reopening'`, 'new.id', 'new.recorded_by', 'new.recorded_at')}
        and c.roles = new.roles)`,
  },
  {
    name: 'one_time_link_by_two',
    when: 'before insert on "one_time_link"',
    message: NEEDED,
    refusedIf: `new.issued_by like 'person:%' and ${isSomebodys('new.person_id')}
      and not ${IS_LEAD_OF_BOTH}
      and not ${agreed(`'link'`, 'new.person_id', 'new.issued_by', 'new.issued_at')})`,
  },
  {
    name: 'person_profile_by_two',
    when: 'before update of "mail" on "person_profile"',
    message: NEEDED,
    refusedIf: `new.mail is not null and new.mail is distinct from old.mail
      and old.directory_subject is null and ${isSomebodys('new.person_id')}
      and not exists (select 1 from account_change c
        join account_change_profile p on p.change_id = c.id and p.mail = new.mail
        where c.kind = 'profile' and c.person_id = new.person_id and c.agreed_by is not null)`,
  },
  {
    name: 'second_factor_by_two',
    when: 'before delete on "second_factor"',
    message: NEEDED,
    refusedIf: `old.confirmed_at is not null and ${rights('old.person_id', 'not r.withdrawn')}
      and (old.removed_by is null or old.removed_by like 'person:%'
        and old.removed_by <> 'person:' || old.person_id
        and not ${agreed(`'factor'`, 'old.person_id', 'old.removed_by', 'old.removed_at')}))`,
  },
];

const refused = (on: Engine, { name, message, refusedIf }: Guard): string =>
  on === 'sqlite'
    ? `select raise(abort, '${message}') where ${refusedIf};`
    : `create function ${name}() returns trigger language plpgsql as $$
       begin
         if ${refusedIf} then raise exception '${message}' using errcode = '23514'; end if;
         if tg_op = 'DELETE' then return old; end if;
         return new;
       end $$`;

export const SQLITE_ACCOUNT_CHANGE: Readonly<Record<string, string>> = Object.fromEntries(
  GUARDS.map((guard) => [
    guard.name,
    `create trigger "${guard.name}" ${guard.when} begin ${refused('sqlite', guard)} end`,
  ]),
);

export const POSTGRES_ACCOUNT_CHANGE_FUNCTIONS: readonly string[] = GUARDS.map((guard) =>
  refused('postgres', guard),
);

export const POSTGRES_ACCOUNT_CHANGE: Readonly<Record<string, string>> = Object.fromEntries(
  GUARDS.map(({ name, when }) => [
    name,
    `create trigger "${name}" ${when} for each row execute function ${name}()`,
  ]),
);

/** Told by the triggers; the module's refusals know it. */
export const SECOND_ADMINISTRATOR_NEEDED = NEEDED;
