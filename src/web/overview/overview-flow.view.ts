import type { Flow, FlowNode, Overview } from '../../positions/overview.queries.js';
import { ZERO_FTE } from '../../domain/proration/fte.js';
import { moneyFlowSvg } from '../charts/money-flow.chart.js';
import type { MoneyFlow } from '../charts/money-flow.js';
import { element, type Hue } from '../charts/svg.js';
import type { ChartView, LegendEntryView } from '../components/parts.js';
import { cell, moneyCell, row, type TableView } from '../components/table.js';
import { fteText } from './component-table.view.js';
import { withPostGroups } from './post-groups.js';

const COLUMNS: readonly FlowNode['column'][] = ['source', 'component', 'recipient', 'purpose'];
const HUES: readonly Hue[] = [1, 2, 3, 4, 5, 6];

/** "Weg des Geldes": notice → component → recipient → post, as a picture and as a table. */
export function overviewFlow(overview: Overview, officeName: string): ChartView {
  const { year } = overview;
  const { flow, groups } = withPostGroups(overview);
  const name = (node: FlowNode): string => {
    const posts = groups.get(node.id);
    return posts === undefined
      ? nameOf(node, officeName, year)
      : `Stellen: ${nameOf(posts.recipient, officeName, year)}`;
  };
  const note = ({ id }: FlowNode): { note?: string } => {
    const share = groups.get(id)?.fte ?? ZERO_FTE;
    return share === ZERO_FTE ? {} : { note: fteText(share) };
  };
  const hues = huesOf(flow);
  const drawn: MoneyFlow = {
    nodes: flow.nodes.map((node) => ({
      id: node.id,
      column: COLUMNS.indexOf(node.column),
      name: name(node),
      cents: node.cents,
      ...note(node),
      hue: hues.get(node.id) ?? 0,
    })),
    links: flow.links.map((link) => ({
      ...link,
      hue: linkHue(hues, link.source, link.target),
    })),
  };
  const title = `Weg des Geldes ${year}`;
  const head = {
    id: 'geldfluss',
    title,
    description:
      'Von links nach rechts: Bescheide und eigene Mittel, Bausteine, Empfänger, Stellen und ' +
      'andere Zwecke. Die Breite eines Bandes entspricht dem Betrag; alle Beträge stehen in der ' +
      'Tabelle darunter.',
  };
  return {
    label: title,
    svg: drawn.nodes.length === 0 ? '' : moneyFlowSvg(head, drawn),
    legend: legend(flow, hues, name),
    table: flowTable(flow, `${title}, als Tabelle`, name),
  };
}

function nameOf({ kind, label, count }: FlowNode, officeName: string, year: number): string {
  switch (kind) {
    case 'own-funds':
      return 'Eigene Mittel';
    case 'kreis':
      return officeName;
    case 'material':
      return 'Sachmittel, Maßnahmen';
    case 'remainder':
      return `${officeName}, Sachmittel`;
    case 'others':
      return `${count} weitere`;
    case 'notice':
    case 'component':
    case 'municipality':
    case 'welfare':
    case 'association':
    case 'position':
      return label.replace(`, Förderjahr ${year}`, '');
  }
}

/** The largest components have a colour each; a station that only one of them feeds shares it. */
function huesOf({ nodes, links }: Flow): ReadonlyMap<string, Hue> {
  const hues = new Map<string, Hue>();
  nodes
    .filter(({ kind }) => kind === 'component')
    .forEach(({ id }, index) => hues.set(id, HUES[index] ?? 0));
  for (const { source, target } of links) {
    if (target.startsWith('component:')) hues.set(source, joined(hues, source, hues.get(target)));
  }
  for (const { source, target } of links) {
    if (source.startsWith('component:')) hues.set(target, joined(hues, target, hues.get(source)));
  }
  for (const { source, target } of links) {
    if (!source.startsWith('component:') && !target.startsWith('component:')) {
      hues.set(target, joined(hues, target, hues.get(source)));
    }
  }
  return hues;
}

function joined(hues: ReadonlyMap<string, Hue>, id: string, hue: Hue = 0): Hue {
  const known = hues.get(id);
  return known === undefined || known === hue ? hue : 0;
}

function linkHue(hues: ReadonlyMap<string, Hue>, source: string, target: string): Hue {
  const component = [source, target].find((id) => id.startsWith('component:'));
  return hues.get(component ?? source) ?? 0;
}

function legend(
  { nodes }: Flow,
  hues: ReadonlyMap<string, Hue>,
  name: (node: FlowNode) => string,
): readonly LegendEntryView[] {
  const mark = (hue: Hue): string =>
    element('rect', { class: `wb-c${hue}`, x: 1, y: 2, width: 20, height: 14 });
  const coloured = nodes
    .filter(({ id, kind }) => kind === 'component' && (hues.get(id) ?? 0) !== 0)
    .map((node) => ({ label: name(node), mark: mark(hues.get(node.id) ?? 0) }));
  return [...coloured, { label: 'mehrere oder andere', mark: mark(0) }];
}

function flowTable(flow: Flow, caption: string, name: (node: FlowNode) => string): TableView {
  const names = new Map(flow.nodes.map((node) => [node.id, node]));
  const nameById = (id: string): string => {
    const node = names.get(id);
    return node === undefined ? id : name(node);
  };
  return {
    id: 'geldfluss-tabelle',
    caption,
    columns: [{ label: 'Von' }, { label: 'An' }, { label: 'Betrag', numeric: true }],
    rows: flow.links.map(({ source, target, cents }) =>
      row([cell(nameById(source)), cell(nameById(target)), moneyCell(cents)]),
    ),
    footer: [],
  };
}
