import { sankey, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { formatEuro } from '../../domain/money/amount-text.js';
import { condensed, type FlowLink, type FlowNode, type MoneyFlow } from './money-flow.js';
import { at, element, fitted, linked, picture, textAt, tooltip, type ChartHead } from './svg.js';

type PlacedNode = SankeyNode<FlowNode, LinkGeometry>;
type PlacedLink = SankeyLink<FlowNode, LinkGeometry>;
/** What the layout reads and writes on a link, beside our own facts. */
interface LinkGeometry extends Pick<FlowLink, 'hue' | 'cents'> {
  readonly value: number;
}

const WIDTH = 1120;
/** A station is a box that holds its label, so that no label lies on a band. */
const BOX_WIDE = 252;
const BOX_NARROW = 196;
/** From so many columns on, boxes are narrow. */
const MANY_COLUMNS = 4;
const BAR = 6;
const BOX_LEAST = 36;
const LABEL_HEIGHT = 42;
/** What a letter of a name takes, on average. */
const LETTER = 7.6;
const HEIGHT_OF_VALUES = 190;

/** "Weg des Geldes": stations as boxes, money as bands between them, wide as the sum. */
export function moneyFlowSvg(head: ChartHead, flow: MoneyFlow): string {
  const small = condensed(flow);
  const columns = Math.max(...small.nodes.map(({ column }) => column)) + 1;
  const fullest = Math.max(
    ...Array.from({ length: columns }, (_, column) => countIn(small, column)),
  );
  const height = fullest * LABEL_HEIGHT + HEIGHT_OF_VALUES;
  const { nodes, links } = layout(small, height);
  const isLinked = nodes.some(({ href }) => href !== undefined);
  const parts = [...links.map(band), ...nodes.map(box)];
  return picture({ ...head, isLinked }, WIDTH, height, parts);
}

function boxWidth({ nodes }: MoneyFlow): number {
  const columns = Math.max(...nodes.map(({ column }) => column)) + 1;
  return columns < MANY_COLUMNS ? BOX_WIDE : BOX_NARROW;
}

function countIn({ nodes }: MoneyFlow, column: number): number {
  return nodes.filter((node) => node.column === column).length;
}

function layout(flow: MoneyFlow, height: number): { nodes: PlacedNode[]; links: PlacedLink[] } {
  const place = sankey<FlowNode, LinkGeometry>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeWidth(boxWidth(flow))
    .nodePadding(LABEL_HEIGHT)
    .extent([
      [0, LABEL_HEIGHT / 2],
      [WIDTH, height - LABEL_HEIGHT / 2],
    ]);
  const graph = place({
    nodes: flow.nodes.map((node) => ({ ...node })),
    // The width of a band is geometry: the only place where cents become a plain number.
    links: flow.links.map((link) => ({ ...link, value: Number(link.cents) })),
  });
  for (const node of graph.nodes) {
    node.sourceLinks?.sort((a, b) => topOf(a.target) - topOf(b.target));
    node.targetLinks?.sort((a, b) => topOf(a.source) - topOf(b.source));
  }
  return place.update(graph);
}

/** Bands leave and arrive in the order of the stations that they join, so that few cross. */
function topOf(end: PlacedLink['source']): number {
  return typeof end === 'object' ? (end.y0 ?? 0) : 0;
}

/** A band as a closed shape: filled, not stroked, so that it needs no inline width. */
function band(link: PlacedLink): string {
  const [source, target] = [link.source as PlacedNode, link.target as PlacedNode];
  const half = (link.width ?? 0) / 2;
  const [x0, x1] = [source.x1 ?? 0, target.x0 ?? 0];
  const [y0, y1] = [link.y0 ?? 0, link.y1 ?? 0];
  const middle = at((x0 + x1) / 2);
  const curve = (fromY: number, toX: number, toY: number): string =>
    `C${middle},${at(fromY)} ${middle},${at(toY)} ${at(toX)},${at(toY)}`;
  const shape =
    `M${at(x0)},${at(y0 - half)}${curve(y0 - half, x1, y1 - half)}` +
    `L${at(x1)},${at(y1 + half)}${curve(y1 + half, x0, y0 + half)}Z`;
  return element(
    'path',
    { class: `wb-band wb-c${link.hue}`, d: shape },
    tooltip(`${source.name} → ${target.name}: ${formatEuro(link.cents)}`),
  );
}

function box(node: PlacedNode): string {
  const [x, y] = [node.x0 ?? 0, node.y0 ?? 0];
  const [width, height] = [(node.x1 ?? 0) - x, Math.max(2, (node.y1 ?? 0) - y)];
  const middle = y + height / 2;
  // The bar is as high as the sum; the box behind it at least as high as its label.
  const boxHeight = Math.max(BOX_LEAST, height);
  const sum = formatEuro(node.cents);
  const line = node.note === undefined ? sum : `${sum} · ${node.note}`;
  const drawn = element(
    'g',
    {},
    [
      tooltip(`${node.name}: ${line}`),
      element('rect', {
        class: `wb-box wb-c${node.hue}`,
        x,
        y: middle - boxHeight / 2,
        width,
        height: boxHeight,
      }),
      element('rect', { class: `wb-c${node.hue}`, x, y, width: BAR, height }),
      textAt(x + BAR + 8, middle - 3, 'wb-t-strong', fitted(node.name, Math.floor(width / LETTER))),
      textAt(x + BAR + 8, middle + 13, 'wb-t-sub wb-t-num', line),
    ].join(''),
  );
  return node.href === undefined ? drawn : linked(node.href, drawn);
}
