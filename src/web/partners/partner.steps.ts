import { PARTNER_SECTORS } from '../../programmes/definitions/definition.js';
import type { FormField, FormStep } from '../editing/form-kind.js';
import { sectorNames } from './partner.words.js';

const KEY: FormField = {
  path: 'id',
  kind: 'text',
  label: 'Kennung',
  hint: 'Steht in Adressen und Dateien und ändert sich nie: Kleinbuchstaben, Ziffern und Bindestriche. Bleibt das Feld leer, wird sie aus dem Kurznamen gebildet.',
  optional: true,
  wrong:
    'Geben Sie Kleinbuchstaben, Ziffern und Bindestriche an, höchstens 40 Zeichen, zum Beispiel „stadt-luenen“.',
};

const NAMES: readonly FormField[] = [
  {
    path: 'sector',
    kind: 'radio',
    label: 'Art des Partners',
    choices: PARTNER_SECTORS.map((value) => ({ value, label: sectorNames[value] })),
  },
  { path: 'name', kind: 'text', label: 'Name', hint: 'Wie im Vertrag, zum Beispiel Stadt Lünen' },
  {
    path: 'shortName',
    kind: 'text',
    label: 'Kurzname',
    hint: 'Für Tabellen und Bilder, zum Beispiel Lünen',
  },
  {
    path: 'otherNames',
    kind: 'lines',
    label: 'Weitere Namen',
    hint: 'Unter denen der Partner auch vorkommt, zum Beispiel im Haushalt. Ein Name je Zeile',
    optional: true,
  },
];

const ADDRESS: FormStep = {
  key: 'anschrift',
  title: 'Anschrift',
  intro: 'An diese Anschrift gehen Verträge und Schreiben.',
  fields: [
    { path: 'address.street', kind: 'text', label: 'Straße' },
    { path: 'address.houseNumber', kind: 'text', label: 'Hausnummer', hint: 'Zum Beispiel 12 a' },
    {
      path: 'address.postcode',
      kind: 'text',
      label: 'Postleitzahl',
      hint: 'Zum Beispiel 44532',
      wrong: 'Geben Sie eine Postleitzahl mit fünf Ziffern an, zum Beispiel 44532.',
    },
    { path: 'address.city', kind: 'text', label: 'Ort' },
  ],
};

const ACCOUNT: FormStep = {
  key: 'konto',
  title: 'Bankverbindung',
  intro: 'Auf dieses Konto wird ausgezahlt: das Konto der Stelle, nicht das einer Person.',
  fields: [
    { path: 'bankAccount.holder', kind: 'text', label: 'Kontoinhaber' },
    {
      path: 'bankAccount.iban',
      kind: 'iban',
      label: 'IBAN',
      hint: 'Zum Beispiel DE02 1203 0000 0000 2020 51. Leerzeichen dürfen bleiben',
      wrong: 'Prüfen Sie die IBAN: Länge oder Prüfziffer stimmen nicht.',
    },
  ],
};

const NOTE: FormStep = {
  key: 'bemerkung',
  title: 'Bemerkung',
  fields: [{ path: 'note', kind: 'long-text', label: 'Bemerkung', optional: true }],
};

/** Names, address, account, note; the key only as long as there is none. */
export function partnerSteps(isNew: boolean): readonly FormStep[] {
  const names: FormStep = {
    key: 'name',
    title: 'Name und Art',
    fields: isNew ? [...NAMES, KEY] : NAMES,
  };
  return [names, ADDRESS, ACCOUNT, NOTE];
}
