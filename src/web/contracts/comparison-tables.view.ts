import type {
  VersionArea,
  VersionDifference,
  VersionValue,
} from '../../contracts/contracts.queries.js';
import type { ContractVersionDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { cell, row, type CellView, type RowView, type TableView } from '../components/table.js';
import { differenceText, fieldName, subjectName, valueText } from './comparison.words.js';

const AREAS: readonly { readonly area: VersionArea; readonly title: string }[] = [
  { area: 'version', title: 'Fassung' },
  { area: 'line', title: 'Zuweisungszeile' },
  { area: 'terms', title: 'Regeln' },
  { area: 'checklist', title: 'Vollständigkeit' },
  { area: 'part', title: 'Bestandteile' },
  { area: 'open-item', title: 'Offene Punkte' },
];

/** Two versions and what differs between them. */
export interface ComparedVersions {
  readonly before: ContractVersionDefinition;
  readonly after: ContractVersionDefinition;
  readonly differences: readonly VersionDifference[];
}

export interface Words {
  readonly names: BookPage['names'];
  /** Titles of lines by id. */
  readonly lines: ReadonlyMap<string, string>;
}

export function lineTitles(
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
): ReadonlyMap<string, string> {
  return new Map([...before.lines, ...after.lines].map(({ id, title }) => [id, title]));
}

export function isSameValue(difference: VersionDifference, { names }: Words): boolean {
  const { before, after } = difference;
  if (before === undefined || after === undefined) return false;
  return valueText(difference, before, names) === valueText(difference, after, names);
}

/** All figures of a line rest on its one clause: it is told once. */
export function oncePerLine(
  differences: readonly VersionDifference[],
): readonly VersionDifference[] {
  const seen = new Set<string>();
  return differences.filter(({ area, subject }) => {
    if (area !== 'line') return true;
    if (seen.has(subject)) return false;
    seen.add(subject);
    return true;
  });
}

export function valueTable(
  { before, after }: ComparedVersions,
  differences: readonly VersionDifference[],
  words: Words,
): TableView {
  return {
    id: 'vergleich',
    caption: `Von „${before.title}“ zu „${after.title}“`,
    columns: [
      { label: 'Was' },
      { label: `Bisher: ${before.title}`, numeric: true },
      { label: `Neu: ${after.title}`, numeric: true },
      { label: 'Unterschied', numeric: true },
      { label: 'Klausel' },
    ],
    rows: grouped(differences, words, (entry) => valueRow(entry, words)),
    footer: [],
  };
}

export function clauseTable(differences: readonly VersionDifference[], words: Words): TableView {
  return {
    id: 'klauseln',
    caption: 'Gleicher Wert, aber anders belegt',
    columns: [{ label: 'Was' }, { label: 'Klausel bisher' }, { label: 'Klausel neu' }],
    rows: grouped(differences, words, (entry) => {
      const { area, clauseBefore = 'ohne', clauseAfter = 'ohne' } = entry;
      const name = area === 'line' ? 'Alle Angaben der Zeile' : nameOf(entry, words);
      return row([cell(name), cell(clauseBefore), cell(clauseAfter)]);
    }),
    footer: [],
  };
}

/** Differences by area, those of lines by line, each under its heading. */
function grouped(
  differences: readonly VersionDifference[],
  { lines }: Words,
  rowOf: (difference: VersionDifference) => RowView,
): readonly RowView[] {
  return AREAS.flatMap(({ area, title }) => {
    const ofArea = differences.filter((entry) => entry.area === area);
    const subjects = area === 'line' ? [...new Set(ofArea.map(({ subject }) => subject))] : [''];
    return subjects.flatMap((subject) => {
      const own = ofArea.filter((entry) => area !== 'line' || entry.subject === subject);
      const heading = area === 'line' ? `${title}: ${lines.get(subject) ?? subject}` : title;
      return own.length === 0 ? [] : [row([cell(heading)], 'group'), ...own.map(rowOf)];
    });
  });
}

function nameOf(difference: VersionDifference, { lines }: Words): string {
  const { area } = difference;
  if (area === 'part') return difference.subject;
  return fieldName(difference) || subjectName(difference, lines);
}

function valueRow(difference: VersionDifference, words: Words): RowView {
  const { before, after, clauseBefore = '', clauseAfter = '' } = difference;
  const text = (value: VersionValue | undefined): string | undefined =>
    value === undefined ? undefined : valueText(difference, value, words.names);
  const clause = clauseAfter === '' ? clauseBefore : clauseAfter;
  const moved = clauseBefore !== '' && clauseBefore !== clause;
  return row([
    cell(nameOf(difference, words)),
    valueCell(text(before), 'noch nicht da'),
    valueCell(text(after), difference.field === 'writtenOn' ? 'noch offen' : 'entfallen'),
    cell(differenceText(before, after)),
    cell(clause, moved ? { sub: `bisher ${clauseBefore}` } : {}),
  ]);
}

function valueCell(text: string | undefined, absent: string): CellView {
  if (text === undefined) return { text: '', badge: { tone: 'plain', text: absent } };
  return cell(text === '' ? 'genannt' : text);
}
