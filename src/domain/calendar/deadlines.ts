import {
  named,
  step,
  text,
  type Derivation,
  type DerivationStep,
  type Quantity,
} from '../derivation/derivation.js';
import type { OneOffHoliday } from './holidays.js';
import { addDays, addMonthsToEnd, lastOfQuarter, type PlainDate } from './plain-date.js';
import { lastWorkingDay, nextWorkingDay, type NonWorkingReason } from './working-days.js';

export const DEADLINE_KINDS = ['frist', 'termin', 'notice-period'] as const;
/**
 * A period deadline ("Frist") rolls, a fixed date ("Termin") stays, a notice period
 * ("Kündigungsfrist") never rolls forward (R12). The keys are those of the API.
 */
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface Deadline {
  readonly kind: DeadlineKind;
  readonly dueOn: PlainDate;
  /** Whether the day differs from the one that was counted out. */
  readonly moved: boolean;
  /** Why it moved, day by day; empty if it did not. */
  readonly reasons: readonly NonWorkingReason[];
  /** Only for a notice period: the last working day on or before it. */
  readonly safeOn?: PlainDate;
  readonly derivation: () => Derivation;
}

const ROLLS = '§ 31 Abs. 3 VwVfG, § 193 BGB';
const STAYS = '§ 31 Abs. 5 VwVfG';
const NOTICE = 'BGH, 17.02.2005 – III ZR 172/04';
const COUNTED = '§§ 187, 188 BGB';

/**
 * When a day that was fixed or counted out falls due (R12, R13).
 * @param oneOffs holidays of one year only, from the law tables
 * @see § 31 VwVfG, § 193 BGB
 */
export function deadline(
  date: PlainDate,
  kind: DeadlineKind,
  oneOffs: readonly OneOffHoliday[] = [],
): Deadline {
  return dueFrom(date, kind, oneOffs, [step('date', [], day(date))]);
}

/** "Vier Wochen nach Quartalsende": a Frist of weeks after a quarter (R13). */
export function weeksAfterQuarter(
  { year, quarter, weeks }: { year: number; quarter: 1 | 2 | 3 | 4; weeks: number },
  oneOffs: readonly OneOffHoliday[] = [],
): Deadline {
  const end = lastOfQuarter(year, quarter);
  const date = addDays(end, weeks * 7);
  const count = named('weeks', { kind: 'number', value: weeks });
  return dueFrom(date, 'frist', oneOffs, [
    step('end-of-quarter', [], day(end)),
    step('weeks-after', [count], day(date), COUNTED),
  ]);
}

/**
 * "Kündigungsfrist": the last day on which a notice ending the contract on `end` may arrive.
 * 6 months before 31.12.2024 is 30.06.2024: the end of a month leads to the end of a month.
 */
export function noticePeriodBefore(
  end: PlainDate,
  months: number,
  oneOffs: readonly OneOffHoliday[] = [],
): Deadline {
  const date = addMonthsToEnd(end, -months);
  const count = named('months', { kind: 'number', value: months });
  return dueFrom(date, 'notice-period', oneOffs, [
    step('end-of-term', [], day(end)),
    step('months-back', [count], day(date), COUNTED),
  ]);
}

function dueFrom(
  date: PlainDate,
  kind: DeadlineKind,
  oneOffs: readonly OneOffHoliday[],
  steps: readonly DerivationStep[],
): Deadline {
  switch (kind) {
    case 'frist': {
      const { day: dueOn, passed } = nextWorkingDay(date, oneOffs);
      const derivation = derived(dueOn, [...steps, ...passed.map(passedStep), due(dueOn, ROLLS)]);
      return { kind, dueOn, moved: dueOn !== date, reasons: passed, derivation };
    }
    case 'termin': {
      const derivation = derived(date, [...steps, due(date, STAYS)]);
      return { kind, dueOn: date, moved: false, reasons: [], derivation };
    }
    case 'notice-period': {
      const { day: safeOn, passed } = lastWorkingDay(date, oneOffs);
      const safe = step('safe-day', [], day(safeOn));
      const derivation = derived(date, [
        ...steps,
        due(date, NOTICE),
        ...passed.map(passedStep),
        safe,
      ]);
      return { kind, dueOn: date, moved: false, reasons: [], safeOn, derivation };
    }
  }
}

function due(on: PlainDate, clause: string): DerivationStep {
  return step('due-day', [], day(on), clause);
}

function passedStep({ on, name }: NonWorkingReason): DerivationStep {
  return step('non-working-day', [named('reason', text(name))], day(on));
}

function derived(dueOn: PlainDate, steps: readonly DerivationStep[]): () => Derivation {
  return () => ({ rule: 'R12', ruleVersion: 1, steps, rounding: 'none', result: day(dueOn) });
}

function day(value: PlainDate): Quantity {
  return { kind: 'day', day: value };
}
