import type {
  OccupancyDefinition,
  LineFunding,
  PartnerDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { HistoryEntry } from '../programmes/fact-history.js';
import { contractSeenBy, lineLinks, linesHeldBy, linesUnder } from '../contracts/contracts.js';
import { bookFacts, type BookFacts } from './book-facts.js';
import type { Flag, FlagCode } from './flag.js';

/**
 * The book as a partner's people may see it: the contracts that they signed with the lines that are
 * theirs, what is paid from these over all tiers, the posts on all these lines and those that they employ. What the Land granted, posts of the
 * Kreis and what others get are not in it, so that no figure and no list can tell.
 *
 * @param partner an organisation's id
 */
export function ownFacts(facts: BookFacts, partner: string): BookFacts {
  const links = lineLinks(facts.contracts);
  const [lines, under] = [linesHeldBy(links, partner), linesUnder(links, partner)];
  const contracts = facts.contracts.flatMap(
    (contract) => contractSeenBy(partner, contract, under) ?? [],
  );
  const seen = facts.positions.filter((post) => isOn(post, partner, lines));
  const positions = withoutForeignKeys(facts, partner, seen);
  const known = new Set([
    partner,
    ...contracts.flatMap(({ partners, forwardedBy }) => [...partners, forwardedBy]),
    ...positions.map(({ employer }) => employer),
  ]);
  const partners = [...facts.partners.values()]
    .filter(({ id }) => known.has(id))
    .map((each) => (each.id === partner ? each : byName(each)));
  return { ...bookFacts({ notices: [], partners, contracts, positions }), partner };
}

interface Place {
  readonly employer: string;
  readonly allocationLine?: string | null;
}

function isOn(
  { employer, allocationLine }: Place,
  partner: string,
  lines: Pick<ReadonlySet<string>, 'has'>,
): boolean {
  return employer === partner || lines.has(allocationLine ?? '');
}

/**
 * Whether whoever has this view tells who fills a post: the office, the employer, and the partner
 * whose line it is.
 */
export function tellsOf(
  { partner, lines }: Pick<BookFacts, 'partner' | 'lines'>,
  { employer, allocationLine }: Place,
): boolean {
  if (partner === undefined || employer === partner) return true;
  return lines.get(allocationLine ?? '')?.line.partner === partner;
}

/**
 * R11: the key of a person is the employer's. Who forwards money to an employer sees how the posts are
 * filled, with a number in place of each key, and no grounds of an unpaid spell.
 */
function withoutForeignKeys(
  { lines }: BookFacts,
  partner: string,
  positions: readonly PositionDefinition[],
): readonly PositionDefinition[] {
  const numbers = new Map<string, string>();
  const numberOf = (key: string): string => {
    const known = numbers.get(key) ?? `PERSON-${(numbers.size + 1).toString()}`;
    numbers.set(key, known);
    return known;
  };
  return positions.map((post) => {
    if (tellsOf({ partner, lines }, post)) return post;
    const occupancies = post.occupancies.map(
      ({ id, personKey, from, to, share, cover, unpaid }): OccupancyDefinition => ({
        ...{ id, personKey: numberOf(personKey), from, share, cover },
        ...(to !== undefined && { to }),
        unpaid: unpaid.map(({ period }) => ({ period, reason: 'nicht genannt' })),
      }),
    );
    return { ...post, occupancies };
  });
}

/** Whether a post, where it stands or stood, is in a view of the book. */
export function isSeen({ partner, lines }: BookFacts, post: Place): boolean {
  return partner === undefined || isOn(post, partner, lines);
}

/**
 * The history of a post as far as a view shows it: from the change on by which the post became the
 * partner's. What it was before is told as little as that it was.
 *
 * @param heads the revisions of the post itself, oldest first
 */
export function historySeen(
  facts: BookFacts,
  heads: readonly (Place & Pick<HistoryEntry, 'recordedAt'>)[],
  history: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const head = heads.at(-1);
  if (facts.partner === undefined || head === undefined) return history;
  const told = tellsOf(facts, head) ? history : history.map(withoutKeys);
  const foreign = heads.findLastIndex((each) => !isSeen(facts, each));
  if (foreign === -1) return told;
  const since = heads[foreign + 1]?.recordedAt;
  if (since === undefined) return [];
  const own = told.filter(({ recordedAt }) => recordedAt >= since);
  return own.map((entry, index) =>
    index === own.length - 1 ? { ...entry, differences: [] } : entry,
  );
}

function withoutKeys(entry: HistoryEntry): HistoryEntry {
  const hides = /(^|\.)(personKey|reason|example)$/;
  return { ...entry, differences: entry.differences.filter(({ path }) => !hides.test(path)) };
}

/** Others stand in the shared text by name; their accounts and what the Kreis notes are theirs. */
function byName({ id, name, shortName, sector, address }: PartnerDefinition): PartnerDefinition {
  const named = { id, name, shortName, sector, address };
  return { ...named, otherNames: [], bankAccount: { holder: '', iban: '' } };
}

/**
 * Who pays for a line, as far as a view shows it: to a partner only that a line of its own does. Which
 * notice or which money of the Kreis it is, is not theirs to know.
 */
export function fundingSeen(
  { partner, lines }: Pick<BookFacts, 'partner' | 'lines'>,
  funding: LineFunding | undefined,
): LineFunding | undefined {
  if (partner === undefined || funding === undefined) return funding;
  return funding.source === 'allocation-line' && lines.has(funding.allocationLine)
    ? funding
    : undefined;
}

/** What a partner can do something about; the others are the Kreis's own worries. */
const PARTNERS_FLAGS: ReadonlySet<FlagCode> = new Set([
  'positions.small-share',
  'positions.vacant',
  'positions.person-overcharged',
]);

/** The flags of a view: of a partner's those about the own posts and people. */
export function flagsSeen(
  { partner, positions }: Pick<BookFacts, 'partner' | 'positions'>,
  flags: readonly Flag[],
): readonly Flag[] {
  if (partner === undefined) return flags;
  const people = new Set(
    positions.flatMap(({ occupancies }) => occupancies.map(({ personKey }) => personKey)),
  );
  return flags.filter(
    ({ code, subject }) =>
      PARTNERS_FLAGS.has(code) && (subject.kind !== 'person' || people.has(subject.id)),
  );
}
