import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { HistoryEntry } from '../../grants/grants.queries.js';
import type { CostKind } from '../../programmes/definitions/definition.js';
import type { FactDifference } from '../../programmes/fact-history.js';
import { recordedCell } from '../book/words.js';
import {
  BLANK,
  cell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { costKindNames } from './regime.words.js';

/** "Verlauf": when a notice was changed, by whom, why, and what became different; newest first. */
export function noticeHistoryTable(entries: readonly HistoryEntry[]): TableView {
  return {
    id: 'verlauf',
    caption: 'Verlauf des Bescheids',
    columns: [{ label: 'Was' }, { label: 'Vorher' }, { label: 'Nachher' }],
    rows: entries.flatMap((entry, index) => [
      row([cell(headingOf(entry))], 'group'),
      ...changesOf(entry, index === entries.length - 1),
    ]),
    footer: [],
  };
}

function headingOf(entry: HistoryEntry): string {
  const { text, sub = '' } = recordedCell(entry);
  return `${text} ${sub}: ${entry.reason}`;
}

function changesOf(entry: HistoryEntry, isFirst: boolean): readonly RowView[] {
  const { withdrawn, differences } = entry;
  if (withdrawn) return [plain('Zurückgenommen')];
  if (isFirst) return [plain('Neu eingetragen')];
  if (differences.length === 0) return [plain('Ohne Änderung eines Werts')];
  return differences.map((difference) =>
    row(
      [
        cell(placeText(difference.path)),
        valueCell(difference, difference.before),
        valueCell(difference, difference.after),
      ],
      'child',
    ),
  );
}

function plain(text: string): RowView {
  return row([cell(text), BLANK, BLANK], 'child');
}

function valueCell({ path }: FactDifference, value: string): CellView {
  if (value === '') return cell('–');
  if (isPlainDate(value)) return cell(formatGermanDay(value));
  if (path.endsWith('costKind')) return cell(costKindNames[value as CostKind]);
  return cell(path.endsWith('quantity') ? value.replace('.', ',') : value);
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

/** "lines[kim-2-2023].period.from" -> "Zeile kim-2-2023, Zeitraum, von". */
function placeText(path: string): string {
  return path
    .split('.')
    .map((part) => {
      const [name = '', key] = part.replace(']', '').split('[');
      const word = NAMES[name] ?? name;
      if (key === undefined) return word;
      return `${word} ${/^\d+$/.test(key) ? (Number(key) + 1).toString() : key}`;
    })
    .join(', ');
}
