import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
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
      const detail = (text: string) =>
        app()
          .get(GrantsQueries)
          .notice('kim-2-2023-amended', { on: day(text) });
      expect((await detail('2023-06-30')).lines[0]?.remainingFte).toBe(120_000);
      expect((await detail('2023-07-01')).lines[0]?.remainingFte).toBe(-5_000);
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
