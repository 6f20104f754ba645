import fc from 'fast-check';
import { addDays, parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { cents, sumCents } from '../domain/money/cents.js';
import { fte, sumFte } from '../domain/proration/fte.js';
import { bookFacts, type BookFacts, type ProgrammeFigures } from '../positions/positions.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import {
  contract2025,
  line2025,
  LINE_2025,
  notice2025,
  post2025,
  raise2025,
  staffTerm,
} from '../../test/support/amending.js';
import { aNoticeLine, aPartner } from '../../test/support/notice-builder.js';
import { changedFacts } from './changed-facts.rules.js';
import { effectsOf } from './effects.rules.js';
import type { EffectFigures, SumEffect, YearEffects } from './effects.types.js';
import { flowDownPicture } from './flow-down-picture.rules.js';
import { whatIf } from './what-if-picture.rules.js';

const PARTNERS = ['luenen', 'bergkamen', 'awo', 'caritas'] as const;
const figures: ProgrammeFigures = { ratesOf: () => [], fixedSumOf: () => undefined };
const figuresOf = () => figures;
const on = day('2025-09-10');

/** A book with up to four contracts of one or two lines, each with posts filled for some days. */
const books: fc.Arbitrary<BookFacts> = fc
  .array(
    fc.record({
      share: fc.integer({ min: 1, max: 50_000 }),
      posts: fc.array(
        fc.record({
          share: fc.integer({ min: 1, max: 10_000 }),
          start: fc.nat(364),
          days: fc.nat(364),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: PARTNERS.length },
  )
  .map((contracts) => {
    const lines = contracts.map(({ share }, index) =>
      line2025(PARTNERS[index] ?? '', '1,0', {
        fte: fte(share),
        ceilingCents: cents(BigInt(share) * 550n),
      }),
    );
    const positions = contracts.flatMap(({ posts }, index) =>
      posts.map((post, at) => filled(`${PARTNERS[index] ?? ''}-${at.toString()}`, index, post)),
    );
    return bookFacts({
      notices: [notice2025()],
      partners: PARTNERS.map((id) => aPartner({ id })),
      contracts: lines.map((line) => contract2025(`kim-${line.partner}`, [line])),
      positions,
    });
  });

function filled(
  id: string,
  index: number,
  { share, start, days }: { readonly share: number; readonly start: number; readonly days: number },
): PositionDefinition {
  const post = post2025(id, `${PARTNERS[index] ?? ''}-kim-2`, { plannedFte: fte(share) });
  const from = addDays(day('2025-01-01'), start);
  const occupancies = post.occupancies.map((each) => ({ ...each, from, to: addDays(from, days) }));
  return { ...post, occupancies };
}

const raises = fc
  .record({ rate: fc.integer({ min: 1, max: 90_000 }), from: fc.nat(364) })
  .map(({ rate, from }) => {
    const term = staffTerm('18', '1,00', '18,00');
    const unitCents = cents(BigInt(rate) * 100n);
    return raise2025({
      effectiveFrom: addDays(day('2025-01-01'), from),
      lines: [
        aNoticeLine({
          id: LINE_2025,
          year: 2025,
          terms: [{ ...term, unitCents, amountCents: cents(unitCents * 18n) }],
        }),
      ],
    });
  });

function sum(all: readonly EffectFigures[]): EffectFigures {
  return {
    fte: sumFte(all.map((each) => each.fte)),
    ceilingCents: sumCents(all.map((each) => each.ceilingCents)),
    entitledCents: sumCents(all.map((each) => each.entitledCents)),
    toDateCents: sumCents(all.map((each) => each.toDateCents)),
  };
}

function expectSumsToClose({ lines, total, ...year }: YearEffects): void {
  const perLine = sum(lines.map(({ difference }) => difference));
  expect(total.difference).toEqual(perLine);
  const levels = [year.partners, year.components, year.noticeLines, year.contracts];
  for (const level of levels) {
    expect(sum(level.map(({ difference }: SumEffect) => difference))).toEqual(perLine);
  }
}

describe('the effects of a change', () => {
  it('are nothing where nothing changes', () => {
    fc.assert(
      fc.property(books, (facts) => {
        const same = changedFacts(facts, {
          contracts: facts.contracts.map((each) => ({ ...each })),
        });
        const effects = effectsOf(facts, same, { years: [2025], on, figuresOf });
        expect(effects).toMatchObject({ differenceCents: 0n, differenceToDateCents: 0n });
        expect(effects.years[0]).toMatchObject({ lines: [], ownPosts: [], partners: [] });
      }),
    );
  });

  it('add up to the same on each level, whatever the new rate and its first day', () => {
    fc.assert(
      fc.property(books, raises, (facts, notice) => {
        const told = changedFacts(facts, { notices: [notice] });
        const { effects } = flowDownPicture(told, notice, { on, figuresOf });
        effects.years.forEach(expectSumsToClose);
      }),
    );
  });

  it('are told the same after the notice was passed on', () => {
    fc.assert(
      fc.property(books, raises, (facts, notice) => {
        const told = changedFacts(facts, { notices: [notice] });
        const before = flowDownPicture(told, notice, { on, figuresOf });
        const contracts = told.contracts.map((contract) => {
          const flow = before.contracts.find((each) => each.contract === contract.id);
          const added = (flow?.proposed ?? []).map((each, at) => ({ ...each, number: 2 + at }));
          return { ...contract, versions: [...contract.versions, ...added] };
        });
        const passedOn = changedFacts(told, { contracts });
        const after = flowDownPicture(passedOn, notice, { on, figuresOf });
        expect(after.effects.differenceCents).toBe(before.effects.differenceCents);
        expect(after.contracts.every(({ state }) => state !== 'open')).toBe(true);
      }),
    );
  });
});

describe('moves of vacant VzÄ', () => {
  it('conserve VzÄ, and at one rate also the ceilings to the cent of a rounding', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 1, max: 50_000 }), fc.nat(300), (facts, share, from) => {
        const [gives, takes] = [...facts.lines.keys()];
        fc.pre(gives !== undefined && takes !== undefined);
        const empty = bookFacts({
          ...{ notices: facts.notices, contracts: facts.contracts, positions: [] },
          partners: [...facts.partners.values()],
        });
        fc.pre((empty.lines.get(gives)?.line.fte ?? 0) >= share);
        const start = addDays(day('2025-01-01'), from);
        const moves = [{ fromLine: gives, toLine: takes, fte: fte(share), from: start }];
        const { effects } = whatIf(empty, moves, { on, figuresOf });
        for (const { total } of effects.years) {
          expect(total.difference.fte).toBe(0);
          const { ceilingCents } = total.difference;
          expect(ceilingCents >= -2n && ceilingCents <= 2n).toBe(true);
        }
      }),
    );
  });
});
