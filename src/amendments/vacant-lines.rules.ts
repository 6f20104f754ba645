import { spansOfLine } from '../contracts/contracts.js';
import { contains } from '../domain/calendar/period.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { fte, type Fte } from '../domain/proration/fte.js';
import { groupBy } from '../platform/database/recorded.js';
import type { AllocationLineDefinition } from '../programmes/definitions/definition.js';
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

/** "Unbesetzte VzÄ" of all forwarded lines on a day: those that can go first, then by how many. */
export function vacantLines(facts: BookFacts, on: PlainDate): readonly VacantLine[] {
  const inForce = [...facts.lines].flatMap(([id, agreed]) => lineInForce(id, agreed, on));
  const byComponent = groupBy(inForce, ({ component }) => component);
  return inForce
    .flatMap((line) => vacantLine(facts, line, on, byComponent.get(line.component) ?? []))
    .toSorted((a, b) => b.movableFte - a.movableFte || b.vacantFte - a.vacantFte);
}

/** Towns that refund the Kreis have no posts of their own to be vacant. */
function lineInForce(
  id: string,
  { contract }: AgreedLine,
  on: PlainDate,
): readonly AllocationLineDefinition[] {
  if (contract.direction !== 'forwarding') return [];
  const span = spansOfLine(contract, id).find(({ period }) => contains(period, on));
  return span === undefined ? [] : [span.line];
}

function vacantLine(
  facts: BookFacts,
  { id, fte: lineFte }: AllocationLineDefinition,
  on: PlainDate,
  others: readonly AllocationLineDefinition[],
): readonly VacantLine[] {
  const days = vacantFte(facts, id, on);
  const [first] = days;
  if (first === undefined || first.vacant <= 0) return [];
  const { vacant, least, until } = spread(days, first);
  const posts = (facts.positionsByLine.get(id) ?? []).filter(
    (position) => vacanciesOf(position, { from: on, to: on }).length > 0,
  );
  const canTake = ({ id: other }: AllocationLineDefinition): boolean =>
    obstacleOf(facts, { fromLine: id, toLine: other, from: on }) === undefined;
  return [
    {
      ...{ line: id, lineFte, until },
      vacantFte: vacant,
      movableFte: least > 0 ? least : fte(0),
      posts: posts.map((position) => position.id),
      targets: least > 0 ? others.filter(canTake).map((other) => other.id) : [],
    },
  ];
}

/** How many are vacant at first, until when, and how many on every day. */
function spread(days: readonly VacantDays[], { vacant, period }: VacantDays) {
  let least = vacant;
  let until = period.to;
  for (const part of days) {
    if (least === vacant && part.vacant >= vacant) until = part.period.to;
    if (part.vacant < least) least = part.vacant;
  }
  return { vacant, least, until };
}
