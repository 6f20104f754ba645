import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import { FLOW_COLUMNS, type Flow, type FlowLink, type FlowNode } from './overview.types.js';

type Named = Pick<FlowNode, 'id' | 'column' | 'kind' | 'label'>;

/** More than this in one column cannot be told apart: the smallest are then shown as one. */
const NODES_MAX = 12;

/** A flow that is being put together: nodes once, links added up. */
export class FlowDraft {
  private readonly nodes = new Map<string, Named>();
  private readonly links = new Map<string, FlowLink>();

  node(node: Named): void {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
  }

  link(source: string, target: string, amount: Cents): void {
    if (amount <= 0n) return;
    const key = `${source}\u0000${target}`;
    const known = this.links.get(key)?.cents ?? 0n;
    this.links.set(key, { source, target, cents: cents(known + amount) });
  }

  /** The flow with at most twelve nodes a column, largest first. */
  flow(): Flow {
    const links = [...this.links.values()];
    const through = throughputs(links);
    const nodes = [...this.nodes.values()]
      .map((node): FlowNode => ({ ...node, cents: through.get(node.id) ?? cents(0n), count: 1 }))
      .filter((node) => node.cents > 0n);
    return joined(nodes, links);
  }
}

/** What passes each node: the larger of what comes in and what goes out. */
function throughputs(links: readonly FlowLink[]): ReadonlyMap<string, Cents> {
  const [incoming, outgoing] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const add = (sums: Map<string, bigint>, id: string, amount: bigint): unknown =>
    sums.set(id, (sums.get(id) ?? 0n) + amount);
  for (const link of links) {
    add(outgoing, link.source, link.cents);
    add(incoming, link.target, link.cents);
  }
  const ids = new Set([...incoming.keys(), ...outgoing.keys()]);
  return new Map(
    [...ids].map((id) => {
      const [into, out] = [incoming.get(id) ?? 0n, outgoing.get(id) ?? 0n];
      return [id, cents(into > out ? into : out)];
    }),
  );
}

function joined(nodes: readonly FlowNode[], links: readonly FlowLink[]): Flow {
  const renamed = new Map<string, string>();
  const shown = FLOW_COLUMNS.flatMap((column) => {
    const own = nodes.filter((node) => node.column === column).toSorted(bySize);
    if (own.length <= NODES_MAX) return own;
    const rest = own.slice(NODES_MAX - 1);
    const others: FlowNode = {
      id: `others:${column}`,
      column,
      kind: 'others',
      label: '',
      cents: sumCents(rest.map((node) => node.cents)),
      count: rest.length,
    };
    for (const { id } of rest) renamed.set(id, others.id);
    return [...own.slice(0, NODES_MAX - 1), others];
  });
  return { nodes: shown, links: renamedLinks(links, renamed) };
}

function renamedLinks(
  links: readonly FlowLink[],
  renamed: ReadonlyMap<string, string>,
): readonly FlowLink[] {
  const sums = new Map<string, FlowLink>();
  for (const link of links) {
    const source = renamed.get(link.source) ?? link.source;
    const target = renamed.get(link.target) ?? link.target;
    const key = `${source}\u0000${target}`;
    const known = sums.get(key)?.cents ?? 0n;
    sums.set(key, { source, target, cents: cents(known + link.cents) });
  }
  return [...sums.values()];
}

function bySize(a: FlowNode, b: FlowNode): number {
  return a.cents > b.cents ? -1 : a.cents < b.cents ? 1 : a.id < b.id ? -1 : 1;
}
