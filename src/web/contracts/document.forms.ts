import { DOCUMENT_KINDS, type DocumentKind } from '../../contracts/contract-documents.queries.js';
import { partiesOf } from '../../contracts/contracts.js';
import type { ContractDefinition } from '../../programmes/definitions/definition.js';
import type { Names } from '../book/names.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { FieldDefinition } from '../forms/form.js';
import { readChoice, type Read } from '../forms/read.js';
import { documentKindNames } from './document.words.js';
import { dayField } from './version-step.forms.js';

/** What is asked of a part that is to be filed; the file stands beside these. */
export function filingFields(contract: ContractDefinition, names: Names) {
  const kind: FieldDefinition<DocumentKind> = {
    kind: 'select',
    name: 'art',
    label: 'Art',
    choices: [
      { value: '', label: 'Bitte auswählen' },
      ...DOCUMENT_KINDS.map((value) => ({ value, label: documentKindNames[value] })),
    ],
    read: (text) => readChoice(text, DOCUMENT_KINDS),
    pointer: '/kind',
  };
  const title = text('titel', 'Bezeichnung', 'Zum Beispiel: Stellenbeschreibung Fallmanagement');
  return {
    kind,
    title: { ...title, pointer: '/title' },
    reference: {
      ...text('aktenzeichen', 'Aktenzeichen', 'Oder die Ausgabe, zum Beispiel: Stand 2022'),
      pointer: '/reference',
      optional: true,
    },
    datedOn: { ...dayField('datum', 'Datiert vom', '/datedOn'), optional: true },
    handedOverOn: {
      ...dayField('uebergeben', 'Übergeben am', '/handedOverOn'),
      hint: 'Nur, wenn sie schon übergeben ist; sonst tragen Sie es später ein.',
      optional: true,
    },
    handedOverTo: { ...receivers(contract, names), optional: true },
  };
}

/** Who got a part, and when. */
export function handOverFields(contract: ContractDefinition, names: Names) {
  return {
    handedOverTo: receivers(contract, names),
    handedOverOn: {
      ...dayField('uebergeben', 'Übergeben am', '/handedOverOn'),
      hint: 'Der Tag, an dem der Partner sie bekommen hat, zum Beispiel 15.03.2026',
    },
  };
}

/** The field of the file; it never shows what was chosen before. */
export function fileField(error = ''): FieldView {
  return fieldView({
    kind: 'file',
    name: 'datei',
    label: 'Datei',
    hint: 'PDF, Bild, Word, Excel, OpenDocument-Text oder reiner Text, höchstens 10 MB. Ohne Datei wird die Unterlage nur vermerkt.',
    optional: true,
    error,
  });
}

function receivers(contract: ContractDefinition, names: Names): FieldDefinition<readonly string[]> {
  return {
    kind: 'several',
    name: 'an',
    label: 'An wen',
    choices: partiesOf(contract)
      .filter((party) => party !== contract.forwardedBy)
      .map((value) => ({ value, label: names.party(value) })),
    read: (typed) => ({ ok: true, value: typed.split('\n') }),
    pointer: '/handedOverTo',
  };
}

const TEXT_LENGTH_MAX = 300;

function text(name: string, label: string, hint: string): FieldDefinition<string> {
  return { kind: 'text', name, label, hint, read, pointer: `/${name}` };
}

function read(typed: string): Read<string> {
  const value = typed.trim();
  if (value.length <= TEXT_LENGTH_MAX) return { ok: true, value };
  return { ok: false, error: `Höchstens ${TEXT_LENGTH_MAX} Zeichen.` };
}
