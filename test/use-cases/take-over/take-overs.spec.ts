import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { WithdrawNoticeUseCase } from '../../../src/grants/withdraw-notice.use-case.js';
import { LineWatchers } from '../../../src/contracts/contracts.js';
import type { Discrepancy } from '../../../src/platform/checks/book-check.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { TakeOverCheck } from '../../../src/take-over/take-over.check.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { CorrectTakeOverUseCase } from '../../../src/take-over/correct-take-over.use-case.js';
import { RecordTakeOverUseCase } from '../../../src/take-over/record-take-over.use-case.js';
import { TakeOverExporter } from '../../../src/take-over/take-over.exporter.js';
import { TakeOverQueries } from '../../../src/take-over/take-over.queries.js';
import { WithdrawTakeOverUseCase } from '../../../src/take-over/withdraw-take-over.use-case.js';
import { sidesOf } from '../../examples/ledger-story.js';
import { changeOf } from '../../support/amending.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import {
  AWO,
  GIVEN_2025,
  LUENEN,
  NOTICE_LINE,
  takenLine,
  takeOver2025,
} from '../../support/taking-over.js';

const BEFORE = {
  commitments: '330.000,00',
  'commitments-contra': '-330.000,00',
  earmarked: '-990.000,00',
  'land-claims': '990.000,00',
};

