import { lastOfYear, minDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { KREIS, type PositionDefinition } from '../programmes/definitions/definition.js';
import { positionsUnder, type AgreedLine, type BookFacts } from './book-facts.js';
import type { LineEntitlement, PostEntitlement, ZeroReason } from './entitlement.types.js';
import { lineEntitlement } from './line-entitlement.rules.js';
import { fundingSeen } from './own-facts.rules.js';
import type { FixedSumOf } from './line-sums.rules.js';
import { noticeLineOf, ownPostAmount, type RatesOf } from './own-post.rules.js';
import { NO_AMOUNT } from './post-entitlement.rules.js';

/** Figures of the programmes that entitlements rest on. */
export interface ProgrammeFigures {
  readonly ratesOf: RatesOf;
  readonly fixedSumOf: FixedSumOf;
}

/** What is asked: one year, up to a day of it. */
export interface EntitlementScope {
  readonly year: number;
  /** Only time up to this day counts; absent: the whole year. */
  readonly on?: PlainDate | undefined;
}

/** The last day that counts; before the year's first day nothing does. */
export function throughDay({ year, on }: EntitlementScope): PlainDate {
  return on === undefined ? lastOfYear(year) : minDate(on, lastOfYear(year));
}

/** The lines by which the Kreis, or a partner to the third tier, forwards money. */
export function forwardingLines(facts: BookFacts): readonly string[] {
  return [...facts.lines]
    .filter(([, { contract }]) => contract.direction === 'forwarding')
    .map(([lineId]) => lineId);
}

/** "Anspruch" of a line; undefined if no contract has it, or it takes money instead of giving it. */
export function entitlementOfLine(
  facts: BookFacts,
  lineId: string,
  scope: EntitlementScope,
  figures: ProgrammeFigures,
): LineEntitlement | undefined {
  const agreed = facts.lines.get(lineId);
  if (agreed?.contract.direction !== 'forwarding') return undefined;
  const entitlement = lineEntitlement({
    contract: agreed.contract,
    lineId,
    positions: positionsUnder(facts, lineId),
    year: scope.year,
    through: throughDay(scope),
    fixedSumOf: figures.fixedSumOf,
  });
  return entitlement && asSeen(facts, agreed, entitlement);
}

/** What others forward to a partner is no part of a line above for those who do not see that one. */
function asSeen(facts: BookFacts, { line }: AgreedLine, told: LineEntitlement): LineEntitlement {
  if (facts.partner === undefined) return told;
  const { funding: paid, ...entitlement } = told;
  const funding = fundingSeen(facts, paid);
  const subForwarding = line.partner !== facts.partner && told.subForwarding;
  return { ...entitlement, subForwarding, ...(funding && { funding }) };
}

/** The Kreis's own posts: what their notice lines yield for the time that they were filled. */
export function entitlementsOfOwnPosts(
  facts: BookFacts,
  scope: EntitlementScope,
  figures: ProgrammeFigures,
): readonly PostEntitlement[] {
  return facts.positions
    .filter(({ own }) => own !== undefined)
    .map((position) => ownEntitlement(facts, position, scope, figures));
}

export function ownEntitlement(
  facts: BookFacts,
  position: PositionDefinition,
  scope: EntitlementScope,
  { ratesOf }: ProgrammeFigures,
): PostEntitlement {
  const { year } = scope;
  const through = throughDay(scope);
  const granted = facts.noticeLines.get(noticeLineOf(position, year) ?? '');
  const amount = granted
    ? ownPostAmount(position, granted.line, year, ratesOf, through)
    : NO_AMOUNT;
  const zero: ZeroReason | undefined =
    amount.amountCents > 0n
      ? undefined
      : granted === undefined
        ? 'no-funding'
        : amount.exists
          ? 'vacant'
          : 'no-post';
  return {
    position: position.id,
    label: position.label,
    component: position.component,
    year,
    through,
    employer: KREIS,
    placeOfWork: position.placeOfWork,
    plannedFte: position.plannedFte,
    amountCents: amount.amountCents,
    exactCents: amount.exactCents,
    share: amount.share,
    ...(zero && { zero }),
    derivation: () => amount.derivation(),
  };
}
