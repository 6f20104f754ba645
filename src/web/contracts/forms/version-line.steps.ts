import { entriesOf, type Texts } from '../../editing/form-kind.js';
import type { FieldGroup, FormField, FormStep } from '../../editing/form-field.js';
import type { VersionChoices } from './version-choices.js';

/** "Zuweisungszeilen": one step for each, in the order of the draft. */
export function lineSteps(texts: Texts, choices: VersionChoices): readonly FormStep[] {
  return entriesOf({ texts }, 'lines').map((path, index) => lineStep(path, index, texts, choices));
}

/** What a new line starts with. */
export const NEW_LINE = {
  fte: '0',
  annualRate: '0.00',
  material: '0.00',
  funding: [{}],
} as const;

/** Adds a line, from wherever one is. */
export const ANOTHER_LINE = {
  list: 'lines',
  label: 'Weitere Zeile hinzufügen',
  entry: NEW_LINE,
} as const;

function lineStep(path: string, index: number, texts: Texts, choices: VersionChoices): FormStep {
  const funding = entriesOf({ texts }, `${path}.funding`);
  const measures = entriesOf({ texts }, `${path}.measures`);
  const title = texts[`${path}.title`] ?? '';
  return {
    key: `zeile-${index + 1}`,
    title: title === '' ? `Zeile ${index + 1}` : `Zeile ${index + 1}: ${title}`,
    intro: 'Eine Zuweisungszeile sagt, was ein Partner für einen Baustein bekommt.',
    fields: receiverFields(path, choices),
    groups: [
      { legend: 'Betrag', hint: 'Für ein volles Kalenderjahr.', fields: amountFields(path) },
      ...measures.map((entry, place) => measureGroup(entry, place, choices)),
      ...funding.map((entry, place) => fundingGroup(entry, place, choices)),
      { legend: 'Grundlage', fields: groundFields(path) },
    ],
    additions: [
      { list: `${path}.funding`, label: 'Weiteres Jahr hinzufügen' },
      ...(choices.fixedSums.length === 0
        ? []
        : [{ list: `${path}.measures`, label: 'Maßnahme hinzufügen' }]),
      ANOTHER_LINE,
    ],
    entry: path,
    removal: 'Zeile entfernen',
  };
}

function receiverFields(path: string, choices: VersionChoices): readonly FormField[] {
  return [
    { path: `${path}.partner`, kind: 'select', label: 'Partner', choices: choices.partners },
    { path: `${path}.component`, kind: 'select', label: 'Baustein', choices: choices.components },
    {
      path: `${path}.title`,
      kind: 'text',
      label: 'Bezeichnung',
      hint: 'Zum Beispiel: Fallmanagement Nordkreis',
    },
    { path: `${path}.region`, kind: 'text', label: 'Gebiet', hint: 'Zum Beispiel: Nordkreis' },
    {
      path: `${path}.towns`,
      kind: 'lines',
      label: 'Orte',
      hint: 'Ein Ort je Zeile.',
      optional: true,
    },
  ];
}

function amountFields(path: string): readonly FormField[] {
  return [
    {
      path: `${path}.fte`,
      kind: 'fte',
      label: 'Vollzeitäquivalente',
      hint: 'Zum Beispiel 0,5. Null, wenn die Zeile keine Stellen trägt.',
    },
    {
      path: `${path}.annualRate`,
      kind: 'money',
      label: 'Jahresbetrag je VzÄ',
      hint: 'Zum Beispiel 57.000,00',
    },
    {
      path: `${path}.material`,
      kind: 'money',
      label: 'Sachmittel oder Festbetrag',
      hint: 'Für die ganze Zeile und das ganze Jahr; 0,00, wenn es keine gibt.',
    },
    {
      path: `${path}.ceiling`,
      kind: 'money',
      label: 'Höchstbetrag im Jahr',
      hint: 'Mehr zahlt der Kreis für diese Zeile nicht: VzÄ mal Jahresbetrag, dazu Sachmittel und Festbeträge der Maßnahmen. Unten rechnet das Buch nach.',
    },
  ];
}

function measureGroup(entry: string, place: number, { fixedSums }: VersionChoices): FieldGroup {
  return {
    legend: `Maßnahme ${place + 1}`,
    hint: 'Eine vereinbarte Menge, die zu einem Festbetrag zählt (Regel R6a).',
    fields: [
      { path: `${entry}.item`, kind: 'select', label: 'Festbetrag', choices: fixedSums },
      {
        path: `${entry}.quantity`,
        kind: 'whole',
        label: 'Menge',
        hint: 'Im Jahr; wenn unten Monate stehen: in jedem dieser Monate.',
      },
      {
        path: `${entry}.months`,
        kind: 'whole',
        label: 'Monate',
        hint: 'Nur bei Festbeträgen, die monatlich zählen: 1 bis 12.',
        optional: true,
      },
    ],
    entry,
    removal: 'Maßnahme entfernen',
  };
}

function fundingGroup(entry: string, place: number, { payers }: VersionChoices): FieldGroup {
  return {
    legend: `Wer zahlt: Jahr ${place + 1}`,
    fields: [
      { path: `${entry}.year`, kind: 'whole', label: 'Jahr', hint: 'Zum Beispiel 2026' },
      {
        path: `${entry}.payer`,
        kind: 'select',
        label: 'Bezahlt aus',
        hint: 'Eine Zeile eines Bescheids für dasselbe Jahr, oder eigene Mittel.',
        choices: payers,
      },
      {
        path: `${entry}.note`,
        kind: 'text',
        label: 'Anmerkung zu eigenen Mitteln',
        hint: 'Zum Beispiel der Beschluss. Bei einem Bescheid bleibt das Feld leer.',
        optional: true,
      },
    ],
    entry,
    removal: 'Jahr entfernen',
  };
}

function groundFields(path: string): readonly FormField[] {
  return [
    {
      path: `${path}.clause`,
      kind: 'text',
      label: 'Klausel',
      hint: 'Wo der Vertrag es sagt, zum Beispiel § 4 Abs. 1 b',
    },
    {
      path: `${path}.permission`,
      kind: 'text',
      label: 'Erlaubnis zur Weiterleitung',
      hint: 'Nebenbestimmung oder Zustimmung des Landes. Ohne sie warnt das Buch.',
      optional: true,
    },
    {
      path: `${path}.permissionNote`,
      kind: 'text',
      label: 'Anmerkung zur Erlaubnis',
      optional: true,
    },
    { path: `${path}.note`, kind: 'text', label: 'Anmerkung', optional: true },
    {
      path: `${path}.id`,
      kind: 'text',
      label: 'Kennung der Zeile',
      hint: 'Stellen beziehen sich auf sie; sie bleibt in allen Fassungen gleich. Bleibt das Feld leer, bildet das Buch sie aus Partner und Baustein.',
      optional: true,
      wrong: 'Geben Sie Kleinbuchstaben, Ziffern und Bindestriche an, zum Beispiel „luenen-kim-2“.',
    },
  ];
}
