import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { formatEuroPlain, parseEuro } from '../../../src/domain/money/amount-text.js';
import { CorrectNoticeUseCase } from '../../../src/grants/correct-notice.use-case.js';
import { RecordNoticeUseCase } from '../../../src/grants/record-notice.use-case.js';
import { WithdrawNoticeUseCase } from '../../../src/grants/withdraw-notice.use-case.js';
import { ClosePeriodUseCase } from '../../../src/ledger/periods/close-period.use-case.js';
import { Ledger, type EntryKind } from '../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { NoticeDefinition } from '../../../src/programmes/definitions/definition.js';
import {
  changeOf,
  cut2025,
  LINE_2025,
  notice2025,
  raise2025,
  staffTerm,
} from '../../support/amending.js';
import { anEntry } from '../../support/entries.js';
import { accountSums, brief, entriesOf, sumsOf } from '../../support/journal.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';

const line = {
  ...{ programme: 'kim', component: 'kim-2', budgetYear: 2025, noticeLine: LINE_2025 },
};

/** The notices of a book, by short names; each command with a key of its own. */
const stepsIn = (app: OpenedApp) => ({
  record: (notice: NoticeDefinition, key = notice.id) =>
    app.get(RecordNoticeUseCase).execute(changeOf(`record-${key}`), notice),
  correct: (notice: NoticeDefinition, key = notice.id) =>
    app.get(CorrectNoticeUseCase).execute(changeOf(`correct-${key}`), notice),
  withdraw: (id: string) => app.get(WithdrawNoticeUseCase).execute(changeOf(`withdraw-${id}`), id),
  /** What happens to the money meanwhile, in postings of the line. */
  happens: (kind: EntryKind, sides: Parameters<typeof anEntry>[0]) =>
    app
      .get(UnitOfWork)
      .run((tx) => app.get(Ledger).append(tx, anEntry(sides, { kind, dimensions: line }))),
  entries: async (notice = '') => (await entriesOf(app.reader, `notice:${notice}`)).map(brief),
  stands: async () => {
    const entries = await entriesOf(app.reader, '');
    return accountSums(entries.flatMap(({ postings }) => postings));
  },
});

const BASE = [
  'notice',
  'notice:notice-2025',
  '2025-01-01',
  { 'land-claims': '990.000,00', earmarked: '-990.000,00' },
] as const;

describe('a notice', () => {
  appOnEachDatabase({}, (app) => {
    const steps = () => stepsIn(app());

    it('enters what it grants when it is recorded, under its line', async () => {
      const change = changeOf('record');
      await app().get(RecordNoticeUseCase).execute(change, notice2025());
      const [entry, ...more] = await entriesOf(app().reader, 'notice:');
      expect(more).toEqual([]);
      expect(entry && brief(entry)).toEqual(BASE);
      expect(entry).toMatchObject({
        text: 'Bewilligt durch Bescheid „KIM II 2025“ (36.30.06-078/2025-002)',
        actors: { entered: 'person:officer' },
        commandKey: 'record',
        postings: [
          { account: 'land-claims', ...line },
          { account: 'earmarked', ...line },
        ],
      });
    });

    it('enters nothing for a repetition, a rehearsal, a refusal, and a title', async () => {
      await app().get(RecordNoticeUseCase).execute(changeOf('record'), notice2025());
      await app().get(RecordNoticeUseCase).rehearse(changeOf('look'), raise2025());
      await expect(steps().record(notice2025(), 'again')).rejects.toThrow();
      await steps().correct(notice2025({ title: 'KIM II 2025, berichtigt' }));
      expect(await steps().entries()).toEqual([BASE]);
    });

    it('enters the difference of an amending notice from its effect on, resting on it', async () => {
      await steps().record(raise2025());
      expect(await steps().entries('notice-2025-raise')).toEqual([
        [
          'notice',
          'notice:notice-2025-raise',
          '2025-07-01',
          { 'land-claims': '18.000,00', earmarked: '-18.000,00' },
        ],
      ]);
    });

    it('enters the difference the other way when it is withdrawn, resting on it too', async () => {
      await steps().withdraw('notice-2025-raise');
      expect((await steps().entries('notice-2025-raise')).at(-1)).toEqual([
        'notice-cut',
        'notice:notice-2025-raise',
        '2025-07-01',
        { earmarked: '18.000,00', 'land-claims': '-18.000,00' },
      ]);
      expect(await steps().stands()).toEqual(BASE[3]);
    });
  });
});

