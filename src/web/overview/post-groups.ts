import { cents } from '../../domain/money/cents.js';
import { sumFte, type Fte } from '../../domain/proration/fte.js';
import type { Flow, FlowLink, FlowNode, Overview } from '../../positions/overview.queries.js';

/** The posts of one recipient, drawn as one station. */
export interface PostGroup {
  readonly id: string;
  readonly recipient: FlowNode;
  readonly fte: Fte;
}

/**
 * The flow with the posts of each recipient as one station: dozens of posts of the same rate
 * cannot be told apart in a picture; the page of posts shows each.
 */
export function withPostGroups(overview: Overview): {
  readonly flow: Flow;
  readonly groups: ReadonlyMap<string, PostGroup>;
} {
  const { nodes, links } = overview.flow;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = new Map<string, PostGroup>();
  const grouped = new Map<string, FlowLink>();
  for (const link of links) {
    const recipient = byId.get(link.source);
    const purpose = byId.get(link.target);
    const isPosts = purpose?.kind === 'position' || purpose?.id === 'others:purpose';
    const target = isPosts ? `posts:${link.source}` : link.target;
    if (isPosts && recipient !== undefined && !groups.has(target)) {
      groups.set(target, { id: target, recipient, fte: fteOf(overview, recipient) });
    }
    const key = `${link.source} ${target}`;
    const known = grouped.get(key)?.cents ?? 0n;
    grouped.set(key, { source: link.source, target, cents: cents(known + link.cents) });
  }
  const kept = nodes.filter(({ kind, id }) => kind !== 'position' && id !== 'others:purpose');
  const all = [...grouped.values()];
  return {
    flow: {
      nodes: [...kept, ...[...groups.values()].map((group) => nodeOf(group, all))],
      links: all,
    },
    groups,
  };
}

function nodeOf({ id, recipient }: PostGroup, links: readonly FlowLink[]): FlowNode {
  const sum = links.reduce((total, link) => (link.target === id ? total + link.cents : total), 0n);
  return {
    id,
    column: 'purpose',
    kind: 'position',
    label: recipient.label,
    cents: cents(sum),
    count: 1,
  };
}

/** What is agreed with a partner, or planned at the Kreis, on the day of the page. */
function fteOf({ components, kept }: Overview, { id, kind }: FlowNode): Fte {
  if (kind === 'kreis') return kept.fte;
  const shares = components
    .flatMap(({ partners }) => partners)
    .filter(({ partner }) => `partner:${partner}` === id)
    .map(({ forwarded }) => forwarded.fte);
  return sumFte(shares);
}
