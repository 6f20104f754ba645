import type { Cents } from '../../domain/money/cents.js';
import { cents } from '../../domain/money/cents.js';
import type { Hue } from './svg.js';

/** A station of the money: a notice, a component, a partner, a group of posts. */
export interface FlowNode {
  readonly id: string;
  /** Its place from left (0) to right. */
  readonly column: number;
  readonly name: string;
  readonly cents: Cents;
  /** A second line beside the sum: "18,0 VzÄ". */
  readonly note?: string;
  readonly hue: Hue;
  /** Where the sum is explained; its box leads there. */
  readonly href?: string;
}

/** Money that runs from one station to a later one. */
export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly cents: Cents;
  readonly hue: Hue;
}

export interface MoneyFlow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** More stations than these in one column become "weitere". */
export const COLUMN_MOST = 12;

/**
 * The flow in a size that can be looked at: in each column the largest stations stay, the rest
 * becomes one; links of one colour between the same
 * two stations become one. No cent is lost.
 */
export function condensed(flow: MoneyFlow, most = COLUMN_MOST): MoneyFlow {
  const rests = new Map<string, FlowNode>();
  for (const column of new Set(flow.nodes.map((node) => node.column))) {
    const members = flow.nodes.filter((node) => node.column === column);
    if (members.length <= most) continue;
    const small = members.toSorted(bySize).slice(most - 1);
    const rest: FlowNode = {
      id: `rest-${column}`,
      column,
      name: `${small.length} weitere`,
      cents: cents(small.reduce((sum, node) => sum + node.cents, 0n)),
      hue: 0,
    };
    for (const { id } of small) rests.set(id, rest);
  }
  const nodes = flow.nodes.filter(({ id }) => !rests.has(id));
  const links = flow.links.map((link) => ({
    ...link,
    source: rests.get(link.source)?.id ?? link.source,
    target: rests.get(link.target)?.id ?? link.target,
  }));
  return { nodes: [...nodes, ...new Set(rests.values())], links: merged(links) };
}

function bySize(a: FlowNode, b: FlowNode): number {
  return a.cents < b.cents ? 1 : a.cents > b.cents ? -1 : 0;
}

function merged(links: readonly FlowLink[]): FlowLink[] {
  const byEnds = new Map<string, FlowLink>();
  for (const link of links) {
    const key = `${link.source} ${link.target} ${link.hue}`;
    const before = byEnds.get(key);
    byEnds.set(
      key,
      before === undefined ? link : { ...link, cents: cents(before.cents + link.cents) },
    );
  }
  return [...byEnds.values()].filter((link) => link.cents > 0n);
}