describe('a cut', () => {
  appOnEachDatabase({ given: [notice2025()] }, (app) => {
    it('below what is earned and paid is an expense, and owed to the Land', async () => {
      const { record, entries, happens } = stepsIn(app());
      await happens('land-money', { cash: '960.000,00', 'land-claims': '-960.000,00' });
      await happens('own-cost', { earmarked: '950.000,00', 'grant-income': '-950.000,00' });
      await record(cut2025());
      expect(await entries('notice-2025-cut')).toEqual([
        [
          'notice-cut',
          'notice:notice-2025-cut',
          '2025-01-01',
          {
            earmarked: '40.000,00',
            'refund-expense': '15.000,00',
            'land-claims': '-30.000,00',
            'refunds-owed': '-25.000,00',
          },
        ],
      ]);
    });

    it('that is taken back takes back what it has booked, as far as it still stands', async () => {
      const { withdraw, entries, happens, stands } = stepsIn(app());
      await happens('refund', { 'refunds-owed': '20.000,00', cash: '-20.000,00' });
      await withdraw('notice-2025-cut');
      expect((await entries('notice-2025-cut')).at(-1)?.[3]).toEqual({
        'refunds-owed': '5.000,00',
        'land-claims': '50.000,00',
        'refund-expense': '-15.000,00',
        earmarked: '-40.000,00',
      });
      expect(await stands()).toEqual({
        cash: '940.000,00',
        'land-claims': '50.000,00',
        earmarked: '-40.000,00',
        'grant-income': '-950.000,00',
      });
    });
  });
});

describe('a correction', () => {
  appOnEachDatabase({ given: [notice2025()] }, (app) => {
    it('enters the difference, and moves a line to where it belongs', async () => {
      const { correct, entries } = stepsIn(app());
      const { lines } = notice2025();
      const less = lines.map((each) => ({
        ...each,
        amountCents: parseEuro('970.000,00'),
        terms: [staffTerm('1', '970.000,00', '970.000,00')],
      }));
      await correct(notice2025({ lines: less }), 'less');
      const moved = less.map((each) => ({ ...each, component: 'kim-1' }));
      await correct(notice2025({ lines: moved }), 'moved');
      const told = await entries();
      expect(told.map(([kind, , , sums]) => [kind, sums['earmarked']])).toEqual([
        ['notice', '-990.000,00'],
        ['notice-cut', '20.000,00'],
        ['notice-cut', '970.000,00'],
        ['notice', '-970.000,00'],
      ]);
      const all = (await entriesOf(app().reader, 'notice:')).flatMap(({ postings }) => postings);
      expect(sumsOf(all, { component: 'kim-2' })).toEqual({});
      expect(sumsOf(all, { component: 'kim-1' })['land-claims']).toBe('970.000,00');
    });
  });
});

describe('notices of one import', () => {
  appOnEachDatabase({ given: [raise2025(), notice2025()] }, (app) => {
    it('are entered one after the other, in whatever order their files come', async () => {
      const { entries } = stepsIn(app());
      expect(
        (await entries()).map(([, subject, on, sums]) => [subject, on, sums['earmarked']]),
      ).toEqual([
        ['notice:notice-2025', '2025-01-01', '-990.000,00'],
        ['notice:notice-2025-raise', '2025-07-01', '-18.000,00'],
      ]);
    });
  });
});

describe('two instances', () => {
  appOnEachDatabase({ given: [notice2025()] }, (app) => {
    it('that amend the same line at once enter what one of them grants', async () => {
      const other = stepsIn(await app().another());
      const { record, stands, entries } = stepsIn(app());
      const told = await Promise.allSettled([record(raise2025()), other.record(cut2025())]);
      expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await entries()).toHaveLength(2);
      const grant = await app()
        .get(CapacityQueries)
        .balance(`notice-line:${LINE_2025}`, 'cents', { on: day('2025-12-31') });
      const granted = formatEuroPlain(cents(grant.granted));
      expect(await stands()).toEqual({ 'land-claims': granted, earmarked: `-${granted}` });
    });
  });
});

describe('a closed month', () => {
  appOnEachDatabase({ given: [notice2025()] }, (app) => {
    it('is left alone: what would take effect in it does on the first open day', async () => {
      await app().get(ClosePeriodUseCase).execute(changeOf('close'), '2025-08');
      await stepsIn(app()).record(raise2025());
      const [, raised] = await stepsIn(app()).entries();
      expect(raised?.slice(1, 3)).toEqual(['notice:notice-2025-raise', '2025-09-01']);
    });
  });
});
