/**
 * Who entered an entry by hand stands in the entry itself, hashed: nobody else is written down as
 * the one who entered it, so that nobody countersigns their own.
 */

const OF_AN_ENTRY = `new.subject_kind = 'ledger-entry' and new.act = 'entered'`;

export const SQLITE_COUNTERSIGNING: Readonly<Record<string, string>> = {
  act_ledger_entry_entered: `
    create trigger "act_ledger_entry_entered" before insert on "act" when ${OF_AN_ENTRY}
    begin
      select raise(abort, 'ledger: entered by another') where not exists (
        select 1 from ledger_entry e where e.id = new.subject_id
          and json_extract(e.actors, '$.entered') = new.actor);
    end`,
};

export const POSTGRES_COUNTERSIGNING_FUNCTION = `
  create function act_ledger_entry_entered() returns trigger language plpgsql as $$
  begin
    if ${OF_AN_ENTRY} and not exists (
      select 1 from ledger_entry e where e.id = new.subject_id
        and e.actors::json ->> 'entered' = new.actor
    ) then
      raise exception 'ledger: entered by another' using errcode = '23514';
    end if;
    return new;
  end $$`;

export const POSTGRES_COUNTERSIGNING: Readonly<Record<string, string>> = {
  act_ledger_entry_entered: `
    create trigger "act_ledger_entry_entered" before insert on "act"
    for each row execute function act_ledger_entry_entered()`,
};
