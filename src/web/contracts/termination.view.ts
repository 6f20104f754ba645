import type { TerminationPreview } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { periodText } from '../messages/quantity-text.js';
import type { TerminationEffects } from '../../amendments/effects.queries.js';
import type { BookPage } from '../book/book-page.js';
import type { Names } from '../book/names.js';
import { othersView, type OthersView } from './termination-effects.view.js';
import { fteText } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { cell, fteCell, moneyCell, row, type TableView } from '../components/table.js';

/** "Was die Kündigung bewirkt": the days, and what ends for whom. */
export interface TerminationEffectView {
  readonly facts: readonly MetaView[];
  readonly lines: TableView;
  readonly years: TableView;
  /** Where the contract would end on that day anyway; '' where it ends earlier by it. */
  readonly nothing: string;
  readonly others: OthersView;
}

/** The effect of a termination before it is entered (R12). */
export function terminationEffect(
  preview: TerminationPreview,
  told: TerminationEffects,
  page: BookPage,
): TerminationEffectView {
  const { names } = page;
  const { endsOn, dueOn, safeOn, missedYear, clause, lostFte } = preview;
  return {
    facts: [
      {
        label: 'Der Vertrag endet am',
        value: cell(formatGermanDay(endsOn), {
          sub: missedYear
            ? `für alle Partner; der Tag für ein früheres Jahresende war schon vorbei (${clause})`
            : `für alle Partner (${clause})`,
        }),
      },
      {
        label: 'Letzter Tag für den Eingang',
        value: cell(formatGermanDay(dueOn), {
          sub: `sicher bis ${formatGermanDay(safeOn)}; diese Frist verschiebt sich nie nach hinten`,
        }),
      },
      { label: 'Es entfallen', value: cell(fteText(lostFte)) },
    ],
    nothing:
      preview.lines.length > 0
        ? ''
        : 'Nach seinen Fassungen endet der Vertrag spätestens an diesem Tag ohnehin. Für niemanden entfällt etwas, das schon vereinbart ist; die Kündigung verhindert nur, dass er weiterläuft.',
    others: othersView(page, told),
    lines: linesTable(preview, names),
    years: {
      id: 'entfallen',
      caption: 'Was nach Jahren entfällt',
      columns: [{ label: 'Jahr' }, { label: 'Höchstbetrag, der entfällt', numeric: true }],
      rows: preview.lostByYear.map(({ year, lostCents }) =>
        row([cell(year.toString()), moneyCell(lostCents)]),
      ),
      footer: [],
    },
  };
}

function linesTable({ lines }: TerminationPreview, names: Names): TableView {
  return {
    id: 'enden',
    caption: 'Welche Zeilen früher enden',
    columns: [
      { label: 'Zeile' },
      { label: 'Partner' },
      { label: 'Grund' },
      { label: 'VzÄ', numeric: true },
      { label: 'Entfällt' },
    ],
    rows: lines.map(({ title, partner, own, fte, period }) =>
      row([
        cell(title),
        cell(names.party(partner)),
        cell(own ? 'kündigt selbst' : 'endet mit'),
        fteCell(fte),
        cell(periodText(period)),
      ]),
    ),
    footer: [],
  };
}
