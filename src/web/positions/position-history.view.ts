import type { HistoryEntry } from '../../positions/positions.queries.js';
import type { BookPage } from '../book/book-page.js';
import { historyTable, placeText } from '../book/history.view.js';
import type { TableView } from '../components/table.js';
import { paths } from '../paths.js';

/** "Verlauf": who changed a post or who fills it, when, why, and what became different. */
export function positionHistoryTable(
  page: BookPage,
  id: string,
  entries: readonly HistoryEntry[],
): TableView {
  const keys = personKeys(page, entries);
  return historyTable(page, entries, {
    caption: 'Verlauf der Stelle',
    path: paths.position(id),
    place: (path) => placeText(path, NAMES, (_, key) => keys.get(key)),
    value: (path, written) => valueText(page, path, written),
    hides: /(^|\.)(id|example)$/,
  });
}

function valueText({ names, facts }: BookPage, path: string, written: string): string | undefined {
  const field = path.split('.').at(-1) ?? '';
  if (field === 'employer') return names.party(written);
  if (field === 'component') return names.component(written);
  if (field === 'allocationLine') return facts.lines.get(written)?.line.title;
  return undefined;
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

/** Also of occupancies that were taken back: the history tells their key as they came and went. */
function personKeys(
  { facts }: BookPage,
  entries: readonly HistoryEntry[],
): ReadonlyMap<string, string> {
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
