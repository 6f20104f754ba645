import { parsePlainDate as day, type PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { CorrectNoticeUseCase } from '../../../src/grants/correct-notice.use-case.js';
import { RecordNoticeUseCase } from '../../../src/grants/record-notice.use-case.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { ClosePeriodUseCase } from '../../../src/ledger/periods/close-period.use-case.js';
import { VerifyBookUseCase } from '../../../src/ledger/verify-book.use-case.js';
import { changeOf, LINE_2025, notice2025, raise2025 } from '../../support/amending.js';
import { entriesOf } from '../../support/journal.js';
import { appOnEachDatabase } from '../../support/open-app.js';

appOnEachDatabase({}, (app) => {
  const correct = (key: string, effectiveFrom: PlainDate) =>
    app()
      .get(CorrectNoticeUseCase)
      .execute(changeOf(key), { ...raise2025(), effectiveFrom });
  const owed = async (asOf: string) => {
    const filter = { account: 'land-claims', noticeLine: LINE_2025, asOf: day(asOf) } as const;
    return (await app().get(LedgerQueries).balances(filter)).map(({ cents }) => cents);
  };
  const told = async () =>
    (await entriesOf(app().reader, '')).map(({ kind, effectiveOn }) => `${kind} ${effectiveOn}`);
  const [base, raised] = [
    notice2025().lines[0]?.amountCents,
    raise2025().lines[0]?.amountCents,
  ] as const;

  it('stands from the day on which its notice takes effect', async () => {
    await app().get(RecordNoticeUseCase).execute(changeOf('base'), notice2025());
    await app()
      .get(RecordNoticeUseCase)
      .execute(changeOf('raise'), { ...raise2025(), effectiveFrom: day('2025-07-01') });
    expect(await owed('2025-06-30')).toEqual([base]);
    expect(await owed('2025-07-01')).toEqual([raised]);
  });

  it('moves with it, when the day alone is corrected', async () => {
    await correct('later', day('2025-09-01'));
    expect(await owed('2025-08-31')).toEqual([base]);
    expect(await owed('2025-09-01')).toEqual([raised]);
    const [, , reversal, moved, ...more] = await entriesOf(app().reader, '');
    expect(more).toEqual([]);
    expect(reversal).toMatchObject({ kind: 'reversal', effectiveOn: '2025-07-01' });
    expect(reversal?.text).toContain('berichtigt: wirksam ab 01.09.2025');
    expect(moved).toMatchObject({ kind: 'notice', effectiveOn: '2025-09-01' });
  });

  it('stays where the day stays', async () => {
    const before = await told();
    await correct('again', day('2025-09-01'));
    expect(await told()).toEqual(before);
  });

  it('is taken back on the first open day, when its month is closed', async () => {
    await app().get(ClosePeriodUseCase).execute(changeOf('close'), '2025-10');
    const before = (await told()).length;
    await correct('much-later', day('2025-12-01'));
    expect((await told()).slice(before)).toEqual(['reversal 2025-11-01', 'notice 2025-12-01']);
    await correct('into-closed', day('2025-02-01'));
    expect((await told()).slice(before + 2)).toEqual(['reversal 2025-12-01', 'notice 2025-11-01']);
    expect(await owed('2025-11-01')).toEqual([raised]);
    const broken = (await app().get(VerifyBookUseCase).execute()).flatMap((each) => each.broken);
    expect(broken).toEqual([]);
    expect(raised).not.toBe(parseEuro('0,00'));
  });
});
