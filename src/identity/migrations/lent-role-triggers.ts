/** What the database itself holds of a lent role: two different administrators, and at most a day. */

export const isAdministrator = (id: string): string =>
  `exists (select 1 from person_rights r where r.id = ${id} and not r.withdrawn
     and r.roles like '%"administrator"%'
     and r.revision = (select max(n.revision) from person_rights n where n.id = r.id))`;

const CONTINUES = `exists (select 1 from lent_role b where b.id = new.id
     and b.revision = new.revision - 1 and not b.withdrawn and b.person_id = new.person_id
     and b.role = new.role and b.hours = new.hours and b.asked_by = new.asked_by`;

/** @param tooLong whether the end lies more than the hours after the start */
function refusals(tooLong: string): readonly (readonly [message: string, condition: string])[] {
  return [
    [
      'lent_role: two administrators',
      `new.revision = 1 and (new.agreed_by is not null or new.withdrawn
         or new.recorded_by <> 'person:' || new.asked_by or not ${isAdministrator('new.asked_by')}
         or ${isAdministrator('new.person_id')})
       or new.revision > 1 and not new.withdrawn and (new.agreed_by is null
         or new.recorded_by <> 'person:' || new.agreed_by or not ${isAdministrator('new.agreed_by')}
         or ${isAdministrator('new.person_id')} or not ${CONTINUES} and b.agreed_by is null))
       or new.withdrawn and new.revision > 1 and (
         not ${isAdministrator('substr(new.recorded_by, 8)')} or not ${CONTINUES}
           and coalesce(b.agreed_by, '') = coalesce(new.agreed_by, '')
           and coalesce(b.ends_at, '') = coalesce(new.ends_at, '')))`,
    ],
    [
      'lent_role: too long',
      `not new.withdrawn and new.starts_at is not null
         and (new.starts_at <> new.recorded_at or ${tooLong})`,
    ],
  ];
}

const ON_SQLITE = refusals(
  `julianday(new.ends_at) - julianday(new.starts_at) > new.hours / 24.0 + 0.00001`,
);
const ON_POSTGRES = refusals(
  `new.ends_at::timestamptz - new.starts_at::timestamptz > make_interval(hours => new.hours)`,
);

export const SQLITE_LENT_ROLE: Readonly<Record<string, string>> = {
  lent_role_two_administrators: `
    create trigger "lent_role_two_administrators" before insert on "lent_role"
    begin
      ${ON_SQLITE.map(([message, on]) => `select raise(abort, '${message}') where ${on};`).join('\n')}
    end`,
};

export const POSTGRES_LENT_ROLE_FUNCTION = `
  create function lent_role_two_administrators() returns trigger language plpgsql as $$
  begin
    ${ON_POSTGRES.map(
      ([message, on]) =>
        `if ${on} then raise exception '${message}' using errcode = '23514'; end if;`,
    ).join('\n')}
    return new;
  end $$`;

export const POSTGRES_LENT_ROLE: Readonly<Record<string, string>> = {
  lent_role_two_administrators: `
    create trigger "lent_role_two_administrators" before insert on "lent_role"
    for each row execute function lent_role_two_administrators()`,
};
