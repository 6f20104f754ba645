import { ceilingOfYear, fundingOfYear, spansOfLineInYear } from '../../contracts/contracts.js';
import { calendarYear, overlap } from '../../domain/calendar/period.js';
import type { Period } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import { germanOrder } from '../../domain/text/german-text.js';
import type { AgreedLine } from '../../positions/book.queries.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  LineFunding,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { wayOf, type ContractWay } from '../contracts/contract-row.js';

/** An allocation line in the year of the page. */
export interface LineRow {
  readonly contract: ContractDefinition;
  /** As the last version in force in the year tells it; else as the last one does. */
  readonly line: AllocationLineDefinition;
  readonly way: ContractWay;
  /** The days of the year on which it counts; absent: no effective version has it. */
  readonly period: Period | undefined;
  readonly version: string;
  readonly funding: LineFunding | undefined;
  readonly ceilingCents: Cents;
  /** Absent: the line takes money instead of giving it, or does not count in the year. */
  readonly entitlement: LineEntitlement | undefined;
}

/** The lines that a version names for the year, effective or still to be signed, by title. */
export function lineRows(page: BookPage): readonly LineRow[] {
  const { year } = page.asOf;
  const entitlements = new Map(page.figures.lines.map((entry) => [entry.line, entry]));
  return [...page.facts.lines.values()]
    .filter((agreed) => isOfYear(agreed, year))
    .map((agreed) => rowOf(agreed, year, entitlements.get(agreed.line.id)))
    .toSorted((a, b) => germanOrder(a.line.title, b.line.title));
}

function isOfYear({ contract, line }: AgreedLine, year: number): boolean {
  return contract.versions.some(
    ({ inForceFrom, inForceTo, lines }) =>
      overlap({ from: inForceFrom, to: inForceTo }, calendarYear(year)) &&
      lines.some(({ id }) => id === line.id),
  );
}

function rowOf(
  { contract, line }: AgreedLine,
  year: number,
  entitlement: LineEntitlement | undefined,
): LineRow {
  const spans = spansOfLineInYear(contract, line.id, year);
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    contract,
    line: last?.line ?? line,
    way: wayOf(contract),
    period: first && last && { from: first.period.from, to: last.period.to },
    version: last?.version.title ?? '',
    funding: fundingOfYear(contract, line.id, year),
    ceilingCents: ceilingOfYear(spans, year).cents,
    entitlement: last === undefined ? undefined : entitlement,
  };
}
