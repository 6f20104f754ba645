import {
  compareVersions,
  type VersionArea,
  type VersionDifference,
  type VersionValue,
} from '../../contracts/contracts.queries.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { keptPairs, type SelectionView } from '../book/selection.js';
import { fieldView, type FieldView } from '../components/field.js';
import { cell, row, type CellView, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { synopsisView, type SynopsisView } from './synopsis.view.js';
import { differenceText, fieldName, subjectName, valueText } from './comparison.words.js';

/** "Was sich geändert hat": two versions of a contract, figure by figure. */
export interface ContractComparisonView {
  readonly table: TableView;
  /** Where the value stayed and only its clause is another; folded away. */
  readonly clauses: TableView;
  readonly clausesTitle: string;
  /** '' if something differs. */
  readonly empty: string;
  readonly choice: SelectionView;
  readonly synopsis: SynopsisView;
}

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

export function contractComparisonView(
  page: BookPage,
  contract: ContractDefinition,
  versions: ComparedVersions,
): ContractComparisonView {
  const { before, after, differences } = versions;
  const words: Words = { names: page.names, lines: lineTitles(before, after) };
  const values = differences.filter((entry) => !isSameValue(entry, words));
  const clauses = oncePerLine(differences.filter((entry) => isSameValue(entry, words)));
  return {
    table: valueTable(versions, values, words),
    clauses: clauseTable(clauses, words),
    clausesTitle: `Gleicher Wert, aber anders belegt (${clauses.length})`,
    empty: values.length === 0 ? 'Die beiden Fassungen unterscheiden sich in keinem Wert.' : '',
    choice: choiceOf(page, contract, versions),
    synopsis: synopsisView(before, after),
  };
}

/** What one version says otherwise than another; without rows if nothing. */
export function comparisonTable(
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
  names: Words['names'],
): TableView {
  const differences = compareVersions(before, after);
  const words: Words = { names, lines: lineTitles(before, after) };
  const values = differences.filter((entry) => !isSameValue(entry, words));
  return valueTable({ before, after, differences }, values, words);
}

interface Words {
  readonly names: BookPage['names'];
  /** Titles of lines by id. */
  readonly lines: ReadonlyMap<string, string>;
}

function lineTitles(
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
): ReadonlyMap<string, string> {
  return new Map([...before.lines, ...after.lines].map(({ id, title }) => [id, title]));
}

function isSameValue(difference: VersionDifference, { names }: Words): boolean {
  const { before, after } = difference;
  if (before === undefined || after === undefined) return false;
  return valueText(difference, before, names) === valueText(difference, after, names);
}

/** All figures of a line rest on its one clause: it is told once. */
function oncePerLine(differences: readonly VersionDifference[]): readonly VersionDifference[] {
  const seen = new Set<string>();
  return differences.filter(({ area, subject }) => {
    if (area !== 'line') return true;
    if (seen.has(subject)) return false;
    seen.add(subject);
    return true;
  });
}

function valueTable(
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

function clauseTable(differences: readonly VersionDifference[], words: Words): TableView {
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
    valueCell(text(after), 'entfallen'),
    cell(differenceText(before, after)),
    cell(clause, moved ? { sub: `bisher ${clauseBefore}` } : {}),
  ]);
}

function valueCell(text: string | undefined, absent: string): CellView {
  if (text === undefined) return { text: '', badge: { tone: 'plain', text: absent } };
  return cell(text === '' ? 'genannt' : text);
}

/** The form that chooses the two versions. */
function choiceOf(
  page: BookPage,
  { id, versions }: ContractDefinition,
  { before, after }: ComparedVersions,
): SelectionView {
  const select = (name: string, label: string, chosen: number): FieldView =>
    fieldView({
      kind: 'select',
      name,
      label,
      options: versions.map(({ number, title }) => ({
        value: number.toString(),
        label: `${title} (Nr. ${number})`,
        selected: number === chosen,
      })),
    });
  return {
    action: `${paths.contract(id)}/vergleich`,
    keep: keptPairs(page),
    fields: [select('von', 'Bisher', before.number), select('nach', 'Neu', after.number)],
    reset: '',
  };
}
