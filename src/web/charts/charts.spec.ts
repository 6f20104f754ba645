import { parsePlainDate } from '../../domain/calendar/plain-date.js';
import { cents } from '../../domain/money/cents.js';
import { fte } from '../../domain/proration/fte.js';
import { moneyFlowSvg } from './money-flow.chart.js';
import { condensed, type FlowNode, type MoneyFlow } from './money-flow.js';
import { occupancySvg } from './occupancy.chart.js';
import { seams, stacked, type OccupancyRow, type OccupancySpell } from './occupancy.js';

const day = parsePlainDate;
const head = { id: 'bild', title: 'Titel', description: 'Was zu sehen ist' };

function node(id: string, column: number, amount: bigint): FlowNode {
  return { id, column, name: `Station ${id}`, cents: cents(amount), hue: 1 };
}

/** One notice that feeds so many partners with 1, 2, 3 … euros. */
function fan(partners: number): MoneyFlow {
  const ends = Array.from({ length: partners }, (_, index) =>
    node(`p${index}`, 1, BigInt(index + 1) * 100n),
  );
  const total = ends.reduce((sum, end) => sum + end.cents, 0n);
  return {
    nodes: [node('notice', 0, total), ...ends],
    links: ends.map((end) => ({ source: 'notice', target: end.id, cents: end.cents, hue: 1 })),
  };
}

describe('the flow of money', () => {
  it('is left alone while a column has twelve stations', () => {
    expect(condensed(fan(12)).nodes).toHaveLength(13);
  });

  it('puts the smallest stations of a full column together and loses no cent', () => {
    const { nodes, links } = condensed(fan(30));
    expect(nodes.filter(({ column }) => column === 1)).toHaveLength(12);
    const rest = nodes.find(({ id }) => id === 'rest-1');
    expect(rest?.name).toBe('19 weitere');
    expect(rest?.cents).toBe(19_000n);
    expect(links.reduce((sum, link) => sum + link.cents, 0n)).toBe(46_500n);
  });

  it('becomes a picture with name, description, bands and exact sums, without inline style', () => {
    const svg = moneyFlowSvg(head, fan(3));
    expect(svg).toContain('<title id="bild-t">Titel</title>');
    expect(svg).toContain('<desc id="bild-d">Was zu sehen ist</desc>');
    expect(svg.match(/wb-band/g)).toHaveLength(3);
    expect(svg).toContain('Station notice → Station p2: 3,00\u00a0€');
    expect(svg).not.toMatch(/style=|NaN|undefined/);
  });

  it('escapes names', () => {
    const flow = fan(1);
    const nodes = flow.nodes.map((station) => ({ ...station, name: '<b>"AWO" & Co</b>' }));
    expect(moneyFlowSvg(head, { ...flow, nodes })).not.toContain('<b>');
  });
});

function spell(from: string, to: string, share: number): OccupancySpell {
  return { from: day(from), to: day(to), share: fte(share), label: 'besetzt', unpaid: [] };
}

function post(spells: readonly OccupancySpell[]): OccupancyRow {
  return {
    name: 'LUE-1',
    note: '1,0 VzÄ',
    plannedFte: fte(10_000),
    period: { from: day('2024-01-01'), to: day('2024-12-31') },
    spells,
    vacancies: [],
    hue: 1,
  };
}

describe('the occupancy over a year', () => {
  const before = spell('2024-01-01', '2024-08-15', 10_000);
  const after = spell('2024-08-16', '2024-12-31', 10_000);

  it('marks the day on which one person follows another', () => {
    expect(seams([before, after])).toEqual(['2024-08-16']);
    expect(seams([before, spell('2024-08-17', '2024-12-31', 10_000)])).toEqual([]);
  });

  it('stacks people at the same time and cuts what is above the planned share', () => {
    const placed = stacked(post([before, spell('2024-08-01', '2024-08-15', 5_000), after]));
    expect(placed.map(({ base, spell: { share } }) => [base, share])).toEqual([
      [0, 10_000],
      [0, 10_000],
    ]);
    const halves = stacked(
      post([spell('2024-01-01', '2024-12-31', 6_000), { ...after, share: fte(5_000) }]),
    );
    expect(halves.map(({ base, spell: { share } }) => [base, share])).toEqual([
      [0, 6_000],
      [6_000, 4_000],
    ]);
  });

  it('draws who goes on once an overlap is over', () => {
    const placed = stacked(
      post([spell('2024-01-01', '2024-06-30', 10_000), spell('2024-06-16', '2024-12-31', 10_000)]),
    );
    expect(placed.map(({ base, spell: { from, to } }) => [base, from, to])).toEqual([
      [0, '2024-01-01', '2024-06-30'],
      [0, '2024-07-01', '2024-12-31'],
    ]);
  });

  it('draws who stands in over the place of the person without pay', () => {
    const leave = { from: day('2024-05-01'), to: day('2024-10-31') };
    const cover = { ...spell('2024-05-01', '2024-10-31', 7_500) };
    const away = { ...spell('2024-01-01', '2024-12-31', 10_000), unpaid: [leave] };
    const placed = stacked(post([away, cover]));
    expect(placed.map(({ base, spell: { share } }) => [base, share])).toEqual([
      [0, 10_000],
      [0, 7_500],
    ]);
  });

  it('says vacancies, unpaid time and changes in words', () => {
    const row: OccupancyRow = {
      ...post([{ ...before, unpaid: [{ from: day('2024-05-01'), to: day('2024-05-31') }] }, after]),
      vacancies: [{ from: day('2024-02-01'), to: day('2024-02-29'), missing: fte(2_500) }],
    };
    const svg = occupancySvg(head, 2024, [row]);
    expect(svg).toContain('unbesetzt: 0,25 VzÄ, 01.02.2024 – 29.02.2024');
    expect(svg).toContain('unbezahlt, 01.05.2024 – 31.05.2024');
    expect(svg).toContain('Wechsel der Person am 16.08.2024');
    expect(svg).not.toMatch(/style=|NaN|undefined/);
  });
});
