import type { Cents } from '../../domain/money/cents.js';
import type { Fte } from '../../domain/proration/fte.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { LineEntitlement, PostEntitlement } from '../../positions/entitlements.queries.js';
import { KREIS } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';

/** What an entitlement is counted for. */
export type EntitlementKind = 'line' | 'sub-line' | 'post' | 'own-post';

/** "Anspruch" of a line, of a post on it, or of a post of the Kreis itself. */
export interface EntitlementRow {
  readonly kind: EntitlementKind;
  /** Who gets the money. */
  readonly partner: string;
  readonly name: string;
  readonly component: string;
  readonly fte: Fte;
  readonly amountCents: Cents;
  readonly line?: LineEntitlement;
  readonly post?: PostEntitlement;
}

/** By partner, under each line its posts; the Kreis's own posts under the Kreis. */
export function entitlementRows({ figures, names }: BookPage): readonly EntitlementRow[] {
  const rows = [
    ...countedLines(figures.lines).flatMap((line) => [lineRow(line), ...postRows(line)]),
    ...figures.ownPosts.map(({ entitlement }) => ownPostRow(entitlement)),
  ];
  const byPartner = [...groupBy(rows, ({ partner }) => partner)];
  return byPartner
    .map(([partner, own]) => ({ name: names.shortParty(partner), own }))
    .toSorted((a, b) => germanOrder(a.name, b.name))
    .flatMap(({ own }) => own);
}

/** The lines that somebody pays for in the year. */
export function countedLines(lines: readonly LineEntitlement[]): readonly LineEntitlement[] {
  return lines.filter(({ zero }) => zero !== 'not-in-force' && zero !== 'no-funding');
}

function lineRow(line: LineEntitlement): EntitlementRow {
  const { partner, title, component, fte, amountCents, subForwarding } = line;
  const kind = subForwarding ? 'sub-line' : 'line';
  return { kind, partner, name: title, component, fte, amountCents, line };
}

function postRows(line: LineEntitlement): readonly EntitlementRow[] {
  return line.posts.map((post) => ({
    kind: 'post',
    partner: line.partner,
    name: post.label,
    component: post.component,
    fte: post.plannedFte,
    amountCents: post.amountCents,
    line,
    post,
  }));
}

function ownPostRow(post: PostEntitlement): EntitlementRow {
  const { label, component, plannedFte, amountCents } = post;
  return {
    kind: 'own-post',
    partner: KREIS,
    name: label,
    component,
    fte: plannedFte,
    amountCents,
    post,
  };
}
