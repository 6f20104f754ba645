import { Sequencer } from '../../../../src/ledger/chain/sequencer.js';
import { Ledger, type NewEntry } from '../../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { chainAnew } from '../../../support/chain-anew.js';
import { chainedIn } from '../../../support/chained-in.js';
import { anEntry } from '../../../support/entries.js';
import { appOnEachDatabase } from '../../../support/open-app.js';
import { enterSampleLedger } from '../../../support/sample-ledger.js';
import { tamperWith, type Tampering } from '../../../support/tampering.js';
import { ledgerReport } from '../../../support/verify-ledger.js';

/** What stays wrong although the chain was computed anew over it. */
appOnEachDatabase({}, (app) => {
  let hand: Tampering;

  beforeAll(async () => {
    await enterSampleLedger(app());
    hand = await tamperWith(app());
  });

  const append = async (entry: NewEntry): Promise<string> => {
    const id = await app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).append(tx, entry));
    await chainedIn(app().reader);
    return id;
  };
  /** What is told after the statements with their hashes, and whether it is gone after the others. */
  const toldAfter = async (change: string[], back: string[]): Promise<readonly string[]> => {
    await hand.change(...change);
    await chainAnew(app(), hand);
    const { discrepancies } = await ledgerReport(app());
    await hand.change(...back);
    await chainAnew(app(), hand);
    expect((await ledgerReport(app())).discrepancies).toEqual([]);
    return discrepancies.map(({ expected, found }) => `${expected} | ${found}`);
  };

  it('tells a closing that counts wrong, and an entry that came into a closed month', async () => {
    const counted = await toldAfter(
      ['update ledger_closing set entries = 2'],
      ['update ledger_closing set entries = 3'],
    );
    expect(counted).toContain('schließt 3 Buchungen ab | 2');
    const entry = `(select id from ledger_entry where kind = 'payment')`;
    const move = (day: string, from: string, to: string): string[] => [
      `update ledger_entry set effective_on = '${day}' where id = ${entry}`,
      `update ledger_posting set effective_on = '${day}' where entry_id = ${entry}`,
      `update ledger_balance set month = '${to}' where month = '${from}' and assignment_id in
        (select assignment_id from ledger_posting where entry_id = ${entry})`,
    ];
    const closed = await toldAfter(
      move('2025-02-02', '2025-04', '2025-02'),
      move('2025-04-02', '2025-02', '2025-04'),
    );
    expect(closed).toContain('wirksam nach dem abgeschlossenen Monat 2025-03 | 2025-02-02');
  });

  it('tells a reversal that takes back another entry than it mirrors', async () => {
    const id = await append(
      anEntry({ cash: '9,00', 'cost-income': '-9,00' }, { on: '2025-06-01' }),
    );
    const [reversal] = await hand.all<{ id: string; reverses: string }>(
      'select id, reverses from ledger_entry where reverses is not null',
    );
    const set = (reverses = ''): string[] => [
      `update ledger_entry set reverses = '${reverses}' where id = '${reversal?.id ?? ''}'`,
    ];
    const told = await toldAfter(set(id), set(reversal?.reverses));
    expect(told.join()).toContain('nimmt eine frühere Buchung zurück');
    expect(told.join()).toContain('mit umgekehrtem Vorzeichen | andere Zeilen');
  });

  it('notes sums that entries by hand overdrew, and tells those that others did', async () => {
    const line = { allocationLine: 'hand', budgetYear: 2025, contract: 'hand' };
    const id = await append(
      anEntry(
        { advances: '-3,00', cash: '3,00' },
        { on: '2025-06-01', dimensions: line, text: 'Fehlgriff' },
      ),
    );
    const { brokenCount, notes } = await ledgerReport(app());
    expect(brokenCount).toBe(0);
    expect(notes).toContain(
      `Vertragszeile hand, 2025: Geleistete Vorauszahlungen: -3,00\u00a0€, ` +
        `erwartet nicht im Haben; von Hand gebucht mit ${id}.`,
    );
    expect(notes.join()).toContain(`${id}, wirksam am 2025-06-01, erfasst von system:test: Fehlgr`);
    const set = (kind: string): string[] => [
      `update ledger_entry set kind = '${kind}' where id = '${id}'`,
    ];
    const told = await toldAfter(set('order'), set('adjustment'));
    expect(told[0]).toContain(`nicht im Haben | -3,00\u00a0€, zuletzt bewegt von Buchung ${id}`);
    expect(told[1]).toContain('angeordnet = abgerechnet');
  });

  it('tells what waits for its place in the chain for longer than seconds', async () => {
    const id = await append(
      anEntry({ cash: '2,00', 'cost-income': '-2,00' }, { on: '2026-01-01' }),
    );
    const [link] = await hand.all<{ sequence: string }>(
      `select sequence from ledger_chain where item_id = '${id}'`,
    );
    expect(link).toBeDefined();
    await app().get(Sequencer).onModuleDestroy(); // nobody looks for what was left behind
    await hand.change(
      `delete from ledger_chain where item_id = '${id}'`,
      `insert into ledger_unchained (item_id, item_kind) values ('${id}', 'entry')`,
    );
    app().clock.moveTo('2026-03-02T11:00:00.000Z');
    const { discrepancies } = await ledgerReport(app());
    expect(discrepancies).toEqual([
      { place: `Buchung ${id}`, expected: 'nach Millisekunden in der Kette', found: 'wartet noch' },
    ]);
  });

  it('tells a trigger, or what it calls, that has its name and does nothing', async () => {
    const neutered =
      app().engine === 'postgres'
        ? [
            `create or replace function ledger_chain_links() returns trigger language plpgsql
             as $$ begin return new; end $$`,
            `create or replace trigger ledger_entry_append_only before update on ledger_entry
             for each statement execute function refuse_change()`,
          ]
        : [
            'drop trigger ledger_chain_links',
            `create trigger ledger_chain_links before insert on ledger_chain begin select 1; end`,
            'drop trigger ledger_entry_no_update',
            `create trigger ledger_entry_no_update before update on ledger_entry
             when new.id = 'x' begin select raise(abort, 'ledger_entry: append-only'); end`,
          ];
    for (const statement of neutered) await hand.exec(statement);
    const { discrepancies } = await ledgerReport(app());
    const told = discrepancies.map(({ place, found }) => `${place}: ${found}`);
    expect(told.filter((text) => /^(Trigger|Funktion)/.test(text))).toEqual(
      app().engine === 'postgres'
        ? [
            'Funktion ledger_chain_links: lautet anders',
            'Trigger ledger_entry_append_only: lautet anders',
          ]
        : [
            'Trigger ledger_chain_links: lautet anders',
            'Trigger ledger_entry_no_update: lautet anders',
          ],
    );
  });

  it('tells a trigger that is missing', async () => {
    const on = app().engine === 'postgres' ? ' on ledger_posting' : '';
    await hand.exec(`drop trigger ledger_posting_sealed${on}`);
    const { discrepancies } = await ledgerReport(app());
    expect(discrepancies).toContainEqual({
      place: 'Trigger ledger_posting_sealed',
      expected: 'steht in der Datenbank und wirkt',
      found: 'fehlt oder ist abgeschaltet',
    });
  });
});
