import type { VersionArea, VersionDifference } from '../../contracts/contracts.queries.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import type { LinkView } from '../components/link.js';
import { cell, row, type CellView, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { differenceText, fieldName, subjectName, valueText } from './comparison.words.js';

/** "Was sich geändert hat": two versions of a contract, figure by figure. */
export interface ContractComparisonView {
  readonly table: TableView;
  /** '' if something differs. */
  readonly empty: string;
  /** Other pairs of neighbouring versions. */
  readonly others: readonly LinkView[];
}

const AREAS: readonly { readonly area: VersionArea; readonly title: string }[] = [
  { area: 'version', title: 'Fassung' },
  { area: 'line', title: 'Zuweisungszeilen' },
  { area: 'terms', title: 'Regeln' },
  { area: 'checklist', title: 'Vollständigkeit' },
  { area: 'part', title: 'Bestandteile' },
  { area: 'open-item', title: 'Offene Punkte' },
];

export interface ComparedVersions {
  readonly before: ContractVersionDefinition;
  readonly after: ContractVersionDefinition;
  readonly differences: readonly VersionDifference[];
}

export function contractComparisonView(
  page: BookPage,
  contract: ContractDefinition,
  { before, after, differences }: ComparedVersions,
): ContractComparisonView {
  const titles = lineTitles(before, after);
  return {
    table: {
      id: 'vergleich',
      caption: `Von „${before.title}“ zu „${after.title}“`,
      columns: [
        { label: 'Was' },
        { label: `Bisher: ${before.title}` },
        { label: `Neu: ${after.title}` },
        { label: 'Unterschied', numeric: true },
        { label: 'Klausel' },
      ],
      rows: AREAS.flatMap(({ area, title }) =>
        groupOf(page, title, differences.filter((entry) => entry.area === area), titles),
      ),
      footer: [],
    },
    empty: differences.length === 0 ? 'Die beiden Fassungen unterscheiden sich in keiner Zahl und keiner Klausel.' : '',
    others: neighbours(page, contract, before, after),
  };
}

function lineTitles(
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
): ReadonlyMap<string, string> {
  return new Map([...before.lines, ...after.lines].map(({ id, title }) => [id, title]));
}

function groupOf(
  page: BookPage,
  title: string,
  differences: readonly VersionDifference[],
  lines: ReadonlyMap<string, string>,
): readonly RowView[] {
  if (differences.length === 0) return [];
  return [row([cell(title)], 'group'), ...differences.map((entry) => rowOf(page, entry, lines))];
}

function rowOf(
  { names }: BookPage,
  difference: VersionDifference,
  lines: ReadonlyMap<string, string>,
): RowView {
  const { before, after, clauseBefore = '', clauseAfter = '' } = difference;
  const subject = subjectName(difference, lines);
  const field = fieldName(difference);
  return row([
    cell(field === '' ? subject : field, { ...(field !== '' && subject !== '' && { sub: subject }) }),
    valueCell(before === undefined ? undefined : valueText(difference, before, names), 'noch nicht da'),
    valueCell(after === undefined ? undefined : valueText(difference, after, names), 'entfallen'),
    cell(differenceText(before, after)),
    clauseAfter === '' || clauseBefore === clauseAfter || clauseBefore === ''
      ? cell(clauseAfter === '' ? clauseBefore : clauseAfter)
      : cell(clauseAfter, { sub: `bisher ${clauseBefore}` }),
  ]);
}

function valueCell(text: string | undefined, absent: string): CellView {
  if (text === undefined) return { text: '', badge: { tone: 'plain', text: absent } };
  return cell(text === '' ? 'ohne Angabe' : text);
}

/** The other steps from one version to the next. */
function neighbours(
  { link }: BookPage,
  { id, versions }: ContractDefinition,
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
): readonly LinkView[] {
  return versions.slice(1).flatMap((version, index): LinkView[] => {
    const previous = versions[index];
    if (previous === undefined || (previous === before && version === after)) return [];
    return [
      {
        href: link(paths.contractComparison(id, previous.number, version.number)),
        label: `Von „${previous.title}“ zu „${version.title}“`,
      },
    ];
  });
}
