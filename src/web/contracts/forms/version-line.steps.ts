import { entriesOf, type Texts } from '../../editing/form-kind.js';
import type { FieldGroup, FormField, FormStep } from '../../editing/form-field.js';
import type { VersionChoices } from './version-choices.js';

const SOURCES = [
  { value: 'notice-line', label: 'eine Bescheidzeile', hint: 'Geld des Landes' },
  { value: 'own-funds', label: 'eigene Mittel des Kreises' },
  { value: 'allocation-line', label: 'eine Zeile im Vertrag darüber', hint: 'Der Empfänger leitet weiter' },
] as const;

/** "Zuweisungszeilen": one step for each, in the order of the draft. */
export function lineSteps(texts: Texts, choices: VersionChoices): readonly FormStep[] {
  return entriesOf({ texts }, 'lines').map((path, index) => lineStep(path, index, texts, choices));
}

/** What a new line starts with. */
export const NEW_LINE = {
  fte: '0',
  annualRate: '0.00',
  material: '0.00',
  funding: [{ source: 'notice-line' }],
} as const;

function lineStep(
  path: string,
  index: number,
  texts: Texts,
  choices: VersionChoices,
): FormStep {
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
      ...measures.map((entry, place) => measureGroup(entry, place)),
      ...funding.map((entry, place) => fundingGroup(entry, place, choices)),
      { legend: 'Grundlage', fields: groundFields(path) },
    ],
    additions: [
      {
        list: `${path}.funding`,
        label: 'Weiteres Jahr hinzufügen',
        entry: { source: 'notice-line' },
      },
      { list: `${path}.measures`, label: 'Menge einer Maßnahme hinzufügen' },
    ],
    entry: path,
    removal: 'Zeile entfernen',
  };
}

function receiverFields(path: string, choices: VersionChoices): readonly FormField[] {
  return [
    { path: `${path}.partner`, kind: 'select', label: 'Partner', choices: choices.partners },
    { path: `${path}.component`, kind: 'select', label: 'Baustein', choices: choices.components },
    { path: `${path}.title`, kind: 'text', label: 'Bezeichnung', hint: 'Zum Beispiel: Fallmanagement Nordkreis' },
    { path: `${path}.region`, kind: 'text', label: 'Gebiet', hint: 'Zum Beispiel: Nordkreis' },
    { path: `${path}.towns`, kind: 'lines', label: 'Orte', hint: 'Ein Ort je Zeile.', optional: true },
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
    { path: `${path}.annualRate`, kind: 'money', label: 'Jahresbetrag je VzÄ', hint: 'Zum Beispiel 57.000,00' },
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
      hint: 'Mehr zahlt der Kreis für diese Zeile nicht. Üblich ist VzÄ mal Jahresbetrag plus Sachmittel.',
    },
  ];
}

function measureGroup(entry: string, place: number): FieldGroup {
  return {
    legend: `Maßnahme ${place + 1}`,
    hint: 'Vereinbarte Menge, die zu einem Festbetrag zählt.',
    fields: [
      {
        path: `${entry}.item`,
        kind: 'text',
        label: 'Kennung des Festbetrags',
        hint: 'Wie im Programm, zum Beispiel group-session',
      },
      { path: `${entry}.quantity`, kind: 'whole', label: 'Menge' },
      {
        path: `${entry}.months`,
        kind: 'whole',
        label: 'Monate',
        hint: 'Nur bei Festbeträgen je Monat: 1 bis 12.',
        optional: true,
      },
    ],
    entry,
    removal: 'Maßnahme entfernen',
  };
}

function fundingGroup(entry: string, place: number, choices: VersionChoices): FieldGroup {
  const { noticeLines, upperLines } = choices;
  const upper: readonly FormField[] =
    upperLines.length === 0
      ? []
      : [
          {
            path: `${entry}.allocationLine`,
            kind: 'select',
            label: 'Zeile darüber',
            hint: 'Nur, wenn ein Empfänger weiterleitet.',
            choices: upperLines,
            optional: true,
          },
        ];
  return {
    legend: `Wer zahlt: Jahr ${place + 1}`,
    fields: [
      { path: `${entry}.year`, kind: 'whole', label: 'Jahr', hint: 'Zum Beispiel 2026' },
      {
        path: `${entry}.source`,
        kind: 'radio',
        label: 'Bezahlt aus',
        choices: SOURCES.filter(({ value }) => value !== 'allocation-line' || upperLines.length > 0),
      },
      {
        path: `${entry}.noticeLine`,
        kind: 'select',
        label: 'Bescheidzeile',
        hint: 'Nur bei Geld des Landes.',
        choices: noticeLines,
        optional: true,
      },
      ...upper,
      {
        path: `${entry}.note`,
        kind: 'text',
        label: 'Anmerkung',
        hint: 'Nur bei eigenen Mitteln, zum Beispiel der Beschluss.',
        optional: true,
      },
    ],
    entry,
    removal: 'Jahr entfernen',
  };
}

function groundFields(path: string): readonly FormField[] {
  return [
    { path: `${path}.clause`, kind: 'text', label: 'Klausel', hint: 'Wo der Vertrag es sagt, zum Beispiel § 4 Abs. 1 b' },
    {
      path: `${path}.permission`,
      kind: 'text',
      label: 'Erlaubnis zur Weiterleitung',
      hint: 'Nebenbestimmung oder Zustimmung des Landes. Ohne sie warnt das Buch.',
      optional: true,
    },
    { path: `${path}.permissionNote`, kind: 'text', label: 'Anmerkung zur Erlaubnis', optional: true },
    { path: `${path}.note`, kind: 'text', label: 'Anmerkung', optional: true },
    {
      path: `${path}.id`,
      kind: 'text',
      label: 'Kennung der Zeile',
      hint: 'Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel luenen-kim-2. Stellen beziehen sich auf sie; sie bleibt in allen Fassungen gleich.',
    },
  ];
}
