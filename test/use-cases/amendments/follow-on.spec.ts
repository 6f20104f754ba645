import { FollowOnQueries } from '../../../src/amendments/follow-on.queries.js';
import { TakeOverFollowOnUseCase } from '../../../src/amendments/take-over-follow-on.use-case.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import {
  changeOf,
  contract2025,
  follow2026,
  line2025,
  NOT_FOLLOWING,
  notice2025,
  post2025,
  staffTerm,
} from '../../support/amending.js';
import {
  aNoticeLine,
  anUnfundedPosition,
  aPartner,
  partnersOf,
} from '../../support/notice-builder.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

const on = day('2026-12-31');
const END = day('2025-12-31');
const partners = partnersOf(...['luenen', 'selm', 'awo'].map((id) => aPartner({ id, name: id })));
const fixed = post2025('lue-1', 'luenen-kim-2');
const [spell] = fixed.occupancies;
const limited = { ...fixed, to: END, occupancies: spell ? [{ ...spell, to: END }] : [] };
const inSelm = line2025('selm', '1,0', {
  funding: [{ source: 'allocation-line', year: 2025, allocationLine: 'luenen-kim-2' }],
});
const own = anUnfundedPosition({
  id: 'kreis-1',
  employer: 'kreis',
  from: day('2025-01-01'),
  own: {
    rateKind: 'staff',
    withMaterial: false,
    funding: [{ year: 2025, noticeLine: 'kim-2-2025' }],
  },
  occupancies: [],
});
const given: readonly Definition[] = [
  partners,
  notice2025(),
  contract2025('kim-cities', [line2025('luenen', '5,0')], { inForceTo: END }),
  contract2025('kim-awo', [line2025('awo', '1,0')], { inForceTo: END, terms: NOT_FOLLOWING }),
  contract2025('kim-north', [inSelm], { inForceTo: END }, { forwardedBy: 'luenen' }),
  { kind: 'positions', positions: [limited, post2025('awo-1', 'awo-kim-2'), own] },
];

const takeOver = (app: OpenedApp, key: string, leaveOut?: readonly string[]) =>
  app
    .get(TakeOverFollowOnUseCase)
    .execute(changeOf(key), { notice: 'notice-2026', ...(leaveOut && { leaveOut }) });
const picture = (app: OpenedApp) => app.get(FollowOnQueries).followOn('notice-2026', { on });
const entitled = async (app: OpenedApp, line: string) => {
  const { lines } = await app.get(EntitlementsQueries).entitlements({ year: 2026, line });
  return lines[0]?.amountCents;
};

describe('a follow-on notice', () => {
  appOnEachDatabase({ given }, (app) => {
    beforeAll(() => app().record(follow2026()));

    it('shows what goes on, at the new rate, and what that costs', async () => {
      const { contracts, positions, effects, fits } = await picture(app());
      expect(fits).toBe(true);
      expect(contracts).toMatchObject([
        { contract: 'kim-awo', state: 'open', kind: 'amendment', unfunded: [] },
        {
          contract: 'kim-cities',
          ...{ state: 'open', kind: 'by-notice', inForceFrom: '2026-01-01' },
          inForceTo: '2026-12-31',
          lines: [
            { ceilingCents: { before: parseEuro('275.000,00'), after: parseEuro('285.000,00') } },
          ],
        },
        { contract: 'kim-north', kind: 'amendment', thirdTier: true },
      ]);
      expect(positions).toMatchObject([
        { position: 'kreis-1', own: true, headChanged: true },
        { position: 'lue-1', headChanged: true, occupancies: ['lue-1-a'] },
      ]);
      expect(effects.years[0]?.total.difference.entitledCents).toBe(parseEuro('114.000,00'));
      expect(effects.years[0]?.holders[0]?.after).toMatchObject({
        usedCents: parseEuro('399.000,00'),
        shortages: [],
      });
    });

    it('leaves out what is chosen, and refuses what it does not know', async () => {
      expect(await refusalOf(takeOver(app(), 'slip', ['kim-citis']))).toContain('kim-citis');
      await takeOver(app(), 'without-awo', ['kim-awo', 'kreis-1']);
      const { contracts, positions } = await picture(app());
      expect(contracts.map(({ contract, state }) => [contract, state])).toEqual([
        ['kim-awo', 'open'],
        ['kim-cities', 'taken-over'],
        ['kim-north', 'taken-over'],
      ]);
      expect(positions.map(({ position }) => position)).toEqual(['kreis-1']);
    });

    it('lets post and occupancy go on, and pays them in the new year', async () => {
      const { position } = await app().get(PositionsQueries).position('lue-1', 2026);
      expect(position.to).toBe('2026-12-31');
      expect(position.occupancies.map(({ to }) => to)).toEqual(['2026-12-31']);
      expect(await entitled(app(), 'luenen-kim-2')).toBe(parseEuro('57.000,00'));
    });

    it('takes over the rest later, and nothing twice', async () => {
      await takeOver(app(), 'the-rest');
      await takeOver(app(), 'once-more');
      const { contracts, positions } = await picture(app());
      expect(contracts.map(({ state, versions }) => [state, versions])).toEqual([
        ['taken-over', [2]],
        ['taken-over', [2]],
        ['taken-over', [2]],
      ]);
      expect(positions).toEqual([]);
      const post = await app().get(PositionsQueries).position('kreis-1', 2026);
      expect(post.position.own?.funding).toHaveLength(2);
      expect(await entitled(app(), 'awo-kim-2')).toBe(parseEuro('0,00'));
    });
  });
});

describe('a follow-on notice that is too small', () => {
  appOnEachDatabase({ given }, (app) => {
    beforeAll(() =>
      app().record(
        follow2026({
          lines: [
            aNoticeLine({
              id: 'kim-2-2026',
              year: 2026,
              fte: parseFte('6,0'),
              amountCents: parseEuro('342.000,00'),
              terms: [staffTerm('6', '57.000,00', '342.000,00')],
            }),
          ],
        }),
      ),
    );

    it('is refused as a whole with the figures', async () => {
      expect((await picture(app())).fits).toBe(false);
      const refused = await refusalOf(takeOver(app(), 'all'));
      expect(refused).toContain('"holder":"notice-line:kim-2-2026"');
      expect(refused).toContain('"missing":"10000"');
      const { versions } = await app().get(ContractsQueries).contract('kim-cities', { on });
      expect(versions).toHaveLength(1);
    });

    it('is taken over without the contract that does not fit', async () => {
      const wanted = { notice: 'notice-2026', leaveOut: ['kim-awo'] };
      const rehearsed = await app().get(TakeOverFollowOnUseCase).rehearse(changeOf('try'), wanted);
      expect(rehearsed).toMatchObject({
        versions: [{ contract: 'kim-cities' }, { contract: 'kim-north' }],
        positions: ['kreis-1', 'lue-1'],
        occupancies: ['lue-1-a'],
      });
      await takeOver(app(), 'without-awo', ['kim-awo']);
      expect(await entitled(app(), 'luenen-kim-2')).toBe(parseEuro('57.000,00'));
    });
  });
});
