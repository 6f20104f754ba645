import type { FieldChoice, FieldGroup, FormStep } from '../../editing/form-field.js';
import { entriesOf, type FormState } from '../../editing/form-kind.js';
import type { TakeOverChoices } from './take-over-choices.js';
import { headFields, lineFields, noticeLineFields, ownFundsFields } from './take-over-fields.js';

/** The steps of a take-over: what it is, each notice line, own funds, each contract line. */
export function takeOverSteps(state: FormState, choices: TakeOverChoices): readonly FormStep[] {
  const programme = state.texts['programme'] ?? state.texts['=programme'] ?? '';
  const noticeLines = choices.noticeLines(programme);
  const lines = choices.lines(programme);
  return [
    {
      key: 'uebernahme',
      title: 'Übernahme',
      intro:
        'Hier kommt ins Buch, was vor seinem Beginn geschah: je Bescheidzeile und je Vertragszeile eines Jahres die Summen bis zum Stichtag. Jeder Fall nennt einen Beleg.',
      fields: headFields(choices.programmes),
    },
    ...caseSteps(state, 'noticeLines', {
      key: 'bescheid',
      name: 'Bescheidzeile',
      intro: 'Was das Land gezahlt hat, was der Kreis selbst gebraucht hat und was zurückgeht.',
      choices: noticeLines,
      chosen: 'noticeLine',
      fields: (path) => noticeLineFields(path, noticeLines),
    }),
    ownFundsStep(state),
    ...caseSteps(state, 'lines', {
      key: 'zeile',
      name: 'Vertragszeile',
      intro: 'Was für ein Jahr angeordnet, ausgezahlt, nachgewiesen und zurückgefordert wurde.',
      choices: lines,
      chosen: 'line',
      fields: (path) => lineFields(path, lines),
    }),
    {
      key: 'quellen',
      title: 'Quellen',
      fields: [
        {
          path: 'sources',
          kind: 'lines',
          label: 'Quellen',
          optional: true,
          hint: 'Woher die Angaben stammen, eine Quelle je Zeile.',
        },
      ],
      additions: [
        ...(entriesOf(state, 'noticeLines').length === 0
          ? [{ list: 'noticeLines', label: 'Bescheidzeile hinzufügen' }]
          : []),
        ...(entriesOf(state, 'lines').length === 0
          ? [{ list: 'lines', label: 'Vertragszeile hinzufügen' }]
          : []),
      ],
    },
  ];
}

interface CaseKind {
  readonly key: string;
  readonly name: string;
  readonly intro: string;
  readonly choices: readonly FieldChoice[];
  readonly chosen: string;
  readonly fields: (path: string) => FormStep['fields'];
}

function caseSteps(state: FormState, list: string, kind: CaseKind): readonly FormStep[] {
  const entries = entriesOf(state, list);
  return entries.map((path, index): FormStep => {
    const number = (index + 1).toString();
    const chosen = state.texts[`${path}.${kind.chosen}`] ?? '';
    const label = kind.choices.find(({ value }) => value === chosen)?.label;
    const year = state.texts[`${path}.year`];
    const title = label === undefined ? `${kind.name} ${number}` : withYear(label, year);
    return {
      key: `${kind.key}-${number}`,
      title,
      intro: kind.intro,
      fields: kind.fields(path),
      entry: path,
      removal: `${kind.name} entfernen`,
      ...(index === entries.length - 1 && {
        additions: [{ list, label: `Weitere ${kind.name} hinzufügen` }],
      }),
    };
  });
}

function withYear(label: string, year: string | undefined): string {
  return year === undefined || year === '' ? label : `${label}, ${year}`;
}

function ownFundsStep(state: FormState): FormStep {
  return {
    key: 'eigene-mittel',
    title: 'Eigene Mittel',
    intro:
      'Nur nötig, wenn der Kreis eine Vertragszeile aus eigenen Mitteln bezahlt hat: was die Kasse dafür je Jahr nennt.',
    fields: [],
    groups: entriesOf(state, 'ownFunds').map((path, index): FieldGroup => ({
      legend: `Jahr ${(index + 1).toString()}`,
      fields: ownFundsFields(path),
      entry: path,
      removal: 'Jahr entfernen',
    })),
    additions: [{ list: 'ownFunds', label: 'Jahr hinzufügen' }],
  };
}
