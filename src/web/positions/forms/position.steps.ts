import type { FieldChoice, FieldGroup, FormField, FormStep } from '../../editing/form-kind.js';
import { WRONG_SHARE } from './occupancy-fields.js';
import { PAYER } from './position-fields.js';

/** What a post can be on, and who can employ. */
export interface PositionChoices {
  readonly lines: readonly FieldChoice[];
  readonly employers: readonly FieldChoice[];
  readonly noticeLines: readonly FieldChoice[];
}

const PAYER_FIELD: FormField = {
  path: PAYER,
  kind: 'radio',
  label: 'Wer bezahlt die Stelle',
  choices: [
    {
      value: 'line',
      label: 'eine Zeile eines Vertrags',
      hint: 'Die Stelle ist bei einem Partner und wird aus seiner Zuweisung bezahlt.',
    },
    {
      value: 'own',
      label: 'der Kreis selbst, aus Bescheiden des Landes',
      hint: 'Eine eigene Stelle des Kreises, ohne Vertrag.',
    },
  ],
};

export const LINE_FIELD: FormField = {
  path: 'allocationLine',
  kind: 'select',
  label: 'Zeile des Vertrags',
  hint: 'Der Baustein der Stelle ist der ihrer Zeile. Alle Stellen einer Zeile zusammen dürfen nicht mehr VzÄ haben als die Zeile (R1).',
};

const LABEL_FIELDS: readonly FormField[] = [
  {
    path: 'label',
    kind: 'text',
    label: 'Bezeichnung',
    hint: 'Wie die Stelle in Listen und Schreiben heißt, zum Beispiel BER-KIM2-3',
  },
  { path: 'title', kind: 'text', label: 'Aufgabe', hint: 'Zum Beispiel Fallmanagement' },
  {
    path: 'plannedFte',
    kind: 'fte',
    label: 'Geplanter Anteil',
    hint: '1,0 ist eine volle Stelle. Unter 0,5 ist ungewöhnlich und wird angemerkt (R5)',
    wrong: WRONG_SHARE,
  },
];

const TIME: FormStep = {
  key: 'zeit',
  title: 'Von wann bis wann',
  fields: [
    { path: 'from', kind: 'day', label: 'Erster Tag', hint: 'Zum Beispiel 01.01.2025' },
    {
      path: 'to',
      kind: 'day',
      label: 'Letzter Tag',
      hint: 'Dieser Tag zählt noch mit. Leer lassen, solange kein Ende feststeht',
      optional: true,
    },
  ],
};

export const PLACE_FIELD: FormField = {
  path: 'placeOfWork',
  kind: 'text',
  label: 'Arbeitsort',
  hint: 'Die Stadt oder Gemeinde, zum Beispiel Bergkamen',
};

export function employerField(choices: readonly FieldChoice[]): FormField {
  return {
    path: 'employer',
    kind: 'select',
    label: 'Arbeitgeber',
    hint: 'Bleibt das Feld leer, ist es der Partner der Zeile.',
    optional: true,
    choices,
  };
}

/** Payer, name and share, days, place; what the Kreis pays itself also year by year. */
export function positionSteps(
  payer: string,
  funding: readonly string[],
  { lines, employers, noticeLines }: PositionChoices,
): readonly FormStep[] {
  const isOwn = payer === 'own';
  const paid: FormStep = {
    key: 'bezahlung',
    title: 'Wer bezahlt',
    fields:
      isOwn || payer === '' ? [PAYER_FIELD] : [PAYER_FIELD, { ...LINE_FIELD, choices: lines }],
  };
  return [
    paid,
    ...(isOwn ? [ownStep(funding, noticeLines)] : []),
    { key: 'bezeichnung', title: 'Bezeichnung und Anteil', fields: LABEL_FIELDS },
    TIME,
    {
      key: 'ort',
      title: isOwn ? 'Wo' : 'Bei wem und wo',
      fields: isOwn ? [PLACE_FIELD] : [employerField(employers), PLACE_FIELD],
    },
  ];
}

function ownStep(funding: readonly string[], noticeLines: readonly FieldChoice[]): FormStep {
  return {
    key: 'bescheide',
    title: 'Aus welchen Bescheiden',
    intro:
      'Wählen Sie für jedes Jahr die Bescheidzeile, aus der die Stelle bezahlt wird. Der Baustein der Stelle ist der ihrer Bescheidzeilen.',
    fields: [
      {
        path: 'own.rateKind',
        kind: 'radio',
        label: 'Pauschale',
        choices: [
          { value: 'staff', label: 'Fachkraft' },
          { value: 'assistant', label: 'Assistenz' },
        ],
      },
      {
        path: 'own.withMaterial',
        kind: 'radio',
        label: 'Sachmittel',
        choices: [
          { value: 'true', label: 'mit Sachmitteln' },
          { value: 'false', label: 'nur Personal' },
        ],
      },
    ],
    groups: (funding.length === 0 ? ['own.funding[0]'] : funding).map((entry, index) =>
      fundingGroup(entry, index, noticeLines, funding.length > 1),
    ),
    additions: [{ list: 'own.funding', label: 'Weiteres Jahr hinzufügen' }],
  };
}

function fundingGroup(
  entry: string,
  index: number,
  noticeLines: readonly FieldChoice[],
  isRemovable: boolean,
): FieldGroup {
  return {
    legend: `${index + 1}. Jahr`,
    ...(isRemovable && { entry, removal: 'Jahr entfernen' }),
    fields: [
      {
        path: `${entry}.noticeLine`,
        kind: 'select',
        label: 'Bescheidzeile',
        hint: 'Jede Bescheidzeile zahlt für ein Jahr.',
        choices: noticeLines,
      },
    ],
  };
}
