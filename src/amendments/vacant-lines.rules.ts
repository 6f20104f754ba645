import { spansOfLine } from '../contracts/contracts.js';
import { contains } from '../domain/calendar/period.js';
import { addDays, type PlainDate } from '../domain/calendar/plain-date.js';
import { fte, type Fte } from '../domain/proration/fte.js';
import { vacanciesOf, type AgreedLine, type BookFacts } from '../positions/positions.js';
import { vacantFte, type VacantDays } from './vacant-fte.rules.js';
import { obstacleOf } from './what-if.rules.js';

/** A line with VzÄ that nobody fills on a day, and where they could go from that day on. */
export interface VacantLine {
  readonly line: string;
  readonly lineFte: Fte;
  /** On the day itself. */
  readonly vacantFte: Fte;
  /** The last of the days on which so many are vacant. */
  readonly until: PlainDate;
  /** Vacant on every day that is left: only these can go. */
  readonly movableFte: Fte;
  /** Posts of the line that are not wholly filled on the day. */
  readonly posts: readonly string[];
  /** Lines that could take them, in the order of the book. */
  readonly targets: readonly string[];
}

/** "Unbesetzte VzÄ" of all forwarded lines on a day, those with the most first. */
export function vacantLines(facts: BookFacts, on: PlainDate): readonly VacantLine[] {
  const agreed = [...facts.lines].filter(
    ([id, line]) => isForwarded(line) && inForce(id, line, on),
  );
  const byComponent = new Map<string, string[]>();
  for (const [id, { line }] of agreed) {
    byComponent.set(line.component, [...(byComponent.get(line.component) ?? []), id]);
  }
  return agreed
    .flatMap(([id, { line }]) => vacantLine(facts, id, on, byComponent.get(line.component) ?? []))
    .toSorted((a, b) => b.movableFte - a.movableFte || b.vacantFte - a.vacantFte);
}

/** Towns that refund the Kreis have no posts of their own to be vacant. */
function isForwarded({ contract }: AgreedLine): boolean {
  return contract.direction === 'forwarding';
}

function inForce(id: string, { contract }: AgreedLine, on: PlainDate): boolean {
  return spansOfLine(contract, id).some(({ period }) => contains(period, on));
}

function vacantLine(
  facts: BookFacts,
  id: string,
  on: PlainDate,
  others: readonly string[],
): readonly VacantLine[] {
  const days = vacantFte(facts, id, on);
  const [first] = days;
  if (first === undefined || first.vacant <= 0) return [];
  const least = days.reduce((most, { vacant }) => Math.min(most, vacant), first.vacant);
  const movable = fte(Math.max(0, least));
  const line = spansOfLine(facts.lines.get(id)?.contract ?? noContract(id), id).find(({ period }) =>
    contains(period, on),
  )?.line;
  return [
    {
      line: id,
      lineFte: line?.fte ?? fte(0),
      vacantFte: first.vacant,
      until: lastOf(days, first.vacant),
      movableFte: movable,
      posts: (facts.positionsByLine.get(id) ?? [])
        .filter((position) => vacanciesOf(position, { from: on, to: on }).length > 0)
        .map((position) => position.id),
      targets:
        movable === 0
          ? []
          : others.filter(
              (other) => obstacleOf(facts, { fromLine: id, toLine: other, from: on }) === undefined,
            ),
    },
  ];
}

/** The last day before the vacancy first becomes smaller. */
function lastOf(days: readonly VacantDays[], vacant: Fte): PlainDate {
  const next = days.findIndex((part, index) => index > 0 && part.vacant < vacant);
  const smaller = days[next];
  if (smaller !== undefined) return addDays(smaller.period.from, -1);
  return days.at(-1)?.period.to ?? noDays();
}

function noDays(): never {
  throw new RangeError('a line in force has days');
}

function noContract(line: string): never {
  throw new RangeError(`the line ${line} was found before`);
}
