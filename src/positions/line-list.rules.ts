import { ceilingOfYear, fundingOfYear, spansOfLineInYear } from '../contracts/contracts.js';
import type { Period } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  LineFunding,
} from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import type { LineEntitlement } from './entitlement.types.js';
import { fundingSeen } from './own-facts.rules.js';

/** "Zuweisungszeile" in a list: whose contract, who pays in the year, and what it yields. */
export interface LineOfYear {
  readonly id: string;
  readonly contract: string;
  readonly contractTitle: string;
  readonly fileReference: string;
  readonly direction: ContractDefinition['direction'];
  /** As the last version in force in the year tells it. */
  readonly line: AllocationLineDefinition;
  readonly year: number;
  readonly periods: readonly Period[];
  readonly funding?: LineFunding;
  readonly ceilingCents: Cents;
  /** "Anspruch" up to the day that is asked about; absent where the line takes money. */
  readonly entitledCents?: Cents;
}

const kept = new WeakMap<readonly LineEntitlement[], readonly LineOfYear[]>();

/**
 * The lines that count on a day of the year. Made once for the figures of a year: finding the
 * versions of thousands of lines takes longer than all the rest of an answer.
 */
export function linesOfYear(
  facts: BookFacts,
  { year, lines }: { readonly year: number; readonly lines: readonly LineEntitlement[] },
): readonly LineOfYear[] {
  const known = kept.get(lines);
  if (known !== undefined) return known;
  const entitled = new Map(lines.map(({ line, amountCents }) => [line, amountCents]));
  const found = [...facts.lines].flatMap(([id, { contract }]) =>
    lineOfYear(facts, contract, id, { year, entitledCents: entitled.get(id) }),
  );
  kept.set(lines, found);
  return found;
}

function lineOfYear(
  facts: BookFacts,
  contract: ContractDefinition,
  id: string,
  { year, entitledCents }: { readonly year: number; readonly entitledCents: Cents | undefined },
): readonly LineOfYear[] {
  const spans = spansOfLineInYear(contract, id, year);
  const line = spans.at(-1)?.line;
  if (line === undefined) return [];
  const funding = fundingSeen(facts, fundingOfYear(contract, id, year));
  const { fileReference, direction } = contract;
  return [
    {
      ...{ id, contract: contract.id, contractTitle: contract.title, fileReference, direction },
      line: { ...line, funding: line.funding.filter((each) => fundingSeen(facts, each)) },
      ...{ year, periods: spans.map(({ period }) => period) },
      ...(funding && { funding }),
      ceilingCents: ceilingOfYear(spans, year).cents,
      ...(entitledCents !== undefined && { entitledCents }),
    },
  ];
}
