import { CHECKLIST_ITEMS, CHECKLIST_STATES } from '../../../programmes/definitions/definition.js';
import { entriesOf, type Texts } from '../../editing/form-kind.js';
import type { FieldGroup, FormStep } from '../../editing/form-field.js';
import { checklistNames } from '../../messages/terms.js';
import { checklistStates } from '../contract.words.js';
import type { VersionChoices } from './version-choices.js';
import { ANOTHER_LINE, lineSteps } from './version-line.steps.js';
import { TERMS_STEP } from './version-terms.steps.js';

/** Where the text of the version stands in the form: as one text, not by clause. */
export const TEXT_PATH = '$wortlaut';

/** The steps of a "Fassung": from its dates to its text, one for each allocation line. */
export function versionSteps(texts: Texts, choices: VersionChoices): readonly FormStep[] {
  return [
    KEY_DATA,
    ...lineSteps(texts, choices),
    TERMS_STEP,
    CHECKLIST,
    partsStep(texts),
    TEXT,
    OPEN_ITEMS,
  ];
}

const KEY_DATA: FormStep = {
  key: 'eckdaten',
  title: 'Eckdaten',
  fields: [
    { path: 'title', kind: 'text', label: 'Bezeichnung', hint: 'Zum Beispiel: 3. Änderung' },
    {
      path: 'summary',
      kind: 'long-text',
      label: 'Worum es geht',
      hint: 'Ein Satz für die Übersicht: Was ist neu, und warum?',
    },
    { path: 'inForceFrom', kind: 'day', label: 'Gilt ab', hint: 'Zum Beispiel 01.07.2026' },
    {
      path: 'inForceTo',
      kind: 'day',
      label: 'Gilt bis',
      hint: 'Der letzte Tag, zum Beispiel 31.12.2028. Gezahlt wird nur, wo auch ein Bescheid trägt.',
    },
  ],
  additions: [ANOTHER_LINE],
};

const CHECKLIST: FormStep = {
  key: 'vollstaendigkeit',
  title: 'Ist alles geregelt?',
  intro:
    'Was ein Weiterleitungsvertrag nach VV Nr. 12 zu § 44 LHO regeln muss. Was noch niemand geprüft hat, darf im Entwurf offen bleiben.',
  fields: [],
  groups: CHECKLIST_ITEMS.map((item, index): FieldGroup => ({
    legend: `${index + 1}. ${checklistNames[item]}`,
    fields: [
      {
        path: `checklist[${index}].state`,
        kind: 'radio',
        label: 'Stand',
        optional: true,
        choices: CHECKLIST_STATES.map((value) => ({ value, label: checklistStates[value].text })),
      },
      {
        path: `checklist[${index}].clause`,
        kind: 'text',
        label: 'Klausel',
        hint: 'Wo es steht, zum Beispiel § 9 oder ANBest-G Nr. 7',
        optional: true,
      },
      { path: `checklist[${index}].note`, kind: 'text', label: 'Anmerkung', optional: true },
    ],
  })),
};

function partsStep(texts: Texts): FormStep {
  return {
    key: 'bestandteile',
    title: 'Bestandteile',
    intro: 'Was zum Vertrag gehört: Bescheid, Nebenbestimmungen, Konzept, Stellenbeschreibungen.',
    fields: [],
    groups: entriesOf({ texts }, 'parts').map((entry, index) => partGroup(entry, index)),
    additions: [{ list: 'parts', label: 'Weiteren Bestandteil hinzufügen' }],
  };
}

function partGroup(entry: string, index: number): FieldGroup {
  return {
    legend: `Bestandteil ${index + 1}`,
    fields: [
      {
        path: `${entry}.title`,
        kind: 'text',
        label: 'Bezeichnung',
        hint: 'Zum Beispiel: ANBest-G',
      },
      {
        path: `${entry}.clause`,
        kind: 'text',
        label: 'Klausel',
        hint: 'Die ihn zum Bestandteil macht, zum Beispiel § 7 Abs. 1',
      },
      { path: `${entry}.reference`, kind: 'text', label: 'Aktenzeichen', optional: true },
      { path: `${entry}.datedOn`, kind: 'day', label: 'Datiert vom', optional: true },
      { path: `${entry}.handedOverOn`, kind: 'day', label: 'Ausgehändigt am', optional: true },
      { path: `${entry}.note`, kind: 'text', label: 'Anmerkung', optional: true },
    ],
    entry,
    removal: 'Bestandteil entfernen',
  };
}

const TEXT: FormStep = {
  key: 'wortlaut',
  title: 'Wortlaut',
  intro:
    'Fügen Sie den Text des Vertrags ein. Das Buch teilt ihn an den Paragrafen und vergleicht ihn so mit der Fassung davor.',
  fields: [
    {
      path: TEXT_PATH,
      kind: 'long-text',
      label: 'Text der Fassung',
      hint: 'Jeder Paragraf beginnt auf einer eigenen Zeile mit „§“ und seiner Nummer, jeder Absatz nach einer Leerzeile.',
      optional: true,
    },
  ],
};

const OPEN_ITEMS: FormStep = {
  key: 'offene-punkte',
  title: 'Offene Punkte',
  fields: [
    {
      path: 'openItems',
      kind: 'lines',
      label: 'Was noch zu klären ist',
      hint: 'Ein Punkt je Zeile.',
      optional: true,
    },
  ],
};
