import { DraftAmendmentsUseCase } from '../../../src/amendments/draft-amendments.use-case.js';
import { FlowDownQueries } from '../../../src/amendments/flow-down.queries.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import type { ContractTerms } from '../../../src/programmes/definitions/definition.js';
import { TERMS } from '../../support/contract-builder.js';
import {
  changeOf,
  contract2025,
  follow2026,
  line2025,
  NOT_FOLLOWING,
  notice2025,
  post2025,
  raise2025,
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

const partners = partnersOf(
  ...['luenen', 'bergkamen', 'selm', 'awo'].map((id) => aPartner({ id, name: id })),
);
const on = day('2025-12-31');
const RAISE = 'notice-2025-raise';

const inSelm = line2025('selm', '1,0', {
  funding: [{ source: 'allocation-line', year: 2025, allocationLine: 'luenen-kim-2' }],
});
const north = contract2025('kim-north', [inSelm], {}, { forwardedBy: 'luenen' });
const cities = contract2025('kim-cities', [
  line2025('luenen', '5,0'),
  line2025('bergkamen', '4,0', {
    annualRateCents: parseEuro('50.000,00'),
    ceilingCents: parseEuro('200.000,00'),
  }),
]);
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

const flowIn = (app: OpenedApp, notice = RAISE) =>
  app.get(FlowDownQueries).flowDown(notice, { on });
const draftIn = (app: OpenedApp, key: string, contracts?: readonly string[]) =>
  app
    .get(DraftAmendmentsUseCase)
    .execute(changeOf(key), { notice: RAISE, ...(contracts && { contracts }) });

describe('a changed notice', () => {
  const positions = { kind: 'positions', positions: [own] } as const;
  const given = [partners, notice2025(), cities, north, positions];
  appOnEachDatabase({ given }, (app) => {
    beforeAll(() => app().record(raise2025()));

    it('reaches the third tier by an amendment, and marks a rate of its own', async () => {
      const { contracts, ownPosts } = await flowIn(app());
      expect(contracts).toMatchObject([
        {
          contract: 'kim-cities',
          kind: 'by-notice',
          lines: [{ line: 'luenen-kim-2' }, { line: 'bergkamen-kim-2', marks: ['other-rate'] }],
        },
        { contract: 'kim-north', kind: 'amendment', rule: 'R4', thirdTier: true },
      ]);
      expect(contracts[0]?.lines[1]).not.toHaveProperty('annualRateCents');
      expect(ownPosts).toMatchObject([
        { position: 'kreis-1', programmeRateCents: parseEuro('57.000,00') },
      ]);
      expect(ownPosts[0]?.needsProgrammeRate).toBe(false);
    });

    it('drafts for chosen contracts only, and refuses a stranger', async () => {
      expect(await refusalOf(draftIn(app(), 'stranger', ['kim-awo']))).toContain('kim-awo');
      await draftIn(app(), 'north-only', ['kim-north']);
      const { contracts } = await flowIn(app());
      expect(contracts.map(({ state }) => state)).toEqual(['open', 'drafted']);
    });

    it('drafts once when two instances pass it on at the same time', async () => {
      const other = await app().another();
      await Promise.all([draftIn(app(), 'first'), draftIn(other, 'second')]);
      const { versions } = await app().get(ContractsQueries).contract('kim-cities', { on });
      expect(versions.map(({ version }) => version.kind)).toEqual(['base', 'by-notice']);
    });

    it('counts a later amendment of the notice by itself', async () => {
      const second = raise2025({
        id: 'notice-2025-raise-2',
        amends: RAISE,
        effectiveFrom: day('2025-10-01'),
        lines: [
          aNoticeLine({
            id: 'kim-2-2025',
            year: 2025,
            amountCents: parseEuro('1.017.000,00'),
            terms: [
              staffTerm('13.5', '57.000,00', '769.500,00'),
              staffTerm('4.5', '55.000,00', '247.500,00'),
            ],
          }),
        ],
      });
      await app().record(second);
      const { contracts } = await flowIn(app());
      expect(contracts.map(({ state }) => state)).toEqual(['effective', 'drafted']);
      expect((await flowIn(app(), 'notice-2025-raise-2')).effects.differenceCents).toBe(0n);
    });
  });
});

describe('a changed notice, where a later version is there already', () => {
  const base = contract2025('kim-cities', [line2025('luenen', '5,0')]);
  const [first] = base.versions;
  const next = first && {
    ...first,
    ...({ number: 2, kind: 'amendment', title: '1. Änderung' } as const),
    inForceFrom: day('2025-10-01'),
    lines: [line2025('luenen', '4,0')],
  };
  const contract = { ...base, versions: [...base.versions, ...(next ? [next] : [])] };
  const given = [partners, notice2025(), contract];

  appOnEachDatabase({ given }, (app) => {
    it('tells the later version anew, so that nothing of it is lost', async () => {
      await app().record(raise2025());
      await draftIn(app(), 'both');
      const { versions } = await app().get(ContractsQueries).contract('kim-cities', { on });
      expect(versions.map(({ version, period }) => [version.title, period?.from])).toEqual([
        ['Weiterleitungsvertrag', '2025-01-01'],
        ['1. Änderung', undefined],
        ['2. Änderung', '2025-07-01'],
        ['3. Änderung', '2025-10-01'],
      ]);
      expect(versions.at(-1)?.version.lines[0]).toMatchObject({
        fte: parseFte('4,0'),
        ceilingCents: parseEuro('228.000,00'),
      });
    });
  });
});

describe('a raise that is more than the notice has', () => {
  const poor = raise2025({
    effectiveFrom: day('2025-01-01'),
    lines: [
      aNoticeLine({
        id: 'kim-2-2025',
        year: 2025,
        fte: parseFte('5,0'),
        amountCents: parseEuro('280.000,00'),
        terms: [
          staffTerm('1', '57.000,00', '57.000,00'),
          { ...staffTerm('1', '223.000,00', '223.000,00'), costKind: 'measures' },
        ],
      }),
    ],
  });
  const small = contract2025('kim-awo', [line2025('awo', '1,0')], { terms: NOT_FOLLOWING });
  const big = contract2025('kim-cities', [line2025('luenen', '5,0')]);
  appOnEachDatabase({ given: [partners, notice2025(), big, small] }, (app) => {
    it('is refused with the figures, and leaves nothing behind', async () => {
      await app().record(poor);
      const refused = await refusalOf(draftIn(app(), 'poor'));
      expect(refused).toContain('"holder":"notice-line:kim-2-2025"');
      const { versions } = await app().get(ContractsQueries).contract('kim-awo', { on });
      expect(versions).toHaveLength(1);
    });
  });
});

describe('several notices at once', () => {
  const given = [partners, notice2025(), cities];
  appOnEachDatabase({ given }, (app) => {
    it('are pending until each is passed on', async () => {
      await app().record(
        { kind: 'positions', positions: [post2025('lue-1', 'luenen-kim-2')] },
        follow2026(),
        raise2025(),
      );
      const pending = () => app().get(FlowDownQueries).pending();
      expect((await pending()).map(({ notice }) => notice)).toEqual([RAISE]);
      await draftIn(app(), 'pass-on');
      expect(await pending()).toEqual([]);
    });
  });
});

describe('a changed notice, where a draft is under way', () => {
  const underWay = (id: string, partner: string, terms: ContractTerms) => {
    const contract = contract2025(id, [line2025(partner, '1,0')], { terms });
    const drafts = contract.versions.map((version) => ({
      ...version,
      ...({ number: 2, kind: 'amendment', title: '1. Änderung', signatures: [] } as const),
    }));
    return { ...contract, versions: [...contract.versions, ...drafts] };
  };
  const given = [
    ...[partners, notice2025()],
    ...[underWay('kim-awo', 'awo', NOT_FOLLOWING), underWay('kim-cities', 'luenen', TERMS)],
  ];

  appOnEachDatabase({ given }, (app) => {
    it('waits for the draft, or overtakes it where the contract follows by itself', async () => {
      await app().record(raise2025());
      expect((await flowIn(app())).contracts).toMatchObject([
        { contract: 'kim-awo', state: 'obstructed', obstacle: 'draft-open' },
        { contract: 'kim-cities', state: 'open', overtakes: 2 },
      ]);
      await draftIn(app(), 'under-way');
      const states = (await flowIn(app())).contracts.map(({ state }) => state);
      expect(states).toEqual(['obstructed', 'effective']);
    });
  });
});
