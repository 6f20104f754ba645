import type {
  AllocationLineDefinition,
  ContractDefinition,
} from '../programmes/definitions/definition.js';
import { versionState } from './version-state.rules.js';

/** Who has to do with a line in any of its versions, and which lines pay for it. */
interface LineLink {
  /** Who gets its money. */
  readonly partners: Set<string>;
  /** Who passes its money on. */
  readonly forwarders: Set<string>;
  readonly above: Set<string>;
}

/** How lines hang together, over all tiers. */
export type LineLinks = ReadonlyMap<string, LineLink>;

/** `first` gets the money of a line; `above` passes it on, or gets and passes on what pays for it. */
export interface LineHolders {
  readonly first: readonly string[];
  readonly above: readonly string[];
}

/** A draft that nobody sent makes no line anybody's: its author may still give it to somebody else. */
export function lineLinks(contracts: readonly ContractDefinition[]): LineLinks {
  const links = new Map<string, LineLink>();
  for (const contract of contracts) {
    for (const version of contract.versions) {
      if (versionState(version, contract) === 'draft') continue;
      for (const line of version.lines) {
        const link = links.get(line.id) ?? newLink();
        links.set(line.id, link);
        link.partners.add(line.partner);
        link.forwarders.add(contract.forwardedBy);
        linesAbove(line).forEach((id) => link.above.add(id));
      }
    }
  }
  return links;
}

function newLink(): LineLink {
  return { partners: new Set(), forwarders: new Set(), above: new Set() };
}

/** The lines that pay for a line in any year. */
export function linesAbove({ funding }: AllocationLineDefinition): readonly string[] {
  return funding.flatMap((each) =>
    each.source === 'allocation-line' ? [each.allocationLine] : [],
  );
}

/** Everybody from whoever gets the money of a line up to whoever got it first. */
export function holdersOfLine(links: LineLinks, lineId: string): LineHolders {
  const above = new Set(links.get(lineId)?.forwarders);
  for (const id of closure([lineId], (each) => links.get(each)?.above)) {
    if (id === lineId) continue;
    links.get(id)?.partners.forEach((partner) => above.add(partner));
    links.get(id)?.forwarders.forEach((partner) => above.add(partner));
  }
  return { first: [...(links.get(lineId)?.partners ?? [])], above: [...above] };
}

/**
 * The lines that an organisation gets or passes on, and all that are paid from them, however deep: who
 * passes money on gathers the figures of those who got it (§ 5 Abs. 4).
 */
export function linesHeldBy(links: LineLinks, partner: string): ReadonlySet<string> {
  const own = [...links].flatMap(([id, { partners, forwarders }]) =>
    partners.has(partner) || forwarders.has(partner) ? [id] : [],
  );
  return closure(own, linesBelow(links));
}

/** The same without those that are the organisation's only because it gets their money itself. */
export function linesUnder(links: LineLinks, partner: string): ReadonlySet<string> {
  const below = linesBelow(links);
  const held = linesHeldBy(links, partner);
  return new Set([...held].flatMap((id) => [...(below(id) ?? [])]));
}

/** Which lines a line pays for. */
function linesBelow(links: LineLinks): (id: string) => Iterable<string> | undefined {
  const below = new Map<string, Set<string>>();
  for (const [id, { above }] of links) {
    for (const each of above) below.set(each, (below.get(each) ?? new Set()).add(id));
  }
  return (id) => below.get(id);
}

/** Whatever can be reached from the beginnings, once each: a ring ends where it began. */
function closure(
  from: readonly string[],
  next: (id: string) => Iterable<string> | undefined,
): ReadonlySet<string> {
  const found = new Set(from);
  for (const id of found) for (const each of next(id) ?? []) found.add(each);
  return found;
}
