import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import { formatFte, sumFte, type Fte } from '../../domain/proration/fte.js';
import type { ComponentFigures, Figure, Overview } from '../../positions/overview.queries.js';
import {
  BLANK,
  cell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';

/** A table by component: what was granted, where it goes, what stays, what is added. */
export function componentTable(
  { components, granted, kept, remainder, ownFundsCents, year }: Overview,
  link: (path: string) => string,
): TableView {
  const rows: RowView[] = [];
  for (const { name, members } of byProgramme(components)) {
    if (members.length > 1) rows.push(row([cell(name)], 'group'));
    rows.push(...members.map((component) => row(cellsOf(component, link))));
  }
  const sums = components.map(({ bySector }) => bySector);
  return {
    id: 'bausteine',
    caption: `Bausteine im Förderjahr ${year}`,
    columns: [
      { label: 'Baustein' },
      { label: 'Bewilligt', numeric: true },
      { label: 'an Kommunen', numeric: true },
      { label: 'an Verbände, Vereine', numeric: true },
      { label: 'Stellen beim Kreis', numeric: true },
      { label: 'Übrig beim Kreis', numeric: true },
      { label: 'dazu eigene Mittel', numeric: true },
    ],
    rows,
    footer: [
      row([
        cell('Summe'),
        figureCell(granted),
        figureCell(addedUp(sums.map(({ municipality }) => municipality))),
        figureCell(addedUp(sums.map(societies))),
        figureCell(kept),
        moneyOrBlank(remainder.cents),
        moneyOrBlank(ownFundsCents),
      ]),
    ],
  };
}

interface ProgrammeComponents {
  readonly name: string;
  readonly members: readonly ComponentFigures[];
}

/** Programmes by what they bring, the largest first; within them as they are defined. */
function byProgramme(components: readonly ComponentFigures[]): readonly ProgrammeComponents[] {
  const sum = (members: readonly ComponentFigures[]): Cents =>
    sumCents(members.map(({ granted }) => granted.cents));
  return [...new Set(components.map(({ programme }) => programme))]
    .map((programme) => components.filter((component) => component.programme === programme))
    .toSorted((a, b) => (sum(a) < sum(b) ? 1 : sum(a) > sum(b) ? -1 : 0))
    .map((members) => ({ name: members[0]?.programmeName ?? '', members }));
}

function cellsOf(component: ComponentFigures, link: (path: string) => string): readonly CellView[] {
  const sectors = component.bySector;
  return [
    cell(component.shortName, { href: link(paths.notices) }),
    figureCell(component.granted),
    figureCell(sectors.municipality),
    figureCell(societies(sectors)),
    figureCell(component.kept),
    remainderCell(component.remainder.cents),
    moneyOrBlank(component.ownFundsCents),
  ];
}

/** Welfare providers and associations together: both are private, none is a town. */
function societies({ welfare, association }: ComponentFigures['bySector']): Figure {
  return addedUp([welfare, association]);
}

function addedUp(figures: readonly Figure[]): Figure {
  return {
    cents: sumCents(figures.map((figure) => figure.cents)),
    fte: sumFte(figures.map((figure) => figure.fte)),
  };
}

/** Euros with the VzÄ below; nothing where there is nothing. */
export function figureCell({ cents: amount, fte }: Figure): CellView {
  if (amount === 0n && fte === 0) return BLANK;
  return moneyCell(amount, fte === 0 ? {} : { sub: fteText(fte) });
}

export function fteText(share: Fte): string {
  return `${formatFte(share)}\u00a0VzÄ`;
}

function moneyOrBlank(amount: Cents): CellView {
  return amount === 0n ? BLANK : moneyCell(amount);
}

/** Less than nothing is left where a cut outran the contracts (R1). */
function remainderCell(amount: Cents): CellView {
  if (amount >= 0n) return moneyOrBlank(amount);
  return moneyCell(amount, { badge: { tone: 'danger', text: 'Fehlbetrag' } });
}

/** What is kept for posts, material and measures together. */
export function keptInAll({ kept, remainder }: Overview): Cents {
  return cents(kept.cents + (remainder.cents > 0n ? remainder.cents : ZERO_CENTS));
}
