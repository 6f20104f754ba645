/**
 * What PostgreSQL itself holds of the journal; see `sqlite-triggers.ts`. Two sessions do not see
 * each other's rows: what both add to one entry is looked at once more when they commit. The lines
 * of an entry are those from 1 to its number of postings, so that a late one has a higher number.
 */
export const POSTGRES_FUNCTIONS: readonly string[] = [
  `create function ledger_posting_sealed() returns trigger language plpgsql as $$
   begin
     if exists (select 1 from ledger_entry where id = new.entry_id) then
       raise exception 'ledger: entry is sealed' using errcode = '23514', constraint = 'ledger_posting_sealed';
     end if;
     insert into ledger_balance as b (assignment_id, month, cents)
     values (new.assignment_id, to_char(new.effective_on, 'YYYY-MM'), new.cents)
     on conflict (assignment_id, month) do update set cents = b.cents + excluded.cents;
     return new;
   end $$`,
  `create function ledger_entry_sound() returns trigger language plpgsql as $$
   declare period_id varchar(7) := to_char(new.effective_on, 'YYYY-MM');
   begin
     if not exists (
       select 1 from ledger_posting p join ledger_assignment a on a.id = p.assignment_id
       where p.entry_id = new.id group by p.entry_id
       having count(*) = new.postings and count(*) >= 2 and sum(p.cents) = 0
         and sum(p.cents * a.off_balance) = 0
         and min(p.effective_on) = new.effective_on and max(p.effective_on) = new.effective_on
         and min(p.line) = 1 and max(p.line) = count(*)
     ) then
       raise exception 'ledger: unbalanced' using errcode = '23514', constraint = 'ledger_entry_sound';
     end if;
     perform 1 from ledger_period where id = period_id for key share;
     if not found then
       perform 1 from ledger_hold where id = 'periods' for key share;
       insert into ledger_period (id) values (period_id) on conflict do nothing;
       perform 1 from ledger_period where id = period_id for key share;
     end if;
     if exists (select 1 from ledger_closing where period >= period_id) then
       raise exception 'ledger: period closed' using errcode = '23514', constraint = 'ledger_period_closed';
     end if;
     insert into ledger_unchained (item_id, item_kind) values (new.id, 'entry');
     return new;
   end $$`,
  `create function ledger_posting_closed() returns trigger language plpgsql as $$
   begin
     if not exists (
       select 1 from ledger_entry e where e.id = new.entry_id and new.line <= e.postings
     ) then
       raise exception 'ledger: unbalanced' using errcode = '23514', constraint = 'ledger_posting_closed';
     end if;
     return null;
   end $$`,
  `create function ledger_item_waits() returns trigger language plpgsql as $$
   begin
     insert into ledger_unchained (item_id, item_kind) values (new.id, tg_argv[0]);
     return null;
   end $$`,
  `create function ledger_chain_links() returns trigger language plpgsql as $$
   declare before ledger_chain;
   begin
     select * into before from ledger_chain order by sequence desc limit 1;
     if new.sequence <> coalesce(before.sequence, 0) + 1
       or before.hash <> new.previous_hash or before.recorded_at > new.recorded_at then
       raise exception 'ledger: chain broken' using errcode = '23514', constraint = 'ledger_chain_links';
     end if;
     return new;
   end $$`,
];

export const POSTGRES_TRIGGERS: Readonly<Record<string, string>> = {
  ledger_posting_sealed: `
    create trigger "ledger_posting_sealed" before insert on "ledger_posting"
    for each row execute function ledger_posting_sealed()`,
  ledger_posting_closed: `
    create constraint trigger "ledger_posting_closed" after insert on "ledger_posting"
    deferrable initially deferred for each row execute function ledger_posting_closed()`,
  ledger_entry_sound: `
    create trigger "ledger_entry_sound" before insert on "ledger_entry"
    for each row execute function ledger_entry_sound()`,
  ledger_account_waits: `
    create trigger "ledger_account_waits" after insert on "ledger_account"
    for each row execute function ledger_item_waits('account')`,
  ledger_closing_waits: `
    create trigger "ledger_closing_waits" after insert on "ledger_closing"
    for each row execute function ledger_item_waits('closing')`,
  ledger_chain_links: `
    create trigger "ledger_chain_links" before insert on "ledger_chain"
    for each row execute function ledger_chain_links()`,
};
