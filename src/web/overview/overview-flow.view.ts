import type { FlowNode, Overview } from '../../positions/overview.queries.js';
import { moneyFlowSvg } from '../charts/money-flow.chart.js';
import type { Hue } from '../charts/svg.js';
import type { ChartView, LegendEntryView } from '../components/parts.js';
import { cell, moneyCell, row, type TableView } from '../components/table.js';
import { colourLegend } from './colour-legend.js';
import type { Band, FlowStations } from './flow-stations.js';
import { flowSummary, stationName } from './flow-summary.js';

const HUES: readonly Hue[] = [1, 2, 3, 4, 5, 6];

/** "Weg des Geldes": component → recipient → purpose as a picture, each step in the table. */
export function overviewFlow(overview: Overview, officeName: string): ChartView {
  const summary = flowSummary(overview, officeName);
  const hues = huesOf(summary);
  const title = `Weg des Geldes ${overview.year}`;
  const head = {
    id: 'geldfluss',
    title,
    description:
      'Von links nach rechts: Bausteine und eigene Mittel, Empfänger, Stellen und andere Zwecke. ' +
      'Die Breite eines Bandes entspricht dem Betrag. Jeden Schritt nennt die Tabelle darunter.',
  };
  const nodes = summary.stations.map((station) => ({
    id: station.id,
    column: station.column,
    name: stationName(station),
    cents: station.cents,
    hue: hues.get(station.id) ?? 0,
  }));
  const links = summary.bands.map((band) => ({ ...band, hue: bandHue(band, hues) }));
  return {
    label: title,
    svg: nodes.length === 0 ? '' : moneyFlowSvg(head, { nodes, links }),
    legend: legend(summary, hues),
    table: flowTable(overview, officeName, `${title}, als Tabelle`),
  };
}

/** The largest components have a colour each, the same in every picture of the page. */
export function componentHues({
  stations,
}: Pick<FlowStations, 'stations'>): ReadonlyMap<string, Hue> {
  return new Map(sourcesBySize({ stations }).map(({ id }, index) => [id, HUES[index] ?? 0]));
}

/** What only one component feeds or pays for has its colour too. */
function huesOf({ stations, bands }: FlowStations): ReadonlyMap<string, Hue> {
  const hues = new Map(componentHues({ stations }));
  for (const { id, column, component } of stations) {
    if (column === 1) hues.set(id, sharedHue(id, bands, hues));
    if (column === 2) hues.set(id, hues.get(`component:${component}`) ?? 0);
  }
  return hues;
}

function sharedHue(id: string, bands: readonly Band[], hues: ReadonlyMap<string, Hue>): Hue {
  const feeding = bands.filter(({ target }) => target === id);
  const [first = 0, ...others] = new Set(feeding.map(({ source }) => hues.get(source) ?? 0));
  return others.length === 0 ? first : 0;
}

/** A band has the colour of the component that it comes from or that it is for. */
function bandHue({ source, target }: Band, hues: ReadonlyMap<string, Hue>): Hue {
  return hues.get(target.startsWith('use:') ? target : source) ?? 0;
}

function sourcesBySize({ stations }: Pick<FlowStations, 'stations'>) {
  return stations
    .filter(({ id }) => id.startsWith('component:') && id !== 'component:others')
    .toSorted((a, b) => (a.cents < b.cents ? 1 : a.cents > b.cents ? -1 : 0));
}

function legend(summary: FlowStations, hues: ReadonlyMap<string, Hue>): readonly LegendEntryView[] {
  const coloured = sourcesBySize(summary).map(({ id, name }) => ({ name, hue: hues.get(id) ?? 0 }));
  return colourLegend(
    coloured.filter(({ hue }) => hue !== 0),
    true,
  );
}

function flowTable({ flow, year }: Overview, officeName: string, caption: string): TableView {
  const names = new Map(flow.nodes.map((node) => [node.id, nameOf(node, officeName, year)]));
  const name = (id: string) => cell(names.get(id) ?? id);
  return {
    id: 'geldfluss-tabelle',
    caption,
    columns: [{ label: 'Von' }, { label: 'An' }, { label: 'Betrag', numeric: true }],
    rows: flow.links.map(({ source, target, cents }) =>
      row([name(source), name(target), moneyCell(cents)]),
    ),
    footer: [],
  };
}

function nameOf({ kind, label, count }: FlowNode, officeName: string, year: number): string {
  switch (kind) {
    case 'own-funds':
      return 'Eigene Mittel';
    case 'kreis':
      return `${officeName}, eigene Stellen`;
    case 'material':
      return 'Sachmittel, Maßnahmen';
    case 'remainder':
      return `${officeName}, Sachmittel`;
    case 'others':
      return `${count} weitere`;
    case 'notice':
      return `Bescheid ${label.replace(`, Förderjahr ${year}`, '')}`;
    case 'component':
    case 'municipality':
    case 'welfare':
    case 'association':
    case 'position':
      return label;
  }
}
