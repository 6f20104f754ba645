import type { Instant } from '../../../src/domain/calendar/instant.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { CorrectOccupancyUseCase } from '../../../src/positions/correct-occupancy.use-case.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import {
  OccupancyPreviewQueries,
  type TypedChange,
} from '../../../src/positions/occupancy-preview.queries.js';
import type { StatedOccupancy } from '../../../src/positions/positions.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { RecordOccupancyUseCase } from '../../../src/positions/record-occupancy.use-case.js';
import { CHECKLIST_ITEMS } from '../../../src/programmes/definitions/definition.js';
import { staffTerm } from '../../support/amending.js';
import { aContract, aVersion } from '../../support/contract-builder.js';
import {
  aNotice,
  aNoticeLine,
  aPartner,
  aPosition,
  partnersOf,
} from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';

const notice2023 = aNotice({
  lines: [aNoticeLine({ terms: [staffTerm('18', '57.000,00', '1.026.000,00')] })],
});

const gone: StatedOccupancy = {
  ...{ id: 'luenen-1-a', personKey: 'LUE-0001', share: parseFte('1,0'), cover: false, unpaid: [] },
  ...{ from: day('2023-01-01'), to: day('2023-06-30') },
};
const next: StatedOccupancy = {
  ...{ id: 'luenen-1-b', personKey: 'LUE-0009', share: parseFte('1,0'), cover: false, unpaid: [] },
  from: day('2023-09-15'),
};

const CHECKLIST = CHECKLIST_ITEMS.map((item) => ({
  ...{ item, clause: '§ 1' },
  state: 'explicit' as const,
}));

const END_OF_2023 = '2023-12-31T22:59:59.999Z' as Instant;
const MID_OF_MARCH = '2024-03-15T22:59:59.999Z' as Instant;

appOnEachDatabase(
  {
    present: '2023-02-01T08:00:00.000Z',
    given: [
      partnersOf(aPartner()),
      notice2023,
      aContract({
        versions: [aVersion({ inForceTo: day('2023-12-31'), checklist: CHECKLIST })],
      }),
      { kind: 'positions', positions: [aPosition()] },
    ],
  },
  (app) => {
    const entitled = async (knownAt?: Instant) => {
      const { lines } = await app()
        .get(EntitlementsQueries)
        .entitlements({ year: 2023, line: 'luenen-kim-2', ...(knownAt && { knownAt }) });
      return lines[0]?.amountCents;
    };
    const gaps = async (knownAt?: Instant) => {
      const { vacancies } = await app().get(PositionsQueries).position('luenen-1', 2023, knownAt);
      return vacancies.map(({ period }) => period);
    };
    const differences = async (typed: TypedChange) => {
      const { effects } = await app().get(OccupancyPreviewQueries).preview('luenen-1', typed);
      return effects.filter(({ year }) => year === 2023).map((effect) => effect.differenceCents);
    };
    const because = (reason: string) => ({
      by: 'person:a',
      reason,
      key: reason.replaceAll(/\W/g, '-'),
    });

    it('corrects the end late, and says before what it costs', async () => {
      app().clock.moveTo('2024-03-01T09:00:00Z');
      expect(await differences({ occupancies: [gone] })).toEqual([parseEuro('-28.500,00')]);
      await app()
        .get(CorrectOccupancyUseCase)
        .execute(because('Weggang verspätet gemeldet'), 'luenen-1-a', gone);
      expect(await entitled()).toBe(parseEuro('28.500,00'));
    });

    it('enters who came next a month later', async () => {
      app().clock.moveTo('2024-04-02T09:00:00Z');
      expect(await differences({ occupancies: [next] })).toEqual([parseEuro('16.783,33')]);
      await app()
        .get(RecordOccupancyUseCase)
        .execute(because('Nachfolge gemeldet'), 'luenen-1', next);
      expect(await entitled()).toBe(parseEuro('45.283,33'));
      expect(await gaps()).toEqual([{ from: '2023-07-01', to: '2023-09-14' }]);
    });

    it('shows the picture of each day, as it was known then', async () => {
      expect(await entitled(END_OF_2023)).toBe(parseEuro('57.000,00'));
      expect(await gaps(END_OF_2023)).toEqual([]);
      expect(await entitled(MID_OF_MARCH)).toBe(parseEuro('28.500,00'));
      expect(await gaps(MID_OF_MARCH)).toEqual([{ from: '2023-07-01', to: '2023-12-31' }]);
    });

    it('tells both changes, with day, name and reason', async () => {
      const history = await app().get(PositionsQueries).history('luenen-1');
      expect(history.map(({ reason, recordedBy }) => [reason, recordedBy])).toEqual([
        ['Nachfolge gemeldet', 'person:a'],
        ['Weggang verspätet gemeldet', 'person:a'],
        [expect.any(String), 'person:test'],
      ]);
      expect(history[1]?.differences).toMatchObject([{ before: '', after: '2023-06-30' }]);
    });
  },
);
