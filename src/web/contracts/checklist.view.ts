import { completeChecklist } from '../../contracts/contracts.js';
import type { ContractVersionDefinition } from '../../programmes/definitions/definition.js';
import { cell, row, withoutEmptyColumns, type TableView } from '../components/table.js';
import { checklistNames } from '../messages/terms.js';
import { checklistStates } from './contract.words.js';

/**
 * What a forwarding contract must say, and whether this version says it (R4).
 * @see VV Nr. 12 zu § 44 LHO
 */
export function checklistTable({ checklist }: ContractVersionDefinition): TableView {
  return withoutEmptyColumns({
    id: 'vollstaendigkeit',
    caption: 'Vollständigkeit nach VV Nr. 12 zu § 44 LHO',
    columns: [
      { label: 'Was der Vertrag regeln muss' },
      { label: 'Stand' },
      { label: 'Wo' },
      { label: 'Anmerkung' },
    ],
    rows: completeChecklist(checklist).map(({ item, state, clause, note }, index) =>
      row([
        cell(`${index + 1}. ${checklistNames[item]}`),
        { text: '', badge: checklistStates[state] },
        cell(clause ?? ''),
        cell(note ?? ''),
      ]),
    ),
    footer: [],
  });
}
