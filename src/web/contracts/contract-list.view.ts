import type { BookPage } from '../book/book-page.js';
import type { ListView, ShownList } from '../lists/list.view.js';
import type { ContractRow } from './contract-row.js';

/** "Verträge": who gets what by which contract in a year. */
export interface ContractListView {
  readonly list: ListView;
  readonly note: string;
}

export function contractListView(
  { facts }: BookPage,
  { view }: ShownList<ContractRow>,
): ContractListView {
  return { list: view, note: facts.partner === undefined ? OFFICE_NOTE : PARTNERS_NOTE };
}

const PARTNERS_NOTE =
  'Die Summe zählt, was Ihre Organisation bekommt. Was Sie davon weitergeben, steckt schon darin. Ein Strich bei VzÄ heißt: Maßnahmen statt Stellen.';

const OFFICE_NOTE =
  'Die Summe zählt nur, was der Kreis selbst weiterleitet. Was ein Empfänger weitergibt, steckt schon in seinem eigenen Vertrag; was Kommunen erstatten, ist eine Einnahme des Kreises. Ein Strich bei VzÄ heißt: Maßnahmen statt Stellen.';
