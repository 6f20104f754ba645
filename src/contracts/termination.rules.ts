import { noticePeriodBefore } from '../domain/calendar/deadlines.js';
import type { OneOffHoliday } from '../domain/calendar/holidays.js';
import { yearsOf } from '../domain/calendar/period.js';
import {
  addDays,
  lastOfYear,
  maxDate,
  yearOf,
  type Period,
  type PlainDate,
} from '../domain/calendar/plain-date.js';
import type { Derivation } from '../domain/derivation/derivation.js';
import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import { fte as fteOf, ZERO_FTE, type Fte } from '../domain/proration/fte.js';
import type {
  Clause,
  ContractDefinition,
  Termination,
} from '../programmes/definitions/definition.js';
import { ceilingOfYear } from './ceiling.rules.js';
import { AlreadyTerminated, NothingToTerminate } from './contracts.errors.js';
import { ensureParty } from './signing.rules.js';
import { lineIdsOf, spansInForce, spansOfLine, spansOfLineInYear } from './version.rules.js';

/** When a notice of termination ends a contract. */
export interface TerminationDay {
  /** The last day of the contract for all parties. */
  readonly endsOn: PlainDate;
  /** The last day on which the notice may arrive; a notice period never rolls forward (R12). */
  readonly dueOn: PlainDate;
  /** The last working day on or before it. */
  readonly safeOn: PlainDate;
  /** It came after the last day for the end of its own year. */
  readonly missedYear: boolean;
  readonly clause: Clause;
  readonly derivation: () => Derivation;
}

/** A line that ends earlier than it would have. */
export interface EndingLine {
  readonly line: string;
  readonly title: string;
  readonly partner: string;
  /** Whether it belongs to the party that terminates; the others end with it (§ 15). */
  readonly own: boolean;
  /** On the first of the days that fall away. */
  readonly fte: Fte;
  /** The days that fall away, as far as the term is known. */
  readonly period: Period;
  /** What the line would have yielded at most, by year. */
  readonly byYear: readonly { readonly year: number; readonly lostCents: Cents }[];
}

/** "Was die Kündigung bewirkt": the day, and what ends for whom. */
export interface TerminationPreview extends TerminationDay {
  readonly contract: string;
  readonly party: string;
  readonly receivedOn: PlainDate;
  readonly lines: readonly EndingLine[];
  readonly lostFte: Fte;
  readonly lostByYear: readonly { readonly year: number; readonly lostCents: Cents }[];
}

/**
 * R12: months before the end of a year, counted back from it. What arrives a day too late ends the
 * contract a year later, be the day a Sunday or not.
 * @throws NothingToTerminate if the contract does not bind on the day of receipt, nor later
 */
export function terminationDay(
  contract: ContractDefinition,
  receivedOn: PlainDate,
  oneOffs: readonly OneOffHoliday[],
): TerminationDay {
  const binding = spansInForce(contract).find(({ period }) => receivedOn <= period.to);
  if (!binding) throw new NothingToTerminate({ contract: contract.id, on: receivedOn });
  const { months, clause } = binding.version.terms.noticePeriod;
  for (let year = yearOf(receivedOn); ; year += 1) {
    const endsOn = lastOfYear(year);
    const { dueOn, safeOn = dueOn, derivation } = noticePeriodBefore(endsOn, months, oneOffs);
    if (receivedOn > dueOn) continue;
    const missedYear = year > yearOf(receivedOn);
    return { endsOn, dueOn, safeOn, missedYear, clause, derivation };
  }
}

/** The contract with its termination. @throws NotAParty, AlreadyTerminated, NothingToTerminate */
export function terminated(
  contract: ContractDefinition,
  { party, receivedOn, note }: Omit<Termination, 'endsOn' | 'clause'>,
  oneOffs: readonly OneOffHoliday[],
): ContractDefinition {
  ensureParty(contract, party);
  ensureNotTerminated(contract);
  const { endsOn, clause } = terminationDay(contract, receivedOn, oneOffs);
  const termination = { party, receivedOn, endsOn, clause, ...(note !== undefined && { note }) };
  return { ...contract, termination };
}

/** @throws NotAParty, AlreadyTerminated, NothingToTerminate */
export function terminationPreview(
  contract: ContractDefinition,
  given: Omit<Termination, 'endsOn' | 'clause'>,
  oneOffs: readonly OneOffHoliday[],
): TerminationPreview {
  const after = terminated(contract, given, oneOffs);
  const day = terminationDay(contract, given.receivedOn, oneOffs);
  const lines = lineIdsOf(contract).flatMap((id) => endingLine(contract, after, id, given.party));
  const years = [...new Set(lines.flatMap(({ byYear }) => byYear.map(({ year }) => year)))];
  return {
    ...{ contract: contract.id, party: given.party, receivedOn: given.receivedOn, ...day, lines },
    lostFte: lines.reduce((sum, { fte }) => fteOf(sum + fte), ZERO_FTE),
    lostByYear: years
      .toSorted((a, b) => a - b)
      .map((year) => ({
        year,
        lostCents: sumCents(
          lines.flatMap(({ byYear }) =>
            byYear.filter((each) => each.year === year).map(({ lostCents }) => lostCents),
          ),
        ),
      })),
  };
}

function endingLine(
  before: ContractDefinition,
  after: ContractDefinition,
  id: string,
  party: string,
): EndingLine[] {
  const end = after.termination?.endsOn;
  const falling = spansOfLine(before, id).flatMap(({ line, period: { from, to } }) =>
    end !== undefined && to > end ? [{ line, from: maxDate(from, addDays(end, 1)), to }] : [],
  );
  const [first, last] = [falling[0], falling.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { line } = first;
  const period = { from: first.from, to: last.to };
  const byYear = yearsOf(period).map((year) => {
    const [was, is] = [before, after].map(
      (contract) => ceilingOfYear(spansOfLineInYear(contract, id, year), year).cents,
    );
    return { year, lostCents: cents((was ?? 0n) - (is ?? 0n)) };
  });
  const { title, partner, fte } = line;
  return [{ line: id, title, partner, own: partner === party, fte, period, byYear }];
}

/** @throws AlreadyTerminated */
function ensureNotTerminated({ id, termination }: ContractDefinition): void {
  if (!termination) return;
  const { party, endsOn } = termination;
  throw new AlreadyTerminated({ contract: id, party, endsOn });
}

/** Nothing new begins after a contract has ended. @throws AlreadyTerminated */
export function ensureNotEnded(contract: ContractDefinition, from: PlainDate): void {
  const endsOn = contract.termination?.endsOn;
  if (endsOn !== undefined && from > endsOn) ensureNotTerminated(contract);
}
