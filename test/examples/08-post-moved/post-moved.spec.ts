import { CapacityExceeded } from '../../../src/capacity/capacity.errors.js';
import type { Instant } from '../../../src/domain/calendar/instant.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { MovePositionUseCase } from '../../../src/positions/move-position.use-case.js';
import { OccupancyPreviewQueries } from '../../../src/positions/occupancy-preview.queries.js';
import type { PositionMove } from '../../../src/positions/positions.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { CHECKLIST_ITEMS } from '../../../src/programmes/definitions/definition.js';
import { changeOf, staffTerm } from '../../support/amending.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
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

const SIGNED = ['kreis', 'luenen', 'bergkamen'].map((party) => ({
  party,
  signedOn: day('2022-12-20'),
}));

const cities = aContract({
  id: 'kim-cities',
  partners: ['luenen', 'bergkamen'],
  versions: [
    aVersion({
      signatures: SIGNED,
      inForceTo: day('2023-12-31'),
      checklist: CHECKLIST_ITEMS.map((item) => ({ item, state: 'explicit', clause: '§ 1' })),
      lines: [
        aLine({ fte: parseFte('2,0'), ceilingCents: parseEuro('114.000,00') }),
        aLine({
          id: 'bergkamen-kim-2',
          partner: 'bergkamen',
          title: 'Fallmanagement Mittelkreis',
          fte: parseFte('1,0'),
          ceilingCents: parseEuro('57.000,00'),
        }),
      ],
    }),
  ],
});

const [spell] = aPosition().occupancies;
if (spell === undefined) throw new Error('the post has an occupancy');

const positions = [
  aPosition(),
  aPosition({
    id: 'luenen-2',
    label: 'LÜN-2',
    occupancies: [{ ...spell, id: 'luenen-2-a', personKey: 'LUE-0002' }],
  }),
];
const partners = partnersOf(
  aPartner(),
  aPartner({ id: 'bergkamen', name: 'Stadt Bergkamen', shortName: 'Bergkamen' }),
);

const toBergkamen = (id: string, label: string): PositionMove => ({
  on: day('2023-07-01'),
  id,
  to: {
    label,
    employer: 'bergkamen',
    placeOfWork: 'Bergkamen',
    allocationLine: 'bergkamen-kim-2',
  },
});

appOnEachDatabase(
  { given: [partners, notice2023, cities, { kind: 'positions', positions }] },
  (app) => {
    let before: Instant;

    const entitled = async (line: string, knownAt?: Instant) => {
      const { lines } = await app()
        .get(EntitlementsQueries)
        .entitlements({ year: 2023, line, ...(knownAt && { knownAt }) });
      return lines[0]?.amountCents;
    };
    const post = (id: string, knownAt?: Instant) =>
      app().get(PositionsQueries).position(id, 2023, knownAt);

    it('shows what the move does to both lines, before it is entered', async () => {
      const { effects, findings } = await app()
        .get(OccupancyPreviewQueries)
        .previewMove('luenen-1', toBergkamen('bergkamen-1', 'BER-1'));
      expect(findings).toEqual([]);
      expect(effects).toMatchObject([
        {
          ...{ subject: 'luenen-kim-2', year: 2023 },
          beforeCents: parseEuro('114.000,00'),
          afterCents: parseEuro('85.500,00'),
          differenceCents: parseEuro('-28.500,00'),
        },
        {
          ...{ subject: 'bergkamen-kim-2', year: 2023 },
          beforeCents: parseEuro('0,00'),
          afterCents: parseEuro('28.500,00'),
          differenceCents: parseEuro('28.500,00'),
        },
      ]);
      expect(await entitled('luenen-kim-2')).toBe(parseEuro('114.000,00'));
    });

    it('ends the post in Lünen and begins it in Bergkamen, with who fills it', async () => {
      before = app().clock.now();
      app().clock.moveTo('2026-03-03T08:00:00Z');
      const move = app().get(MovePositionUseCase);
      await move.execute(changeOf('move'), 'luenen-1', toBergkamen('bergkamen-1', 'BER-1'));
      const [ended, begun] = [await post('luenen-1'), await post('bergkamen-1')];
      expect(ended.position).toMatchObject({
        to: '2023-06-30',
        occupancies: [{ personKey: 'LUE-0001', to: '2023-06-30' }],
      });
      expect(begun.position).toMatchObject({
        ...{ from: '2023-07-01', employer: 'bergkamen', label: 'BER-1' },
        occupancies: [{ personKey: 'LUE-0001', from: '2023-07-01' }],
      });
      expect([...ended.vacancies, ...begun.vacancies]).toEqual([]);
    });

    it('divides the year between both lines, and nothing is lost', async () => {
      expect(await entitled('luenen-kim-2')).toBe(parseEuro('85.500,00'));
      expect(await entitled('bergkamen-kim-2')).toBe(parseEuro('28.500,00'));
    });

    it('keeps the earlier picture as it was known', async () => {
      expect(await entitled('luenen-kim-2', before)).toBe(parseEuro('114.000,00'));
      expect((await post('luenen-1', before)).position.to).toBeUndefined();
    });

    it('has no room for a second post, and leaves it where it is', async () => {
      const move = app().get(MovePositionUseCase);
      const second = toBergkamen('bergkamen-2', 'BER-2');
      await expect(move.execute(changeOf('second'), 'luenen-2', second)).rejects.toThrow(
        CapacityExceeded,
      );
      expect((await post('luenen-2')).position.to).toBeUndefined();
    });
  },
);
