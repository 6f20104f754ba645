import { formatEuro } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { sumCents } from '../../domain/money/cents.js';
import type { TakenLineView } from '../../take-over/take-over.queries.js';
import type { BookPage } from '../book/book-page.js';
import {
  cell,
  moneyCell,
  row,
  withoutEmptyColumns,
  type CellView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';

/** The contract lines that a notice line paid for: what happened, what stood open, and the entry. */
export function takenLinesTable(
  page: BookPage,
  { id, title }: { readonly id: string; readonly title: string },
  lines: readonly TakenLineView[],
): TableView {
  const sum = (of: (line: TakenLineView) => Cents): CellView => moneyCell(sumCents(lines.map(of)));
  return withoutEmptyColumns({
    id: `${id}-zeilen`,
    caption: `Übernommene Vertragszeilen: ${title}`,
    columns: [
      { label: 'Vertragszeile' },
      { label: 'Angeordnet', numeric: true },
      { label: 'Anerkannt', numeric: true },
      { label: 'Zurückgefordert', numeric: true },
      { label: 'Am Stichtag offen' },
      { label: 'Beleg' },
    ],
    rows: lines.map((line) => row(cellsOf(page, line))),
    footer: [
      row([
        cell('Summe'),
        sum(({ taken }) => taken.orderedCents),
        sum(({ open }) => open.settledCents),
        sum(({ taken }) => sumCents([taken.claimedCents, taken.regressCents])),
        cell(''),
        cell(''),
      ]),
    ],
    phone: 'pairs',
  });
}

function cellsOf(page: BookPage, line: TakenLineView): readonly CellView[] {
  const { taken, contract, partner, entry } = line;
  const claimed = sumCents([taken.claimedCents, taken.regressCents]);
  return [
    cell(partner === undefined ? line.title : page.names.party(partner), {
      sub: line.title,
      ...(contract !== undefined && { href: page.link(`${paths.contract(contract)}#zuweisung`) }),
    }),
    moneyCell(taken.orderedCents),
    taken.acceptedCents === undefined
      ? cell('', { badge: { tone: 'warning', text: 'kein Nachweis' } })
      : moneyCell(taken.acceptedCents),
    claimed === 0n ? cell('') : moneyCell(claimed, { sub: groundOf(line) }),
    cell(openText(line), taken.note === undefined ? {} : { sub: taken.note }),
    cell(taken.document, {
      ...(entry !== undefined && {
        explain: { href: page.link(paths.entry(entry)), label: 'Buchung' },
      }),
    }),
  ];
}

function groundOf({ taken }: TakenLineView): string {
  if (taken.regressCents === 0n) return 'eigenes Recht';
  return taken.claimedCents === 0n ? 'Regress' : 'eigenes Recht und Regress';
}

/** "Vorauszahlung 57.000,00 €, unterwegs 14.250,00 €"; what is zero is not told. */
function openText({ open }: TakenLineView): string {
  const parts: readonly (readonly [string, Cents])[] = [
    ['Vorauszahlung', open.advancesCents],
    ['noch auszuzahlen', open.payablesCents],
    ['unterwegs', open.inTransitCents],
    ['Rückforderung', open.recoveryClaimsCents],
    ['Zinsen', open.interestClaimsCents],
  ];
  const standing = parts.filter(([, amount]) => amount !== 0n);
  if (standing.length === 0) return 'nichts';
  return standing.map(([name, amount]) => `${name} ${formatEuro(amount)}`).join(', ');
}
