import { completeChecklist } from '../../contracts/contracts.js';
import type {
  ChecklistEntry,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { cell, row, withoutEmptyColumns, type TableView } from '../components/table.js';
import { checklistNames } from '../messages/terms.js';
import { checklistStates } from './contract.words.js';

/** The checklist as a page tells it. */
export interface ChecklistView {
  readonly title: string;
  readonly hint: string;
  readonly table: TableView;
}

/**
 * What a forwarding contract must say, and whether this version says it (R4); partners read where the
 * contract says it.
 * @see VV Nr. 12 zu § 44 LHO
 */
export function checklistView(
  { facts }: BookPage,
  { checklist }: ContractVersionDefinition,
): ChecklistView {
  if (facts.partner !== undefined) {
    return {
      title: 'Was wo geregelt ist',
      hint: 'Wo Sie im Vertrag oder in seinen Nebenbestimmungen nachlesen können.',
      table: tableOf(checklist),
    };
  }
  return {
    title: 'Ist alles geregelt?',
    hint: 'Was ein Weiterleitungsvertrag nach VV Nr. 12 zu § 44 LHO regeln muss, und wo diese Fassung es tut.',
    table: tableOf(completeChecklist(checklist)),
  };
}

function tableOf(entries: readonly ChecklistEntry[]): TableView {
  return withoutEmptyColumns({
    id: 'vollstaendigkeit',
    caption: 'Vollständigkeit nach VV Nr. 12 zu § 44 LHO',
    columns: [
      { label: 'Was der Vertrag regeln muss' },
      { label: 'Stand' },
      { label: 'Wo' },
      { label: 'Anmerkung' },
    ],
    rows: entries.map(({ item, state, clause, note }, index) =>
      row([
        cell(`${(index + 1).toString()}. ${checklistNames[item]}`),
        { text: '', badge: checklistStates[state] },
        cell(clause ?? ''),
        cell(note ?? ''),
      ]),
    ),
    footer: [],
  });
}
