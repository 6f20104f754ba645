import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
import { calendarYear } from '../../../src/domain/calendar/period.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { GrantsQueries } from '../../../src/grants/grants.queries.js';
import { RecordNoticeUseCase } from '../../../src/grants/record-notice.use-case.js';
import { aContract, aVersion } from '../../support/contract-builder.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import {
  aChange,
  anAmendment,
  anOwnPost,
  CHECKLIST,
  aSoundLine,
  aSoundNotice,
  positionsOf,
} from './notices.js';

const HOLDER = 'notice-line:kim-2-2023';

describe('a new notice', () => {
  appOnEachDatabase({}, (app) => {
    const record = () => app().get(RecordNoticeUseCase);
    const queries = () => app().get(GrantsQueries);

    it('is recorded with author and reason, and grants what its lines say', async () => {
      const notice = aSoundNotice();
      expect(await record().execute(aChange(), notice)).toBe('kim-2-2023-notice');
      const found = await queries().notice(notice.id);
      expect(found).toMatchObject({ notice, revision: 2, recordedBy: 'person:a' });
      const on = day('2023-05-01');
      const balance = await app().get(CapacityQueries).balance(HOLDER, 'fte', { on });
      expect(balance.granted).toBe(180_000n);
    });

    it('answers the same command again, and records nothing twice', async () => {
      const notice = aSoundNotice({ id: 'twice', lines: [aSoundLine({ id: 'twice-2023' })] });
      const change = aChange();
      await record().execute(change, notice);
      expect(await record().execute(change, notice)).toBe('twice');
      expect((await queries().notice('twice')).revision).toBe(2);
      const other = { ...notice, title: 'anders' };
      expect(await refusalOf(record().execute(change, other))).toContain(change.key);
    });

    it('refuses an id that another has', async () => {
      const refusal = refusalOf(record().execute(aChange(), aSoundNotice({ title: 'anders' })));
      expect(await refusal).toBe('{"notice":"kim-2-2023-notice"}');
    });

    it('refuses a line that another notice tells, unless it amends that', async () => {
      const refusal = await refusalOf(record().execute(aChange(), aSoundNotice({ id: 'second' })));
      expect(refusal).toContain('Die Bescheidzeile „kim-2-2023“ ist schon');
    });

    it.each([
      ['amends', 'unknown', 'Der geänderte Bescheid „unknown“ ist nicht bekannt.'],
      ['follows', 'unknown', 'Der Vorgängerbescheid „unknown“ ist nicht bekannt.'],
      ['effectiveFrom', '2023-07-01', 'Nur ein Änderungsbescheid (amends)'],
    ])('refuses %s "%s" with its place', async (path, value, message) => {
      const notice = aSoundNotice({ id: 'x', lines: [aSoundLine({ id: 'x' })], [path]: value });
      const refusal = await refusalOf(record().execute(aChange(), notice));
      expect(refusal).toContain(`"path":"${path}"`);
      expect(refusal).toContain(message);
    });

    it('may follow on another of its programme', async () => {
      const following = aSoundNotice({
        ...{ id: 'kim-2-2024-notice', follows: 'kim-2-2023-notice', period: calendarYear(2024) },
        lines: [aSoundLine({ id: 'kim-2-2024', year: 2024 })],
      });
      await record().execute(aChange(), following);
      const { notice } = await queries().notice('kim-2-2024-notice');
      expect(notice.follows).toBe('kim-2-2023-notice');
    });

    it('can be rehearsed: the warnings are told and nothing is written', async () => {
      const notice = aSoundNotice({ id: 'rehearsed', lines: [aSoundLine({ id: 'rehearsed' })] });
      expect(await record().rehearse(aChange(), notice)).toEqual([]);
      expect(await refusalOf(queries().notice('rehearsed'))).toBe('{"notice":"rehearsed"}');
    });

    it('is recorded once where two instances record it at the same time', async () => {
      const other = await app().another();
      const notice = aSoundNotice({ id: 'race', lines: [aSoundLine({ id: 'race-2023' })] });
      const results = await Promise.allSettled([
        record().execute(aChange(), notice),
        other.get(RecordNoticeUseCase).execute(aChange(), notice),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await queries().notice('race')).revision).toBe(2);
    });

    it('does not share a line with one that another instance records at the same time', async () => {
      const other = await app().another();
      const lines = [aSoundLine({ id: 'shared-2023' })];
      const results = await Promise.allSettled([
        record().execute(aChange(), aSoundNotice({ id: 'one', lines })),
        other.get(RecordNoticeUseCase).execute(aChange(), aSoundNotice({ id: 'two', lines })),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });
  });
});

describe('an amending notice', () => {
  const given = [
    aSoundNotice(),
    partnersOf(aPartner()),
    aContract({ versions: [aVersion({ checklist: CHECKLIST })] }),
    positionsOf(anOwnPost({ plannedFte: parseFte('1,0') })),
  ];

  appOnEachDatabase({ given }, (app) => {
    const on = (text: string) =>
      app()
        .get(CapacityQueries)
        .balance(HOLDER, 'fte', { on: day(text) });
    const cut = anAmendment({ lines: [aSoundLine({ fte: parseFte('5,5') })] });

    it('warns of what it would leave short, at the figure, and records nothing for that', async () => {
      const warnings = await app().get(RecordNoticeUseCase).rehearse(aChange(), cut);
      expect(warnings.map(({ path, severity }) => [path, severity])).toEqual([
        ['lines[0].fte', 'warning'],
        ['lines[0].amount', 'warning'],
      ]);
      expect(warnings[0]?.message).toContain('Vom 01.07.2023 bis 31.12.2023 sind 6,0 VzÄ vergeben');
      expect((await on('2023-12-31')).granted).toBe(180_000n);
    });

    it('is recorded below what is used: VzÄ from its effect on, the shortage shows (R1)', async () => {
      await app().get(RecordNoticeUseCase).execute(aChange(), cut);
      expect(await on('2023-06-30')).toMatchObject({ granted: 180_000n, used: 60_000n });
      expect(await on('2023-07-01')).toMatchObject({ granted: 55_000n, free: -5_000n });
      const shortages = await app().get(CapacityQueries).shortages();
      expect(shortages).toMatchObject([
        { holder: HOLDER, measure: 'cents' },
        { holder: HOLDER, measure: 'fte', period: { from: '2023-07-01', to: '2023-12-31' } },
      ]);
    });

    it('tells line by line what it changes', async () => {
      const change = await app().get(GrantsQueries).noticeChange('kim-2-2023-amended');
      expect(change).toMatchObject({
        amends: 'kim-2-2023-notice',
        effectiveFrom: '2023-07-01',
        lines: [
          {
            lineId: 'kim-2-2023',
            before: { fte: 180_000, amountCents: 102_600_000n },
            after: { fte: 55_000, amountCents: 31_350_000n },
            differenceFte: -125_000,
            differenceCents: -71_250_000n,
          },
        ],
      });
      expect(await app().get(GrantsQueries).noticeChange('kim-2-2023-notice')).toBeUndefined();
    });

    it('may be amended again, against what counts by then', async () => {
      const second = anAmendment({
        ...{ id: 'kim-2-2023-again', amends: 'kim-2-2023-amended' },
        effectiveFrom: day('2023-10-01'),
        lines: [aSoundLine({ fte: parseFte('7,0') })],
      });
      await app().get(RecordNoticeUseCase).execute(aChange(), second);
      const days = ['2023-06-30', '2023-09-30', '2023-10-01'];
      const granted = await Promise.all(days.map(async (text) => (await on(text)).granted));
      expect(granted).toEqual([180_000n, 55_000n, 70_000n]);
      const change = await app().get(GrantsQueries).noticeChange('kim-2-2023-again');
      expect(change?.lines[0]?.before?.fte).toBe(55_000);
    });

    it.each([
      ['outside its period', { effectiveFrom: day('2024-01-01') }, 'effectiveFrom'],
      ['of another programme', { programme: 'komm-an' }, 'amends'],
      ['of itself', { amends: 'kim-2-2023-other' }, 'amends'],
    ])('is refused %s', async (_, wrong, path) => {
      const lines = [aSoundLine({ id: 'other-2023' })];
      const notice = anAmendment({ id: 'kim-2-2023-other', lines, ...wrong });
      const refusal = await refusalOf(app().get(RecordNoticeUseCase).rehearse(aChange(), notice));
      expect(refusal).toContain(`"path":"${path}"`);
    });
  });
});

describe("the Kreis's own posts", () => {
  const half = { from: day('2023-01-01'), to: day('2023-06-30') };
  const given = [
    aSoundNotice({ lines: [aSoundLine({ period: half, fte: parseFte('2,0') })] }),
    positionsOf(anOwnPost(), anOwnPost({ id: 'kreis-2', label: 'KRE-2' })),
  ];

  appOnEachDatabase({ given }, (app) => {
    const used = async (text: string) =>
      (
        await app()
          .get(CapacityQueries)
          .balance(HOLDER, 'fte', { on: day(text) })
      ).used;

    it('take the days that a longer line gives them, as far as it carries them', async () => {
      expect(await used('2023-12-31')).toBe(0n);
      const longer = anAmendment({ lines: [aSoundLine({ fte: parseFte('1,0'), rate: 114_000n })] });
      await app().get(RecordNoticeUseCase).execute(aChange(), longer);
      expect(await used('2023-06-30')).toBe(20_000n);
      expect(await used('2023-12-31')).toBe(10_000n);
    });

    it('give back the days that a shorter line takes from them', async () => {
      const period = { from: day('2023-01-01'), to: day('2023-09-30') };
      const shorter = anAmendment({
        ...{ id: 'shorter', amends: 'kim-2-2023-amended', effectiveFrom: day('2023-08-01') },
        lines: [aSoundLine({ fte: parseFte('1,0'), rate: 114_000n, period })],
      });
      await app().get(RecordNoticeUseCase).execute(aChange(), shorter);
      expect(await used('2023-09-30')).toBe(10_000n);
      expect(await used('2023-10-01')).toBe(0n);
    });
  });
});
