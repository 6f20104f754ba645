import { formatEuro } from '../../domain/money/amount-text.js';
import type {
  NoticeLineDefinition,
  NoticeLineTerm,
} from '../../programmes/definitions/definition.js';
import { BLANK, cell, moneyCell, row, type TableView } from '../components/table.js';
import { costKindNames } from './regime.words.js';

/** The terms of a line, which add up to what is granted: "4,5 × 57.000,00 €". */
export function termsTable(line: NoticeLineDefinition): TableView {
  const product = ({ quantity, unitCents }: NoticeLineTerm) =>
    `${quantity.replace('.', ',')} × ${formatEuro(unitCents)}`;
  return {
    id: `zeile-${line.id}-glieder`,
    caption: 'Woraus sich der Betrag zusammensetzt',
    columns: [
      { label: 'Wofür' },
      { label: 'Art' },
      { label: 'Rechnung', numeric: true },
      { label: 'Betrag', numeric: true },
    ],
    rows: line.terms.map((term) =>
      row([
        cell(term.text),
        cell(costKindNames[term.costKind]),
        cell(product(term)),
        moneyCell(term.amountCents),
      ]),
    ),
    footer: [row([cell('Bewilligt'), BLANK, BLANK, moneyCell(line.amountCents)])],
  };
}
