import { compareVersions } from '../../contracts/contracts.queries.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { keptPairs, type SelectionView } from '../book/selection.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { synopsisView, type SynopsisView } from './synopsis.view.js';
import {
  clauseTable,
  isSameValue,
  lineTitles,
  oncePerLine,
  valueTable,
  type ComparedVersions,
  type Words,
} from './comparison-tables.view.js';

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
