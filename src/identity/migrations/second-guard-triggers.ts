/**
 * What the database itself holds of people beside the code: who judges holds the role in which they
 * do, nobody holds roles that exclude each other, nobody is signed in without an open account, and the
 * audit trail's chain only grows at its end.
 */

const newest = (table: string, alias: string): string =>
  `not ${alias}.withdrawn and ${alias}.revision =
     (select max(n.revision) from ${table} n where n.id = ${alias}.id)`;

/** @param ref "person:01J…" */
const account = (ref: string): string =>
  `exists (select 1 from person_rights r where r.id = substr(${ref}, 8)
     and ${newest('person_rights', 'r')}`;

const holdsRole = (ref: string): string =>
  `${account(ref)} and r.roles like '%"' || new.role || '"%')`;

const ROLE_NOT_HELD = `new.act <> 'entered' and not coalesce(
  new.role = case when new.act = 'released' then 'treasury'
    when new.act in ('certified', 'ordered', 'countersigned') then 'approver' else new.role end
  and (new.acting_for is null and ${holdsRole('new.actor')}
    or new.acting_for is null and ${account('new.actor')}) and exists (
      select 1 from lent_role l where l.person_id = substr(new.actor, 8) and l.role = new.role
        and l.starts_at <= new.at and l.ends_at > new.at and ${newest('lent_role', 'l')})
    or ${account('new.actor')}) and ${holdsRole('new.acting_for')} and exists (
      select 1 from deputy d where d.person_id = substr(new.actor, 8)
        and d.for_person_id = substr(new.acting_for, 8) and d.role = new.role
        and d.agreed_by is not null and ${newest('deputy', 'd')})), false)`;

const TOGETHER = `replace(replace(replace(new.roles, '"officer"', ''), '"approver"', ''), '"controller"', '')`;

const ROLES_APART = `
  not (new.roles in ('["treasury"]', '["partner"]', '["auditor"]', '["administrator"]')
    or ${TOGETHER} in ('[]', '[,]', '[,,]'))
  or (new.roles = '["partner"]') <> (new.partner_id is not null)
  or new.is_lead and new.roles <> '["partner"]'
  or new.revision > 1 and not exists (select 1 from person_rights b
    where b.id = new.id and b.revision = new.revision - 1)`;

const NO_ACCOUNT = `not ${account("'person:' || new.person_id")})`;

const CHAIN_BROKEN = `
  new.sequence <> coalesce((select max(sequence) from audit_chain), 0) + 1
  or exists (select 1 from audit_chain b
    where b.sequence = new.sequence - 1 and b.hash <> new.previous_hash)`;

export const AUDIT_CHAIN_BROKEN = 'audit_chain: does not follow';

/** A guard: before or after each row that comes in. */
interface Guard {
  readonly name: string;
  readonly when: 'before' | 'after';
  readonly table: string;
  readonly condition: string;
  readonly message: string;
}

/** After the row where other guards tell more of what is wrong, and come before it. */
const GUARDS: readonly Guard[] = [
  {
    ...{ name: 'act_role_held', when: 'after', table: 'act' },
    ...{ condition: ROLE_NOT_HELD, message: 'act: role not held' },
  },
  {
    ...{ name: 'person_rights_together', when: 'after', table: 'person_rights' },
    ...{ condition: ROLES_APART, message: 'person_rights: roles apart' },
  },
  {
    ...{ name: 'session_of_account', when: 'before', table: 'session' },
    ...{ condition: NO_ACCOUNT, message: 'session: no open account' },
  },
  {
    ...{ name: 'audit_chain_follows', when: 'before', table: 'audit_chain' },
    ...{ condition: CHAIN_BROKEN, message: AUDIT_CHAIN_BROKEN },
  },
];

export const SQLITE_SECOND_GUARDS: Readonly<Record<string, string>> = Object.fromEntries(
  GUARDS.map(({ name, when, table, condition, message }) => [
    name,
    `create trigger "${name}" ${when} insert on "${table}"
     begin select raise(abort, '${message}') where ${condition}; end`,
  ]),
);

export const POSTGRES_SECOND_GUARD_FUNCTIONS: readonly string[] = GUARDS.map(
  ({
    name,
    condition,
    message,
  }) => `create function ${name}() returns trigger language plpgsql as $$
   begin
     if ${condition} then
       raise exception '${message}' using errcode = '23514', constraint = '${name}';
     end if;
     return new;
   end $$`,
);

export const POSTGRES_SECOND_GUARDS: Readonly<Record<string, string>> = Object.fromEntries(
  GUARDS.map(({ name, when, table }) => [
    name,
    `create trigger "${name}" ${when} insert on "${table}"
     for each row execute function ${name}()`,
  ]),
);
