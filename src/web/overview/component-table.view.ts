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
  let programme = '';
  for (const component of byProgramme(components)) {
    if (component.programme !== programme) {
      rows.push(row([cell(component.programmeName)], 'group'));
      programme = component.programme;
    }
    rows.push(row(cellsOf(component, link)));
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

/** Programmes by what they bring, the largest first; within them as they are defined. */
function byProgramme(components: readonly ComponentFigures[]): readonly ComponentFigures[] {
  const sums = new Map<string, bigint>();
  for (const { programme, granted } of components) {
    sums.set(programme, (sums.get(programme) ?? 0n) + granted.cents);
  }
  const rank = [...sums].toSorted(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  return rank.flatMap(([programme]) =>
    components.filter((component) => component.programme === programme),
  );
}

function cellsOf(component: ComponentFigures, link: (path: string) => string): readonly CellView[] {
  const sectors = component.bySector;
  const sub = component.name === component.shortName ? {} : { sub: component.name };
  return [
    cell(component.shortName, { ...sub, href: link(paths.notices) }),
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
