import { spansOfLine } from '../../contracts/contracts.js';
import { contains } from '../../domain/calendar/period.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { fte, sumFte } from '../../domain/proration/fte.js';
import { periodOf } from '../../positions/positions.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { fteText } from '../book/words.js';
import { BLANK, cell, type CellView } from '../components/table.js';
import { beginButton } from '../editing/begin-button.js';
import { POSITION_FORM } from '../positions/forms/form-names.js';

/** VzÄ of a line that neither a post nor a line below it has on the day of the page, and the way to make a post of them. */
export function roomCell(
  { asOf, facts }: BookPage,
  contract: ContractDefinition,
  { id, title }: AllocationLineDefinition,
): CellView {
  const agreed = spansOfLine(contract, id).find(({ period }) => contains(period, asOf.on));
  if (contract.direction === 'refund' || asOf.knownOn !== undefined || !agreed) return BLANK;
  const room = agreed.line.fte - plannedFte(facts, id, asOf.on);
  if (room <= 0) return BLANK;
  const options = { line: id };
  return cell('', {
    begin: beginButton('Stelle eintragen', POSITION_FORM, { options, about: title }),
    sub: fteText(fte(room)),
  });
}

function plannedFte(facts: BookPage['facts'], line: string, on: PlainDate): number {
  const posts = (facts.positionsByLine.get(line) ?? []).filter((position) =>
    contains(periodOf(position), on),
  );
  const below = (facts.subLines.get(line) ?? []).flatMap((id) => {
    const agreed = facts.lines.get(id);
    const spans = agreed ? spansOfLine(agreed.contract, id) : [];
    return spans.filter(({ period }) => contains(period, on));
  });
  return sumFte([
    ...posts.map((post) => post.plannedFte),
    ...below.map(({ line: { fte: share } }) => share),
  ]);
}
