import {
  ceilingOfYear,
  lineIdsOf,
  spansInForce,
  spansOfLineInYear,
  summarizeChecklist,
} from '../../contracts/contracts.js';
import type { Period } from '../../domain/calendar/plain-date.js';
import { sumCents, type Cents } from '../../domain/money/cents.js';
import { sumFte, ZERO_FTE, type Fte } from '../../domain/proration/fte.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { groupBy } from '../../platform/database/recorded.js';
import {
  KREIS,
  type ContractDefinition,
  type ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { countText } from '../book/words.js';
import type { BadgeView } from '../components/badge.js';
import { contractState, shownVersion } from './contract-state.js';

/** Who passes money on by a contract, and in which direction. */
export type ContractWay = 'by-kreis' | 'by-partner' | 'refund';

/** A contract in the year of the page. */
export interface ContractRow {
  readonly contract: ContractDefinition;
  readonly way: ContractWay;
  /** The one in force on the day, else the nearest. */
  readonly version: ContractVersionDefinition | undefined;
  /** The days on which that version is in force; absent: on none. */
  readonly period: Period | undefined;
  readonly state: BadgeView;
  /** What should be cleared up: missing items, open points. */
  readonly hints: readonly string[];
  readonly missing: number;
  /** On the last days of the year. */
  readonly fte: Fte;
  readonly ceilingCents: Cents;
  /** "Anspruch"; absent where no line gives money. */
  readonly amountCents: Cents | undefined;
}

/** All contracts of the book by title, with what they yield in the year. */
export function contractRows(page: BookPage): readonly ContractRow[] {
  const entitled = groupBy(page.figures.lines, ({ contract }) => contract);
  return page.facts.contracts
    .map((contract) => {
      const amounts = entitled.get(contract.id)?.map(({ amountCents }) => amountCents);
      return contractRow(page, contract, amounts && sumCents(amounts));
    })
    .toSorted((a, b) => germanOrder(a.contract.title, b.contract.title));
}

/** How a contract passes money on. */
export function wayOf({ direction, forwardedBy }: ContractDefinition): ContractWay {
  if (direction === 'refund') return 'refund';
  return forwardedBy === KREIS ? 'by-kreis' : 'by-partner';
}

function contractRow(
  { asOf: { on, year } }: BookPage,
  contract: ContractDefinition,
  amountCents: Cents | undefined,
): ContractRow {
  const version = shownVersion(contract, on);
  const span = spansInForce(contract).find((entry) => entry.version === version);
  const summary = summarizeChecklist(version?.checklist ?? []);
  const ofLines = lineIdsOf(contract).map((line) => spansOfLineInYear(contract, line, year));
  return {
    contract,
    way: wayOf(contract),
    version,
    period: span?.period,
    state: contractState(contract, on),
    hints: hintsOf(summary, version?.openItems.length ?? 0),
    missing: summary.missing,
    fte: sumFte(ofLines.map((spans) => spans.at(-1)?.line.fte ?? ZERO_FTE)),
    ceilingCents: sumCents(ofLines.map((spans) => ceilingOfYear(spans, year).cents)),
    amountCents,
  };
}

function hintsOf(
  { missing, contradictory }: ReturnType<typeof summarizeChecklist>,
  open: number,
): readonly string[] {
  const found: readonly { readonly count: number; readonly text: string }[] = [
    { count: missing, text: countText(missing, 'Angabe fehlt', 'Angaben fehlen') },
    { count: contradictory, text: `${contradictory} widersprüchlich` },
    { count: open, text: countText(open, 'offener Punkt', 'offene Punkte') },
  ];
  return found.filter(({ count }) => count > 0).map(({ text }) => text);
}
