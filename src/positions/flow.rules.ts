import { spansOfLineInYear } from '../contracts/contracts.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import { positionsUnder, type BookFacts } from './book-facts.js';
import type { ComponentNames, YearFigures } from './component-figures.rules.js';
import { FlowDraft } from './flow-draft.js';
import type { ForwardedLine } from './overview.rules.js';
import type { Flow } from './overview.types.js';
import { filledThroughout, postAmount, stretchesOfTerms } from './post-entitlement.rules.js';

const OWN_FUNDS = 'own-funds';
const KREIS_NODE = 'kreis';

/**
 * "Geldfluss" of a year as agreed: what each notice grants goes to its component, from there to
 * partners, the Kreis's own posts and the rest, and to the posts. Own funds go straight to their
 * partner. What flows into a recipient flows out of it.
 */
export function flowOf(
  facts: BookFacts,
  year: number,
  figures: YearFigures,
  names: ReadonlyMap<string, ComponentNames>,
): Flow {
  const draft = new FlowDraft();
  const left = new Map<string, Cents>();
  for (const { granted, figure } of figures.grants) {
    const { notice, line } = granted;
    const component = componentNode(draft, line.component, names);
    draft.node({
      id: `notice:${notice.id}`,
      column: 'source',
      kind: 'notice',
      label: notice.title,
    });
    draft.link(`notice:${notice.id}`, component, figure.cents);
    left.set(line.component, cents((left.get(line.component) ?? 0n) + figure.cents));
  }
  const take = (component: string, amount: Cents): void => {
    left.set(component, cents((left.get(component) ?? 0n) - amount));
  };
  for (const line of figures.forwarded) {
    addForwarded(draft, facts, year, line);
    if (line.funding.source !== OWN_FUNDS) take(line.component, line.figure.cents);
  }
  for (const { position, figure } of figures.kept) {
    draft.node({ id: KREIS_NODE, column: 'recipient', kind: 'kreis', label: '' });
    const post = positionNode(draft, position.id, position.label);
    draft.link(`component:${position.component}`, KREIS_NODE, figure.cents);
    draft.link(KREIS_NODE, post, figure.cents);
    take(position.component, figure.cents);
  }
  for (const [component, rest] of left) addRemainder(draft, component, rest);
  return draft.flow();
}

function componentNode(
  draft: FlowDraft,
  component: string,
  names: ReadonlyMap<string, ComponentNames>,
): string {
  const id = `component:${component}`;
  const label = names.get(component)?.shortName ?? component;
  draft.node({ id, column: 'component', kind: 'component', label });
  return id;
}

function positionNode(draft: FlowDraft, positionId: string, label: string): string {
  const id = `position:${positionId}`;
  draft.node({ id, column: 'purpose', kind: 'position', label });
  return id;
}

function addForwarded(draft: FlowDraft, facts: BookFacts, year: number, line: ForwardedLine): void {
  const { partner, funding, component, figure } = line;
  const recipient = `partner:${partner.id}`;
  draft.node({
    id: recipient,
    column: 'recipient',
    kind: partner.sector,
    label: partner.shortName,
  });
  if (funding.source === OWN_FUNDS) {
    draft.node({ id: OWN_FUNDS, column: 'source', kind: 'own-funds', label: '' });
    draft.link(OWN_FUNDS, recipient, figure.cents);
  } else {
    draft.link(`component:${component}`, recipient, figure.cents);
  }
  addPurposes(draft, recipient, figure.cents, plannedPosts(facts, year, line));
}

interface PlannedPost {
  readonly id: string;
  readonly label: string;
  readonly cents: Cents;
}

/** The posts of a line and of its sub-forwardings, each as if it were filled all the time. */
function plannedPosts(
  facts: BookFacts,
  year: number,
  { lineId, agreed }: ForwardedLine,
): readonly PlannedPost[] {
  const stretches = stretchesOfTerms(spansOfLineInYear(agreed.contract, lineId, year));
  return positionsUnder(facts, lineId).map((position) => ({
    id: position.id,
    label: position.label,
    cents: postAmount(filledThroughout(position), stretches, year).amountCents,
  }));
}

/** What the posts leave of a line is for material and measures. */
function addPurposes(
  draft: FlowDraft,
  recipient: string,
  amount: Cents,
  posts: readonly PlannedPost[],
): void {
  let rest: bigint = amount;
  for (const post of posts) {
    const part = cents(post.cents > rest ? rest : post.cents);
    draft.link(recipient, positionNode(draft, post.id, post.label), part);
    rest -= part;
  }
  if (rest <= 0n) return;
  draft.node({ id: 'material', column: 'purpose', kind: 'material', label: '' });
  draft.link(recipient, 'material', cents(rest));
}

function addRemainder(draft: FlowDraft, component: string, rest: Cents): void {
  if (rest <= ZERO_CENTS) return;
  draft.node({ id: 'remainder', column: 'recipient', kind: 'remainder', label: '' });
  draft.link(`component:${component}`, 'remainder', rest);
}
