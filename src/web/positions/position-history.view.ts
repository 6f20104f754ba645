import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import { formatFte, isApiFte, parseFte } from '../../domain/proration/fte.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { HistoryEntry } from '../../positions/positions.queries.js';
import type { FactDifference } from '../../programmes/fact-history.js';
import type { BookPage } from '../book/book-page.js';
import { recorderText } from '../book/words.js';
import {
  BLANK,
  cell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';

/** "Verlauf": who changed a post or who fills it, when, why, and what became different. */
export function positionHistoryTable(
  page: BookPage,
  id: string,
  entries: readonly HistoryEntry[],
): TableView {
  const keys = personKeys(page, entries);
  return {
    id: 'verlauf',
    caption: 'Verlauf der Stelle, das Neueste zuerst',
    columns: [{ label: 'Was' }, { label: 'Vorher' }, { label: 'Nachher' }],
    rows: entries.flatMap((entry, index) => [
      row([headCell(page, id, entry)], 'group'),
      ...changesOf(entry, index === entries.length - 1, { keys, page }),
    ]),
    footer: [],
  };
}

/** Leads to the post as it was known at the end of that day. */
function headCell(page: BookPage, id: string, entry: HistoryEntry): CellView {
  const on = formatGermanDay(dayInGermany(entry.recordedAt));
  const query = new URLSearchParams({ jahr: page.asOf.year.toString(), bekannt: on });
  return cell(`${on} von ${recorderText(entry.recordedBy)}: ${entry.reason}`, {
    explain: { href: `${paths.position(id)}?${query.toString()}`, label: 'Wie damals bekannt' },
  });
}

interface Naming {
  /** The person's key behind the id of an occupancy. */
  readonly keys: ReadonlyMap<string, string>;
  readonly page: BookPage;
}

function changesOf(
  { withdrawn, differences }: HistoryEntry,
  isFirst: boolean,
  naming: Naming,
): readonly RowView[] {
  if (withdrawn) return [plain('Zurückgenommen')];
  if (isFirst) return [plain('Neu eingetragen')];
  const told = differences.filter(({ path }) => !/(^|\.)(id|example)$/.test(path));
  if (told.length === 0) return [plain('Ohne Änderung eines Werts')];
  return told.map((difference) =>
    row(
      [
        cell(placeText(difference.path, naming)),
        valueCell(difference, difference.before, naming),
        valueCell(difference, difference.after, naming),
      ],
      'child',
    ),
  );
}

function plain(text: string): RowView {
  return row([cell(text), BLANK, BLANK], 'child');
}

function valueCell({ path }: FactDifference, value: string, { page }: Naming): CellView {
  const field = path.split('.').at(-1) ?? '';
  if (value === '') return cell('–');
  if (isPlainDate(value)) return cell(formatGermanDay(value));
  if (field === 'employer') return cell(page.names.party(value));
  if (field === 'component') return cell(page.names.component(value));
  if (field === 'allocationLine') return cell(page.facts.lines.get(value)?.line.title ?? value);
  if (value === 'true') return cell('ja');
  if (value === 'false') return cell('nein');
  if (['share', 'plannedFte'].includes(field) && isApiFte(value)) {
    return cell(formatFte(parseFte(value)));
  }
  return cell(value);
}

const NAMES: Readonly<Record<string, string>> = {
  label: 'Bezeichnung',
  title: 'Aufgabe',
  component: 'Baustein',
  plannedFte: 'Geplanter Anteil',
  from: 'Erster Tag',
  to: 'Letzter Tag',
  employer: 'Arbeitgeber',
  placeOfWork: 'Arbeitsort',
  allocationLine: 'Zeile',
  own: 'Eigene Stelle',
  rateKind: 'Pauschale',
  withMaterial: 'Sachmittel',
  funding: 'Bescheidzeile',
  noticeLine: 'Bescheidzeile',
  year: 'Jahr',
  occupancies: 'Besetzung',
  personKey: 'Personenkennung',
  share: 'Anteil',
  cover: 'Vertretung oder Übergabe',
  unpaid: 'Unbezahlte Zeit',
  period: 'Zeitraum',
  reason: 'Anlass',
};

/** "occupancies[luenen-1-a].share" -> "Besetzung LUE-0001, Anteil". */
function placeText(path: string, { keys }: Naming): string {
  return path
    .split('.')
    .map((part) => {
      const [name = '', key] = part.replace(']', '').split('[');
      const word = NAMES[name] ?? name;
      if (key === undefined) return word;
      return `${word} ${keys.get(key) ?? (/^\d+$/.test(key) ? (Number(key) + 1).toString() : key)}`;
    })
    .join(', ');
}

/** Also of occupancies that were taken back: the history tells their key as they came and went. */
function personKeys({ facts }: BookPage, entries: readonly HistoryEntry[]): Naming['keys'] {
  const known = facts.positions.flatMap(({ occupancies }) =>
    occupancies.map(({ id, personKey }) => [id, personKey] as const),
  );
  const told = entries.flatMap(({ differences }) =>
    differences.flatMap(({ path, before, after }) => {
      const id = /^occupancies\[([^\]]+)\]\.personKey$/.exec(path)?.[1];
      return id === undefined ? [] : [[id, after || before] as const];
    }),
  );
  return new Map([...told, ...known]);
}
