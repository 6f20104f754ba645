import { cents, type Cents } from '../../domain/money/cents.js';
import { fte } from '../../domain/proration/fte.js';
import type {
  ComponentFigures,
  Overview,
  PartnerFigures,
} from '../../positions/overview.queries.js';
import { flowSummary, stationName } from './flow-summary.js';

const figure = (euros: number, share = 0) => ({ cents: euro(euros), fte: fte(share * 10_000) });

function euro(euros: number): Cents {
  return cents(BigInt(euros) * 100n);
}

function partner(id: string, euros: number, share: number, own = 0): PartnerFigures {
  return {
    partner: id,
    name: `Stadt ${id}`,
    shortName: id,
    sector: own > 0 ? 'welfare' : 'municipality',
    forwarded: figure(euros, share),
    ownFundsCents: euro(own),
    entitledCents: euro(0),
  };
}

/** A component of which `rest` stays at the Kreis for posts. */
function component(
  id: string,
  partners: readonly PartnerFigures[],
  rest: number,
): ComponentFigures {
  const forwarded = partners.reduce((sum, { forwarded: part }) => sum + part.cents, 0n);
  const nothing = figure(0);
  return {
    component: id,
    shortName: id,
    name: id,
    programme: 'p',
    programmeName: 'P',
    noticeLines: [],
    granted: { cents: cents(forwarded + euro(rest)), fte: fte(0) },
    forwarded: { cents: cents(forwarded), fte: fte(0) },
    bySector: { municipality: nothing, welfare: nothing, association: nothing },
    kept: figure(rest, rest > 0 ? 1 : 0),
    remainder: nothing,
    ownFundsCents: euro(0),
    entitledCents: euro(0),
    ownEntitledCents: euro(0),
    partners,
  };
}

function summaryOf(components: readonly ComponentFigures[]) {
  const granted = components.reduce((sum, part) => sum + part.granted.cents, 0n);
  const overview = { components, granted: { cents: cents(granted), fte: fte(0) } };
  return flowSummary(overview as unknown as Overview, 'Kreis');
}

function into(summary: ReturnType<typeof summaryOf>, column: number): bigint {
  const ids = new Set(
    summary.stations.filter((station) => station.column === column).map(({ id }) => id),
  );
  return summary.bands.reduce((sum, band) => (ids.has(band.target) ? sum + band.cents : sum), 0n);
}

describe('the way of the money at a glance', () => {
  const towns = Array.from({ length: 20 }, (_, index) => partner(`T${index}`, 10, 0));
  const summary = summaryOf([
    component('KIM', [partner('Lünen', 285, 5), partner('AWO', 57, 1, 5)], 342),
    component('KOMM', towns, 0),
    component('Klein 1', [], 10),
    component('Klein 2', [], 12),
  ]);
  const names = summary.stations.map(stationName);

  it('loses no cent on the way', () => {
    expect(into(summary, 1)).toBe(90_600n + 500n);
    expect(into(summary, 2)).toBe(into(summary, 1));
  });

  it('puts small components of which nothing goes on together', () => {
    expect(names).toContain('Ohne Weiterleitung (2)');
    expect(names).not.toContain('Klein 1');
  });

  it('names large partners, and puts the others together by their kind', () => {
    expect(names).toContain('Lünen');
    expect(names).toContain('weitere Kommunen');
    expect(names).not.toContain('T7');
  });

  it('groups posts by recipient and component, with their VzÄ', () => {
    expect(names).toContain('5,0 VzÄ KIM, Lünen');
    expect(names).toContain('1,0 VzÄ KIM, Verbände');
    expect(names).toContain('3,0 VzÄ Eigene Stellen');
    expect(names).toContain('Maßnahmen KOMM');
  });
});
