/**
 * What the database itself holds of a deputising: the represented person says it, or an administrator
 * does and somebody else agrees, who is another administrator or the represented person.
 */
import { isAdministrator } from './lent-role-triggers.js';

export const DEPUTY_SECOND_WORD = 'deputy: second word needed';

const CONTINUES = `exists (select 1 from deputy b where b.id = new.id
    and b.revision = new.revision - 1 and not b.withdrawn and b.person_id = new.person_id
    and b.for_person_id = new.for_person_id and b.role = new.role
    and b.from_on = new.from_on and b.to_on = new.to_on`;

const REFUSED = `not coalesce(case
  when new.revision = 1 then not new.withdrawn and (
    new.agreed_by is null and ${isAdministrator('substr(new.recorded_by, 8)')}
    or new.agreed_by = new.for_person_id and new.recorded_by = 'person:' || new.for_person_id)
  when new.withdrawn then ${CONTINUES}
    and coalesce(b.agreed_by, '') = coalesce(new.agreed_by, ''))
  else new.recorded_by = 'person:' || new.agreed_by and new.agreed_by <> new.person_id
    and (new.agreed_by = new.for_person_id or ${isAdministrator('new.agreed_by')})
    and ${CONTINUES} and b.agreed_by is null and b.recorded_by <> new.recorded_by)
  end, false)`;

export const SQLITE_DEPUTY: Readonly<Record<string, string>> = {
  deputy_second_word: `
    create trigger "deputy_second_word" before insert on "deputy"
    begin select raise(abort, '${DEPUTY_SECOND_WORD}') where ${REFUSED}; end`,
};

export const POSTGRES_DEPUTY_FUNCTION = `
  create function deputy_second_word() returns trigger language plpgsql as $$
  begin
    if ${REFUSED} then
      raise exception '${DEPUTY_SECOND_WORD}' using errcode = '23514', constraint = 'deputy_second_word';
    end if;
    return new;
  end $$`;

export const POSTGRES_DEPUTY: Readonly<Record<string, string>> = {
  deputy_second_word: `
    create trigger "deputy_second_word" before insert on "deputy"
    for each row execute function deputy_second_word()`,
};
