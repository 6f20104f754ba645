import type { FollowOn } from '../../amendments/follow-on.queries.js';
import { addDays, formatGermanDay } from '../../domain/calendar/plain-date.js';
import { lineIdsOf } from '../../contracts/contracts.js';
import type { PositionDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';

/** What stays as it is, and why: components, contracts and posts of the notice before. */
export function unchangedTable(page: BookPage, picture: FollowOn): TableView {
  return {
    id: 'unveraendert',
    caption: 'Was hier unverändert bleibt, und warum',
    columns: [{ label: 'Was' }, { label: 'Warum' }],
    rows: [
      ...componentRows(page, picture),
      ...endedRows(page, picture),
      ...postRows(page, picture),
    ],
    footer: [],
  };
}

function componentRows({ facts, names }: BookPage, picture: FollowOn): readonly RowView[] {
  const before = facts.notices.find(({ id }) => id === picture.follows);
  const followed = new Set(picture.noticeLines.map(({ component }) => component));
  const gone = new Set(
    (before?.lines ?? []).map(({ component }) => component).filter((id) => !followed.has(id)),
  );
  return [...gone].map((id) =>
    row([
      cell(names.component(id)),
      cell('Der Anschlussbescheid hat dafür keine Zeile. Was daraus bezahlt wird, endet.'),
    ]),
  );
}

/** Contracts that the notice before paid, and that somebody has ended since. */
function endedRows({ facts, link }: BookPage, picture: FollowOn): readonly RowView[] {
  const before = facts.notices.find(({ id }) => id === picture.follows);
  const lines = new Set((before?.lines ?? []).map(({ id }) => id));
  const going = new Set(picture.contracts.map(({ contract }) => contract));
  return facts.contracts
    .filter(({ id, termination }) => !going.has(id) && termination !== undefined)
    .filter(({ versions }) =>
      versions.some((version) =>
        version.lines.some(({ funding }) =>
          funding.some((each) => each.source === 'notice-line' && lines.has(each.noticeLine)),
        ),
      ),
    )
    .map(({ id, title, termination }) =>
      row([
        cell(title, { href: link(paths.contract(id)) }),
        cell(`Gekündigt zum ${formatGermanDay(termination?.endsOn ?? picture.period.from)}.`),
      ]),
    );
}

/** Posts of the contracts concerned that keep their days. */
function postRows({ facts, link }: BookPage, picture: FollowOn): readonly RowView[] {
  const going = new Set(picture.positions.map(({ position }) => position));
  const concerned = new Set(picture.contracts.map(({ contract }) => contract));
  const lines = facts.contracts
    .filter(({ id }) => concerned.has(id))
    .flatMap((contract) => lineIdsOf(contract));
  return lines
    .flatMap((line) => facts.positionsByLine.get(line) ?? [])
    .filter(({ id }) => !going.has(id))
    .map((post) =>
      row([
        cell(post.label, { href: link(paths.position(post.id)) }),
        cell(reasonOf(post, picture)),
      ]),
    );
}

function reasonOf({ to, allocationLine }: PositionDefinition, picture: FollowOn): string {
  const [first] = picture.noticeLines.map(({ from }) => from).toSorted();
  const lastDay = addDays(first ?? picture.period.from, -1);
  if (to === undefined) return 'Sie läuft ohne Ende und geht von selbst weiter.';
  if (to > lastDay) return `Sie läuft schon bis ${formatGermanDay(to)}.`;
  if (to < lastDay) return `Sie hat am ${formatGermanDay(to)} geendet.`;
  return allocationLine === undefined
    ? 'Ihre Bescheidzeile geht nicht weiter.'
    : 'Ihr Vertrag geht nicht weiter.';
}
