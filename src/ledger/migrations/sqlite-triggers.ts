/**
 * What SQLite itself holds of the journal. Postings are written first and the entry last: its
 * insert sees the sums, refuses what is not balanced, and seals it.
 */
export const SQLITE_TRIGGERS: Readonly<Record<string, string>> = {
  ledger_posting_sealed: `
    create trigger "ledger_posting_sealed" before insert on "ledger_posting"
    when exists (select 1 from ledger_entry where id = new.entry_id)
    begin select raise(abort, 'ledger: entry is sealed'); end`,
  ledger_posting_counted: `
    create trigger "ledger_posting_counted" after insert on "ledger_posting"
    begin
      insert into ledger_balance (assignment_id, month, cents)
      values (new.assignment_id, substr(new.effective_on, 1, 7), new.cents)
      on conflict (assignment_id, month) do update set cents = cents + excluded.cents;
    end`,
  ledger_entry_sound: `
    create trigger "ledger_entry_sound" before insert on "ledger_entry"
    begin
      select raise(abort, 'ledger: unbalanced') where not exists (
        select 1 from ledger_posting p join ledger_assignment a on a.id = p.assignment_id
        where p.entry_id = new.id group by p.entry_id
        having count(*) = new.postings and count(*) >= 2 and sum(p.cents) = 0
          and sum(p.cents * a.off_balance) = 0
          and min(p.effective_on) = new.effective_on and max(p.effective_on) = new.effective_on
          and min(p.line) = 1 and max(p.line) = count(*)
      );
      select raise(abort, 'ledger: period closed')
      where exists (select 1 from ledger_closing where period >= substr(new.effective_on, 1, 7));
      insert into ledger_period (id) select substr(new.effective_on, 1, 7)
      where not exists (select 1 from ledger_period where id = substr(new.effective_on, 1, 7));
      insert into ledger_unchained (item_id, item_kind) values (new.id, 'entry');
    end`,
  ledger_account_waits: `
    create trigger "ledger_account_waits" after insert on "ledger_account"
    begin insert into ledger_unchained (item_id, item_kind) values (new.id, 'account'); end`,
  ledger_closing_waits: `
    create trigger "ledger_closing_waits" after insert on "ledger_closing"
    begin insert into ledger_unchained (item_id, item_kind) values (new.id, 'closing'); end`,
  ledger_chain_links: `
    create trigger "ledger_chain_links" before insert on "ledger_chain"
    begin
      select raise(abort, 'ledger: chain broken')
      where new.sequence <> coalesce((select max(sequence) from ledger_chain), 0) + 1;
      select raise(abort, 'ledger: chain broken') from ledger_chain
      where sequence = new.sequence - 1
        and (hash <> new.previous_hash or recorded_at > new.recorded_at);
    end`,
};
