import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { toText } from '../../../src/domain/money/fraction.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { bookModules } from '../../support/book-modules.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { refusalOf } from '../../support/refusal-of.js';

bookOnEachDatabase((database) => {
  let entitlements: EntitlementsQueries;
  let positions: PositionsQueries;

  beforeAll(async () => {
    const modules = bookModules(database.book);
    await modules.open();
    entitlements = new EntitlementsQueries(modules.facts, modules.programmes);
    positions = new PositionsQueries(modules.facts, database.book.reader);
  }, 60_000);

  it('gives 22,677.42 for half a post from 15 March 2023, with its derivation', async () => {
    const post = await entitlements.ofPosition('werne-k2-2', { year: 2023 });
    expect(post.amountCents).toBe(parseEuro('22.677,42'));
    expect(toText(post.share)).toBe('74/93');
    const derivation = post.derivation();
    expect(derivation).toMatchObject({ rule: 'R7', rounding: 'once-half-away-from-zero' });
    expect(derivation.steps.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['annual-rate', 'months', 'year-share', 'product', 'rounded']),
    );
    expect(derivation.steps.every(({ inputs }) => inputs.length > 0)).toBe(true);
  });

  it('counts the posts of the third tier in the line above, and does not add them twice', async () => {
    const { lines, forwardedCents } = await entitlements.entitlements({
      year: 2025,
      contract: 'kim-cities',
    });
    const bergkamen = lines.find(({ line }) => line === 'bergkamen-kim-2');
    expect(bergkamen?.posts.map(({ position }) => position)).toEqual(
      expect.arrayContaining(['bergkamen-k2-1', 'kamen-k2-1', 'boenen-k2-1']),
    );
    const north = await entitlements.entitlements({ year: 2025, contract: 'kim-north' });
    expect(north.lines.every(({ subForwarding }) => subForwarding)).toBe(true);
    expect(north.forwardedCents).toBe(0n);
    expect(forwardedCents).toBe(lines.reduce((sum, line) => sum + line.amountCents, 0n));
  });

  it('shows a vacancy and what it costs', async () => {
    const { vacancies } = await positions.position('kamen-k2-1', 2025);
    expect(vacancies).toEqual([
      { period: { from: '2025-02-01', to: '2025-04-30' }, missing: 10_000 },
    ]);
    const post = await entitlements.ofPosition('kamen-k2-1', { year: 2025 });
    expect(post.amountCents).toBe(parseEuro('42.750,00'));
    expect(toText(post.share)).toBe('3/4');
  });

  it('counts only the time up to the day that is asked about', async () => {
    const half = await entitlements.ofPosition('bergkamen-k2-1', {
      year: 2025,
      on: day('2025-06-30'),
    });
    expect(half.amountCents).toBe(parseEuro('28.500,00'));
    const before = await entitlements.ofPosition('bergkamen-k2-1', {
      year: 2025,
      on: day('2024-12-31'),
    });
    expect(before).toMatchObject({ amountCents: 0n });
  });

  it('adds the material of KIM I to the post in Lünen: 66,700', async () => {
    const { lines } = await entitlements.entitlements({ year: 2025, line: 'luenen-kim-1' });
    expect(lines).toMatchObject([
      {
        staffCents: parseEuro('57.000,00'),
        materialCents: parseEuro('9.700,00'),
        amountCents: parseEuro('66.700,00'),
      },
    ]);
    expect(lines[0]?.derivation().result).toEqual({
      kind: 'money',
      cents: parseEuro('66.700,00'),
    });
  });

  it('computes fixed sums of KOMM-AN II by quantity (R6a), up to the ceiling', async () => {
    const { lines } = await entitlements.entitlements({ year: 2025, contract: 'komm-an-luenen' });
    const [line] = lines;
    expect(line?.measuresCents).toBe(line?.ceilingCents);
    expect(line?.derivation().steps.some(({ key }) => key === 'fixed-sum')).toBe(true);
  });

  it('names the reason where a year has no entitlement', async () => {
    const { lines } = await entitlements.entitlements({ year: 2026, contract: 'kim-cities' });
    expect(lines.map(({ zero }) => zero)).toEqual(lines.map(() => 'not-in-force'));
    const soe = await entitlements.entitlements({ year: 2025, contract: 'soe-carmen' });
    expect(soe.lines).toMatchObject([{ amountCents: 0n, zero: 'not-in-force' }]);
  });

  it('refuses to answer about what the book does not know', async () => {
    const refused = await refusalOf(entitlements.entitlements({ year: 2025, line: 'nowhere' }));
    expect(refused).toContain('"kind":"line","id":"nowhere"');
  });

  it('computes the own posts of the Kreis at the rates of the programme', async () => {
    const { ownPosts, ownCents } = await entitlements.entitlements({
      year: 2025,
      partner: 'kreis',
    });
    expect(ownPosts.length).toBeGreaterThan(10);
    expect(ownCents).toBe(ownPosts.reduce((sum, post) => sum + post.amountCents, 0n));
  });
});
