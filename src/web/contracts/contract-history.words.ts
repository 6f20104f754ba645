import { formatEuro, isAmount, parseAmount } from '../../domain/money/amount-text.js';
import { partiesOf } from '../../contracts/contracts.js';
import type { ContractDefinition } from '../../programmes/definitions/definition.js';
import { placeText, writtenText } from '../book/history.view.js';
import type { Names } from '../book/names.js';
import { checklistNames } from '../messages/terms.js';
import { fieldNames, keyNames } from './comparison.words.js';
import {
  checklistStates,
  contractFormNames,
  directionNames,
  legalFormNames,
  twoMonthNames,
} from './contract.words.js';

/** The places of a contract in German; what is not listed is shown under its own name. */
const PLACES: Readonly<Record<string, string>> = {
  ...fieldNames,
  programme: 'Förderprogramm',
  fileReference: 'Aktenzeichen',
  legalForm: 'Rechtsform',
  direction: 'Wer zahlt wem',
  form: 'Form',
  forwardedBy: 'Weitergeleitet von',
  partners: 'Partner',
  sources: 'Quelle',
  termination: 'Kündigung',
  party: 'Partei',
  receivedOn: 'Eingang',
  endsOn: 'Ende des Vertrags',
  versions: 'Fassung',
  number: 'Nummer',
  sentOn: 'Verschickt am',
  signatures: 'Unterschrift',
  signedOn: 'Tag',
  summary: 'Worum es geht',
  terms: 'Regeln',
  proration: 'Anteilsrechnung',
  capLevel: 'Höchstbetrag',
  unpaidSpells: 'Unbezahlte Zeiten',
  proofDue: 'Nachweis',
  quarterlyProof: 'Nachweis nach jedem Quartal',
  noticePeriod: 'Kündigungsfrist',
  twoMonthRule: 'Zwei-Monats-Regel',
  followsNotice: 'Folgt dem Bescheid von selbst',
  checklist: 'Vollständigkeit',
  state: 'Stand',
  clauses: 'Wortlaut',
  heading: 'Überschrift',
  paragraphs: 'Absatz',
  parts: 'Bestandteil',
  lines: 'Zeile',
  measures: 'Maßnahme',
  quantity: 'Menge',
  funding: 'Bezahlt im Jahr',
  source: 'aus',
  noticeLine: 'Bescheidzeile',
  allocationLine: 'Zeile darüber',
  year: 'Jahr',
  clause: 'Klausel',
  note: 'Anmerkung',
  permissionNote: 'Anmerkung zur Erlaubnis',
  openItems: 'Offener Punkt',
  cause: 'Anlass',
  datedOn: 'Datiert vom',
  handedOverOn: 'Übergeben am',
  handedOver: 'Übergeben an',
  on: 'Tag',
  id: 'Kennung',
  kind: 'Art',
  file: 'Datei',
  name: 'Name',
  item: 'Angabe',
};

const VALUES: Readonly<Record<string, string>> = {
  ...keyNames,
  ...contractFormNames,
  ...directionNames,
  ...legalFormNames,
  'notice-line': 'Bescheidzeile',
  'own-funds': 'eigene Mittel des Kreises',
  'allocation-line': 'Zeile darüber',
  'year-end': 'zum Jahresende',
};

/** "versions[4].lines[luenen-kim-2].fte" -> "Fassung 4, Zeile luenen-kim-2, VzÄ". */
export function contractPlaceText(path: string, { names }: { readonly names: Names }): string {
  return placeText(path, PLACES, (list, key) => keyText(list, key, names));
}

function keyText(list: string, key: string, names: Names): string | undefined {
  if (list === 'signatures' || list === 'handedOver') return names.party(key);
  if (list === 'checklist') return (checklistNames as Readonly<Record<string, string>>)[key] ?? key;
  // A version goes by its number, funding by its year.
  return list === 'versions' || list === 'funding' ? key : undefined;
}

/** A written value as people read it: days, amounts and shares in German, keys by their names. */
export function historyValue(
  path: string,
  value: string,
  { contract, names }: { readonly contract: ContractDefinition; readonly names: Names },
): string {
  const field = path.split('.').at(-1) ?? '';
  if (MONEY.has(field) && isAmount(value)) return formatEuro(parseAmount(value));
  if (PARTY.test(path) && partiesOf(contract).includes(value)) return names.party(value);
  if (field === 'component') return names.component(value);
  if (field === 'item') return (checklistNames as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'state') return stateText(value);
  return VALUES[value] ?? writtenText(path, value);
}

const MONEY = new Set(['annualRate', 'material', 'ceiling']);
const PARTY = /(?:\.party|\.partner|^forwardedBy|^partners\[\d+\])$/;

function stateText(value: string): string {
  const badge = (checklistStates as Readonly<Record<string, { readonly text: string }>>)[value];
  return badge?.text ?? (twoMonthNames as Readonly<Record<string, string>>)[value] ?? value;
}
