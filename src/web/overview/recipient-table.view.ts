import type { ComponentFigures, PartnerFigures } from '../../positions/overview.queries.js';
import type { Cents } from '../../domain/money/cents.js';
import { sumCents, cents } from '../../domain/money/cents.js';
import { BLANK, cell, moneyCell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { figureCell } from './component-table.view.js';

/** More recipients are counted, not listed; the page of entitlements has them all. */
const ROWS_SHOWN = 40;

interface Share {
  readonly component: ComponentFigures;
  readonly partner: PartnerFigures;
}

/** Who gets what from which component, and what of it is earned so far. */
export function recipientTable(
  components: readonly ComponentFigures[],
  year: number,
  link: (path: string) => string,
): { readonly table: TableView; readonly more: number } {
  const shares = components
    .flatMap((component) => component.partners.map((partner): Share => ({ component, partner })))
    .toSorted(bySize);
  const shown = shares.slice(0, ROWS_SHOWN);
  const table: TableView = {
    id: 'empfaenger',
    caption: `Empfänger im Förderjahr ${year}`,
    filter: shown.length > 12,
    columns: [
      { label: 'Empfänger' },
      { label: 'Baustein' },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'dazu eigene Mittel', numeric: true },
      { label: 'Anspruch bisher', numeric: true },
    ],
    rows: shown.map(({ component, partner }) =>
      row([
        cell(partner.name, { href: link(entitlementsOf(partner.partner)) }),
        cell(component.shortName),
        figureCell(partner.forwarded),
        partner.ownFundsCents === 0n ? BLANK : moneyCell(partner.ownFundsCents),
        moneyCell(partner.entitledCents),
      ]),
    ),
    footer: [sumRow(shares)],
  };
  return { table, more: shares.length - shown.length };
}

/** The page of entitlements, narrowed to one partner. */
export function entitlementsOf(partner: string): string {
  return `${paths.entitlements}?partner=${encodeURIComponent(partner)}`;
}

function sumRow(shares: readonly Share[]) {
  const sum = (amount: (partner: PartnerFigures) => Cents) =>
    moneyCell(sumCents(shares.map(({ partner }) => amount(partner))));
  return row([
    cell('Summe'),
    BLANK,
    sum(({ forwarded }) => forwarded.cents),
    sum(({ ownFundsCents }) => ownFundsCents),
    sum(({ entitledCents }) => entitledCents),
  ]);
}

function bySize(a: Share, b: Share): number {
  const size = ({ partner }: Share): Cents =>
    cents(partner.forwarded.cents + partner.ownFundsCents);
  return size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0;
}
