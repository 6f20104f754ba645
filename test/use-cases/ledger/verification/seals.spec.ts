import { Ledger } from '../../../../src/ledger/ledger.js';
import { SealBookUseCase } from '../../../../src/ledger/seal-book.use-case.js';
import { VerifyBookUseCase } from '../../../../src/ledger/verify-book.use-case.js';
import { parseSeal, sealText, type Seal } from '../../../../src/ledger/verification/seal.rules.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import type { Instant } from '../../../../src/domain/calendar/instant.js';
import { chainAnew } from '../../../support/chain-anew.js';
import { chainedIn } from '../../../support/chained-in.js';
import { anEntry } from '../../../support/entries.js';
import { appOnEachDatabase } from '../../../support/open-app.js';
import { enterSampleLedger } from '../../../support/sample-ledger.js';
import { tamperWith, type Tampering } from '../../../support/tampering.js';
import { isSound } from '../../../support/verify-ledger.js';

appOnEachDatabase({}, (app) => {
  let hand: Tampering;
  let seal: Seal;

  beforeAll(async () => {
    await enterSampleLedger(app());
    hand = await tamperWith(app());
    await chainedIn(app().reader);
    app().clock.moveTo('2026-03-03T12:00:00.000Z');
    seal = await app().get(SealBookUseCase).execute();
  });

  const againstSeal = async () => {
    const verdicts = await app()
      .get(VerifyBookUseCase)
      .execute({ seals: [{ source: 'siegel.json', seal }] });
    const verdict = verdicts.find(({ name }) => name === 'Siegel');
    return { broken: verdict?.broken.map(({ found }) => found), notes: verdict?.notes };
  };
  const append = async (): Promise<string> => {
    const entry = anEntry({ cash: '1,00', 'cost-income': '-1,00' }, { on: '2026-02-01' });
    const id = await app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).append(tx, entry));
    await chainedIn(app().reader);
    return id;
  };

  it('says count, head hash and day, and can be written and read as a file', async () => {
    const rows = await app().reader.all('select sequence from ledger_chain');
    expect(seal).toMatchObject({ format: 1, count: rows.length, day: '2026-03-03' });
    expect(parseSeal(sealText(seal))).toEqual(seal);
    expect(parseSeal(sealText(seal).replace('"count"', '"amount"'))).toBeUndefined();
    expect(parseSeal('kein JSON')).toBeUndefined();
  });

  it('finds nothing in the book that it was taken of', async () => {
    expect(await againstSeal()).toEqual({
      broken: [],
      notes: ['Seit dem Siegel siegel.json vom 2026-03-03 kamen hinzu: keine Buchung.'],
    });
  });

  it('tells who entered how much since', async () => {
    app().clock.moveTo('2026-03-04T08:00:00.000Z');
    await append();
    expect(await againstSeal()).toEqual({
      broken: [],
      notes: ['Seit dem Siegel siegel.json vom 2026-03-03 kamen hinzu: system:test: 1.'],
    });
  });

  it('finds an entry that says it was recorded before the seal', async () => {
    await hand.change(
      `update ledger_chain set recorded_at = '2026-03-02T10:00:00.000Z'
       where sequence = ${seal.count + 1}`,
    );
    await chainAnew(app(), hand, seal.count + 1);
    expect(await isSound(app())).toBe(true); // the chain alone does not see it
    expect((await againstSeal()).broken).toEqual(['2026-03-02T10:00:00.000Z']);
  });

  it('finds a book whose chain was computed anew', async () => {
    await hand.change(`update ledger_entry set text = 'anders' where kind = 'payment'`);
    expect(await isSound(app())).toBe(false);
    await chainAnew(app(), hand, 1);
    expect(await isSound(app())).toBe(true);
    expect((await againstSeal()).broken).toEqual([
      expect.stringContaining('die Kette ist eine andere'),
    ]);
  });

  it('finds a tail that was cut off', async () => {
    const before = await app().get(SealBookUseCase).execute();
    const cut = await append();
    seal = await app().get(SealBookUseCase).execute();
    await removeLast(hand, cut);
    expect(await isSound(app())).toBe(true);
    expect(await app().get(SealBookUseCase).execute()).toMatchObject({ count: before.count });
    expect((await againstSeal()).broken).toEqual([`${before.count}: am Ende fehlen 1`]);
  });

  it('finds the seal of another book', async () => {
    seal = await app().get(SealBookUseCase).execute();
    seal = { ...seal, book: { ...seal.book, madeAt: '2020-01-01T00:00:00.000Z' as Instant } };
    expect((await againstSeal()).broken).toHaveLength(1);
  });
});

/** Takes the newest entry out of all tables, balances too. */
async function removeLast(hand: Tampering, id: string): Promise<void> {
  const postings = await hand.all<{ assignment_id: string; cents: string | number }>(
    `select assignment_id, cents from ledger_posting where entry_id = '${id}'`,
  );
  await hand.change(
    ...postings.map(
      ({ assignment_id: assignment, cents }) =>
        `update ledger_balance set cents = cents - (${cents})
         where assignment_id = '${assignment}' and month = '2026-02'`,
    ),
    `delete from ledger_posting where entry_id = '${id}'`,
    `delete from ledger_entry where id = '${id}'`,
    `delete from ledger_chain where item_id = '${id}'`,
  );
}
