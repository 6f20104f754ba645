import type { HistoryEntry } from '../../grants/grants.queries.js';
import type { CostKind } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { historyTable, placeText } from '../book/history.view.js';
import type { TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { costKindNames } from './regime.words.js';

/** "Verlauf": who changed a notice, when, why, and what became different. */
export function noticeHistoryTable(
  page: BookPage,
  id: string,
  entries: readonly HistoryEntry[],
): TableView {
  return historyTable(page, entries, {
    caption: 'Verlauf des Bescheids',
    path: paths.notice(id),
    place: (path) => placeText(path, NAMES),
    value: valueText,
  });
}

function valueText(path: string, written: string): string | undefined {
  if (path.endsWith('costKind')) return costKindNames[written as CostKind];
  return path.endsWith('quantity') ? written.replace('.', ',') : undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  programme: 'Förderprogramm',
  title: 'Titel',
  grantor: 'Bewilligt von',
  firstRecipient: 'Empfänger',
  reference: 'Aktenzeichen',
  issuedOn: 'Bescheid vom',
  from: 'von',
  to: 'bis',
  period: 'Zeitraum',
  amends: 'Geänderter Bescheid',
  effectiveFrom: 'Wirksam ab',
  follows: 'Vorgängerbescheid',
  lines: 'Zeile',
  terms: 'Bestandteil',
  openItems: 'Offener Punkt',
  sources: 'Quelle',
  example: 'Beispiel',
  id: 'Schlüssel',
  component: 'Baustein',
  year: 'Haushaltsjahr',
  fte: 'VzÄ',
  amount: 'Betrag',
  clause: 'Stelle im Bescheid',
  text: 'Wofür',
  costKind: 'Art',
  quantity: 'Menge',
  unit: 'Betrag je Einheit',
};
