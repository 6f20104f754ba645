import { levels, type SidedSlice } from '../capacity/capacity.js';
import { spansOfLine } from '../contracts/contracts.js';
import { intersect } from '../domain/calendar/period.js';
import type { Period, PlainDate } from '../domain/calendar/plain-date.js';
import { fte, sumFte, type Fte } from '../domain/proration/fte.js';
import { stretchesOf, type BookFacts } from '../positions/positions.js';
import { NotVacant } from './amendments.errors.js';
import type { FteMove } from './what-if.types.js';

/** Days on which a line has so many VzÄ that nobody fills and no line below it has. */
export interface VacantDays {
  readonly period: Period;
  readonly vacant: Fte;
}

/** "Unbesetzte VzÄ" of a line from a day on, for all days on which it is in force. */
export function vacantFte(
  facts: BookFacts,
  lineId: string,
  from: PlainDate,
): readonly VacantDays[] {
  const spans = spansFrom(facts, lineId, from);
  const last = spans.at(-1)?.period.to;
  if (last === undefined) return [];
  const window = { from, to: last };
  const granted = spans.map(({ period, share }) => slice('grant', period, share));
  const filled = (facts.positionsByLine.get(lineId) ?? []).flatMap((position) =>
    stretchesOf(position, window).map((days) => slice('use', days.period, days.filled)),
  );
  const forwarded = (facts.subLines.get(lineId) ?? []).flatMap((below) =>
    spansFrom(facts, below, from).map(({ period, share }) => slice('use', period, share)),
  );
  return levels([...granted, ...filled, ...forwarded])
    .filter((level) => level.granted > 0n)
    .map((level) => ({ period: level.period, vacant: fte(Number(level.granted - level.used)) }));
}

function spansFrom(facts: BookFacts, lineId: string, from: PlainDate) {
  const agreed = facts.lines.get(lineId);
  const spans = agreed ? spansOfLine(agreed.contract, lineId) : [];
  return spans.flatMap(({ period, line }) => {
    const days = intersect(period, { from, to: period.to > from ? period.to : from });
    return days ? [{ period: days, share: line.fte }] : [];
  });
}

function slice(side: SidedSlice['side'], period: Period, share: Fte): SidedSlice {
  return { measure: 'fte', side, period, amount: BigInt(share) };
}

/**
 * Only what is vacant on each day can be moved; moves from one line count together.
 * @throws NotVacant with the first days on which it is not
 */
export function ensureVacant(facts: BookFacts, moves: readonly FteMove[]): void {
  for (const { fromLine } of moves) {
    const own = moves.filter((move) => move.fromLine === fromLine);
    const requested = sumFte(own.map((move) => move.fte));
    const from = own.map((move) => move.from).toSorted()[0];
    if (from === undefined) continue;
    const filled = vacantFte(facts, fromLine, from).find(({ vacant }) => vacant < requested);
    if (filled === undefined) continue;
    throw new NotVacant({
      line: fromLine,
      from: filled.period.from,
      to: filled.period.to,
      vacant: filled.vacant > 0 ? filled.vacant : 0,
      requested,
    });
  }
}
