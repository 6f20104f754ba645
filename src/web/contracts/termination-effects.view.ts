import type { TerminationEffects } from '../../amendments/effects.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import { cell, row, type TableView } from '../components/table.js';
import { changedMoney, signedEuro } from '../notices/changed-cell.js';
import { paths } from '../paths.js';

/** What a termination does to the others: their sums, the people on posts, the third tier. */
export interface OthersView {
  readonly sums: TableView;
  readonly posts: TableView;
  readonly below: TableView;
}

export function othersView(page: BookPage, told: TerminationEffects): OthersView {
  return {
    sums: sumsTable(page, told),
    posts: postsTable(page, told),
    below: belowTable(page, told),
  };
}

function sumsTable({ names }: BookPage, { effects }: TerminationEffects): TableView {
  return {
    id: 'summen',
    caption: 'Ansprüche je Partner und Jahr, bisher und nach der Kündigung',
    columns: [
      { label: 'Partner' },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch', numeric: true },
      { label: 'Unterschied', numeric: true },
    ],
    rows: effects.years.flatMap(({ year, partners }) => [
      ...(partners.length === 0 ? [] : [row([cell(year.toString())], 'group')]),
      ...partners.map(({ id, before, after, difference }) =>
        row([
          cell(names.party(id)),
          changedMoney(before.ceilingCents, after.ceilingCents),
          changedMoney(before.entitledCents, after.entitledCents),
          cell(signedEuro(difference.entitledCents)),
        ]),
      ),
    ]),
    footer: [],
  };
}

/** Nobody's occupancy ends by itself: who pays from then on has to be settled. */
function postsTable({ names, link }: BookPage, { posts }: TerminationEffects): TableView {
  return {
    id: 'stellen-danach',
    caption: 'Stellen, die danach noch besetzt sind',
    columns: [{ label: 'Stelle' }, { label: 'Arbeitgeber' }, { label: 'Besetzt' }],
    rows: posts.map(({ position, label, employer, occupancies }) => {
      const ends = occupancies.map(({ to }) =>
        to === undefined ? 'ohne Ende' : `bis ${formatGermanDay(to)}`,
      );
      return row([
        cell(label, { href: link(paths.position(position)) }),
        cell(names.party(employer)),
        cell([...new Set(ends)].join(', ')),
      ]);
    }),
    footer: [],
  };
}

function belowTable({ facts, link }: BookPage, { contractsBelow }: TerminationEffects): TableView {
  const titles = new Map(facts.contracts.map(({ id, title }) => [id, title]));
  return {
    id: 'darunter',
    caption: 'Weiterleitungen darunter, die ihr Geld verlieren',
    columns: [{ label: 'Vertrag' }],
    rows: contractsBelow.map((id) =>
      row([cell(titles.get(id) ?? id, { href: link(paths.contract(id)) })]),
    ),
    footer: [],
  };
}
