import type { ListView, ShownList } from '../lists/list.view.js';
import type { ContractRow } from './contract-row.js';

/** "Verträge": who gets what by which contract in a year. */
export interface ContractListView {
  readonly list: ListView;
  readonly note: string;
}

export function contractListView({ view }: ShownList<ContractRow>): ContractListView {
  return {
    list: view,
    note: 'Die Summe zählt nur, was der Kreis selbst weiterleitet. Was ein Empfänger weitergibt, steckt schon in seinem eigenen Vertrag; was Kommunen erstatten, ist eine Einnahme des Kreises. Ein Strich bei VzÄ heißt: Maßnahmen statt Stellen.',
  };
}
