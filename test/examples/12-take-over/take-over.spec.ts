import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { LedgerQueries, type BalanceFilter } from '../../../src/ledger/ledger.queries.js';
import { CorrectTakeOverUseCase } from '../../../src/take-over/correct-take-over.use-case.js';
import { RecordTakeOverUseCase } from '../../../src/take-over/record-take-over.use-case.js';
import { TakeOverQueries } from '../../../src/take-over/take-over.queries.js';
import { changeOf } from '../../support/amending.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { AWO, GIVEN_2025, LUENEN, NOTICE_LINE, takeOver2025 } from '../../support/taking-over.js';
import { sidesOf } from '../ledger-story.js';

appOnEachDatabase({ given: GIVEN_2025 }, (app) => {
  const balances = async (filter: BalanceFilter = {}) =>
    sidesOf(await app().get(LedgerQueries).balances(filter));
  const entries = async () => (await app().get(TakeOverQueries).takeOver('kim-2025')).entries;

  it('begins with what was granted and what is committed', async () => {
    expect(await balances()).toEqual({
      commitments: '330.000,00',
      'commitments-contra': '-330.000,00',
      earmarked: '-990.000,00',
      'land-claims': '990.000,00',
    });
  });

  it('refuses what the treasury does not say, with the figures and the difference', async () => {
    const wrong = { ...NOTICE_LINE, treasuryBalanceCents: parseEuro('399.570,00') };
    const taking = app()
      .get(RecordTakeOverUseCase)
      .execute(changeOf('typo'), takeOver2025({ noticeLines: [wrong] }));
    const refused = (await refusalOf(taking)).replaceAll('\u00a0', ' ');
    expect(refused).toContain('"path":"noticeLines[0].treasuryBalance"');
    expect(refused).toContain(
      'vom Land 660.000,00 € − ausgezahlt 261.250,00 € − zurückgezahlt 0,00 € + von Partnern zurück ' +
        '1.000,00 € = 399.750,00 €; die Kasse nennt 399.570,00 €: Unterschied -180,00 €.',
    );
    expect(await balances({ account: 'advances' })).toEqual({});
  });

  it('takes the cases over once the treasury agrees', async () => {
    await app().get(RecordTakeOverUseCase).execute(changeOf('cases'), takeOver2025());
    expect(await balances({ allocationLine: LUENEN.line })).toEqual({
      advances: '275.000,00',
      'in-transit': '-68.750,00',
      cash: '-206.250,00',
    });
    expect(await balances({ allocationLine: AWO.line })).toEqual({
      'recovery-claims': '1.689,56',
      earmarked: '52.310,44',
      cash: '-54.000,00',
    });
    expect(await balances()).toEqual({
      advances: '275.000,00',
      cash: '399.750,00',
      earmarked: '-635.000,00',
      'in-transit': '-68.750,00',
      'land-claims': '330.000,00',
      opening: '-300.000,00',
      'recovery-claims': '1.689,56',
      'refunds-owed': '-2.689,56',
    });
  });

  it('posts one entry per case, which names its document', async () => {
    const posted = await entries();
    expect([...posted.keys()].toSorted()).toEqual([
      'awo-kim-2/2025',
      'kim-2-2025',
      'luenen-kim-2/2025',
    ]);
    const rows = await app().reader.all<{ subject: string; text: string; effective_on: string }>(
      'select subject, text, effective_on from ledger_entry where id = ?',
      [posted.get('luenen-kim-2/2025') ?? ''],
    );
    expect(rows).toEqual([
      {
        subject: 'take-over:kim-2025',
        text: expect.stringContaining('Beleg: Kassenliste vom 31.12.2025') as string,
        effective_on: '2025-12-31',
      },
    ]);
  });

  it('reverses and posts anew what is corrected, and leaves the rest', async () => {
    const before = await entries();
    const awo = { ...AWO, returnedCents: parseEuro('1.500,00') };
    const notice = { ...NOTICE_LINE, treasuryBalanceCents: parseEuro('400.250,00') };
    await app()
      .get(CorrectTakeOverUseCase)
      .execute(changeOf('found'), takeOver2025({ lines: [LUENEN, awo], noticeLines: [notice] }));
    const after = await entries();
    expect(after.get('luenen-kim-2/2025')).toBe(before.get('luenen-kim-2/2025'));
    expect(after.get('awo-kim-2/2025')).not.toBe(before.get('awo-kim-2/2025'));
    expect(await balances({ allocationLine: AWO.line })).toMatchObject({
      'recovery-claims': '1.189,56',
      cash: '-53.500,00',
    });
    const reversals = await app().reader.all<{ reverses: string }>(
      "select reverses from ledger_entry where kind = 'reversal'",
    );
    expect(reversals.map(({ reverses }) => reverses)).toContain(before.get('awo-kim-2/2025'));
  });
});
