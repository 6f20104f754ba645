import type { VacantLine } from '../../amendments/what-if.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatFte, sumFte } from '../../domain/proration/fte.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import type { BookPage } from '../book/book-page.js';
import { cell, fteCell, row, type CellView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { MOVES_MAX, pairsOf, type Question } from './what-if-question.js';

/** "Was unbesetzt ist": lines with vacant VzÄ on a day, and the way to move them. */
export function vacancyTable(
  page: BookPage,
  question: Question,
  vacant: readonly VacantLine[],
): TableView {
  return {
    id: 'unbesetzt',
    caption: `Unbesetzte VzÄ am ${formatGermanDay(question.day)}`,
    columns: [
      { label: 'Zeile' },
      { label: 'Stellen' },
      { label: 'VzÄ der Zeile', numeric: true },
      { label: 'Unbesetzt', numeric: true },
      { label: 'Bis' },
      { label: 'Verschiebbar', numeric: true },
    ],
    rows: vacant.map((line) =>
      row([
        nameCell(page, line),
        cell(
          postNames(page, line),
          line.posts.length === 0 ? { sub: 'noch keine Stelle angelegt' } : {},
        ),
        fteCell(line.lineFte),
        fteCell(line.vacantFte),
        cell(formatGermanDay(line.until)),
        movableCell(page, question, line),
      ]),
    ),
    footer:
      vacant.length > 1
        ? [
            row([
              cell('Summe'),
              cell(''),
              cell(''),
              fteCell(sumFte(vacant.map(({ vacantFte }) => vacantFte))),
              cell(''),
              fteCell(sumFte(vacant.map(({ movableFte }) => movableFte))),
            ]),
          ]
        : [],
  };
}

function nameCell({ facts, names, link }: BookPage, { line: id }: VacantLine): CellView {
  const agreed = facts.lines.get(id);
  if (agreed === undefined) return cell(id);
  const { line, contract } = agreed;
  return cell(`${names.shortParty(line.partner)}: ${line.title}`, {
    href: link(`${paths.contract(contract.id)}#zuweisung`),
    sub: `${names.component(line.component)} · ${contract.fileReference}`,
  });
}

function postNames({ facts }: BookPage, { posts }: VacantLine): string {
  return facts.positions
    .filter(({ id }) => posts.includes(id))
    .map(({ label }) => label)
    .join(', ');
}

/** A link that adds the move; or why nothing can go. */
function movableCell(page: BookPage, question: Question, line: VacantLine): CellView {
  const { movableFte, targets } = line;
  if (movableFte === 0) return cell('–', { sub: 'danach wieder besetzt' });
  if (targets.length === 0) return fteCell(movableFte, { sub: 'keine andere Zeile dafür' });
  if (question.moves.length >= MOVES_MAX) return fteCell(movableFte);
  const errors = { from: '', to: '', fte: '' };
  const next = { number: 0, from: line.line, to: '', fte: formatFte(movableFte), errors };
  const pairs = pairsOf({ ...question, moves: [...question.moves, next] });
  const href = page.link(`${withQuery(paths.whatIf, pairs)}#verschiebungen`);
  return fteCell(movableFte, { explain: { href, label: 'verschieben' } });
}