appOnEachDatabase({ given: GIVEN_2025 }, (app) => {
  const record = (key: string, given = takeOver2025()) =>
    app().get(RecordTakeOverUseCase).execute(changeOf(key), given);
  const standing = async () => sidesOf(await app().get(LedgerQueries).balances());
  const entries = async () => {
    const [row] = await app().reader.all<{ count: string | number }>(
      'select count(*) as count from ledger_entry',
    );
    return Number(row?.count);
  };

  describe('what cannot be', () => {
    const said = async (given: Parameters<typeof takeOver2025>[0]) =>
      (await refusalOf(record('wrong', takeOver2025(given)))).replaceAll('\u00a0', ' ');

    it.each([
      ['more paid than ordered', { paidCents: parseEuro('275.000,01') }, 'lines[0].paid'],
      ['more ordered than agreed', { orderedCents: parseEuro('275.000,01') }, 'lines[0].ordered'],
      ['a claim on what is proven', { claimedCents: parseEuro('275.000,01') }, 'lines[0].claimed'],
      ['recourse without proof', { regressCents: parseEuro('1,00') }, 'lines[0].regress'],
      ['more returned than claimed', { returnedCents: parseEuro('1,00') }, 'lines[0].returned'],
      ['a year without the line', { year: 2031 }, 'lines[0].year'],
      ['a line that nobody has', { line: 'luenen-kim-9' }, 'lines[0].line'],
    ])('is refused at its field: %s', async (_, wrong, path) => {
      expect(await said({ lines: [{ ...LUENEN, ...wrong }, AWO] })).toContain(`"path":"${path}"`);
    });

    it('is refused: more earned and returned than granted', async () => {
      const notice = { ...NOTICE_LINE, ownCostCents: parseEuro('990.000,00') };
      expect(await said({ noticeLines: [notice] })).toContain('bewilligt sind 990.000,00 €');
    });

    it('is refused: a line without the notice line that pays for it', async () => {
      expect(await said({ noticeLines: [] })).toContain('„kim-2-2025“ bezahlt; sie fehlt');
    });

    it('leaves nothing behind', async () => {
      expect(await standing()).toEqual(BEFORE);
    });
  });

  it('warns of lines of which it says nothing', async () => {
    const notice = { ...NOTICE_LINE, treasuryBalanceCents: parseEuro('453.750,00') };
    const warnings = await app()
      .get(RecordTakeOverUseCase)
      .rehearse(changeOf('half'), takeOver2025({ lines: [LUENEN], noticeLines: [notice] }));
    expect(warnings.map(({ message }) => message)).toEqual([
      'Über diese Zeilen sagt die Übernahme nichts: awo-kim-2 (2025).',
    ]);
    expect(await standing()).toEqual(BEFORE);
  });

  it('is entered once, however often the same command comes', async () => {
    const before = await entries();
    await Promise.all([record('once'), record('once'), record('once')]);
    expect(await entries()).toBe(before + 3);
  });

  it('refuses a second one under its key, and a case that was taken over', async () => {
    await expect(record('again')).rejects.toMatchObject({ code: 'take-over.taken' });
    const other = takeOver2025({ id: 'kim-2025-b' });
    expect(await refusalOf(record('other', other))).toContain('ist schon im Buch');
  });

  it('reads back as it was stated, and the same file adds nothing', async () => {
    const [read] = await app().get(TakeOverExporter).export(app().reader);
    expect(read).toEqual(takeOver2025());
    const before = await entries();
    await app().record(takeOver2025());
    expect(await entries()).toBe(before);
  });

  it('keeps its notice and its contracts in the book', async () => {
    const noticeGoes = app().get(WithdrawNoticeUseCase).execute(changeOf('gone'), 'notice-2025');
    await expect(noticeGoes).rejects.toMatchObject({ code: 'grants.notice-in-use' });
    const use = await app()
      .get(UnitOfWork)
      .rehearse((tx) => app().get(LineWatchers).userOfLines(tx, [LUENEN.line]));
    expect(use).toEqual({ line: LUENEN.line, kind: 'take-over', id: 'kim-2025' });
  });

  it('is verified against its entries, and a sum that was changed past them is told', async () => {
    const found = async () => {
      const broken: Discrepancy[] = [];
      const report = {
        broken: (discrepancy: Discrepancy) => void broken.push(discrepancy),
        note: () => undefined,
        progress: () => undefined,
      };
      await app().get(TakeOverCheck).run(app().reader, report);
      return broken.map(({ place }) => place);
    };
    expect(await found()).toEqual([]);
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run(
          `insert into taken_line
           select id, revision + 1, recorded_at, recorded_by, reason, withdrawn, take_over_id, ordinal,
             document, note, example, entry_id, line_id, year, ordered_cents - 100, paid_cents,
             accepted_cents, claimed_cents, regress_cents, returned_cents, interest_cents,
             interest_returned_cents
           from taken_line where line_id = 'luenen-kim-2'`,
        ),
      );
    expect(await found()).toEqual([
      'Zeile luenen-kim-2, Bescheidzeile kim-2-2025, 2025, Geleistete Vorauszahlungen',
      'Zeile luenen-kim-2, Bescheidzeile kim-2-2025, 2025, Zahlungen unterwegs',
    ]);
    await app().get(CorrectTakeOverUseCase).execute(changeOf('mended'), takeOver2025());
    expect(await found()).toEqual([]);
  });

  it('lets one of two who correct it at once win', async () => {
    const other = await app().another();
    const { revision } = await app().get(TakeOverQueries).takeOver('kim-2025');
    const correct = (own: ReturnType<typeof app>, note: string) =>
      own
        .get(CorrectTakeOverUseCase)
        .execute(
          { ...changeOf(`correct-${note}`), expected: revision },
          takeOver2025({ lines: [{ ...LUENEN, note }, AWO] }),
        );
    const results = await Promise.allSettled([correct(app(), 'eins'), correct(other, 'zwei')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('posts nothing anew for a note or for another place in the list', async () => {
    const before = await entries();
    await app()
      .get(CorrectTakeOverUseCase)
      .execute(changeOf('note'), takeOver2025({ lines: [AWO, { ...LUENEN, note: 'vier Raten' }] }));
    expect(await entries()).toBe(before);
  });

  it('moves each entry to another key date, and takes out what is no longer told', async () => {
    const notice = { ...NOTICE_LINE, treasuryBalanceCents: parseEuro('453.750,00') };
    await app()
      .get(CorrectTakeOverUseCase)
      .execute(
        changeOf('moved'),
        takeOver2025({ keyDate: day('2026-01-31'), lines: [LUENEN], noticeLines: [notice] }),
      );
    const asOf = (on: string) =>
      app()
        .get(LedgerQueries)
        .balances({ asOf: day(on) });
    expect(sidesOf(await asOf('2026-01-30'))).toMatchObject({ earmarked: '-990.000,00' });
    expect(sidesOf(await asOf('2026-01-31'))).toMatchObject({ cash: '453.750,00' });
    const { entries: posted } = await app().get(TakeOverQueries).takeOver('kim-2025');
    expect([...posted.keys()]).not.toContain('awo-kim-2/2025');
  });

  it('leaves the book as before when it is taken back, and may come again', async () => {
    await app().get(WithdrawTakeOverUseCase).execute(changeOf('back'), 'kim-2025');
    expect(await standing()).toEqual(BEFORE);
    await expect(app().get(TakeOverQueries).takeOver('kim-2025')).rejects.toMatchObject({
      code: 'take-over.unknown',
    });
    await record(
      'anew',
      takeOver2025({
        lines: [takenLine('luenen-kim-2'), AWO],
        noticeLines: [{ ...NOTICE_LINE, treasuryBalanceCents: parseEuro('606.000,00') }],
      }),
    );
    expect(await standing()).not.toHaveProperty('advances');
    const history = await app().get(TakeOverQueries).history('kim-2025');
    expect(history.map(({ withdrawn }) => withdrawn)).toContain(true);
  });
});
