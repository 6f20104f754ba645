import type { ProgrammeDefinition } from '../../../programmes/definitions/definition.js';
import type { FieldChoice, FormStep } from '../../editing/form-field.js';
import { entriesOf, option, type FormState } from '../../editing/form-kind.js';
import {
  lineFields,
  noticeFields,
  periodFields,
  REFERENCE_FIELDS,
  termAddition,
  termGroups,
  type NoticeShape,
} from './notice-fields.js';

/** "bestandteile-1": the step of what the amount of a line is made of. */
const TERMS_STEP = /^bestandteile-(\d+)$/;

/** The steps of a notice: which one, its paper, its time, each line with its terms, what is open. */
export function noticeSteps(
  state: FormState,
  programmes: readonly ProgrammeDefinition[],
  asksKey: boolean,
): readonly FormStep[] {
  const isAmending = isAmendment(state);
  const isBound = isAmending || option(state, 'follows') !== '';
  const shape: NoticeShape = { asksKey, isAmending, isBound };
  const lines = entriesOf(state, 'lines');
  return [
    {
      key: 'bescheid',
      title: 'Bescheid',
      intro: introOf(state),
      fields: noticeFields(programmes, shape),
    },
    { key: 'aktenzeichen', title: 'Aktenzeichen und Datum', fields: REFERENCE_FIELDS },
    { key: 'zeitraum', title: 'Zeitraum', fields: periodFields(shape) },
    ...lines.flatMap((line, index) =>
      lineSteps(state, line, { index, programmes, isAmending, of: lines }),
    ),
    LAST_STEP,
  ];
}

const LAST_STEP: FormStep = {
  key: 'offenes',
  title: 'Offene Punkte und Quellen',
  fields: [
    {
      path: 'openItems',
      kind: 'lines',
      label: 'Offene Punkte',
      optional: true,
      hint: 'Was noch zu klären ist, ein Punkt je Zeile.',
    },
    {
      path: 'sources',
      kind: 'lines',
      label: 'Quellen',
      optional: true,
      hint: 'Woher die Angaben stammen, eine Quelle je Zeile.',
    },
  ],
};

/** The line whose terms a step is about, counted from 0; undefined for other steps. */
export function lineOfStep(step: string): number | undefined {
  const number = TERMS_STEP.exec(step)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

/** Whether the form is about an amending notice, new or one that stands in the book. */
export function isAmendment(state: FormState): boolean {
  return ['$amends', 'amends', '=amends'].some((path) => (state.texts[path] ?? '') !== '');
}

function introOf(state: FormState): string {
  if (state.subject !== null) {
    return 'Hier berichtigen Sie, was falsch abgeschrieben wurde. Hat das Land etwas geändert, tragen Sie einen Änderungsbescheid ein.';
  }
  if (isAmendment(state)) {
    return 'Die Zeilen des bisherigen Bescheids sind schon eingetragen. Ändern Sie, was der neue Bescheid anders sagt. Was er nicht nennt, gilt weiter.';
  }
  return option(state, 'follows') === ''
    ? 'Tragen Sie ein, was auf dem Bescheid steht. Ihr Entwurf wird gespeichert, bis Sie ihn eintragen.'
    : 'Die Zeilen des Vorgängers sind mit dem neuen Jahr eingetragen. Prüfen Sie Stellen und Beträge.';
}

function lineSteps(
  state: FormState,
  line: string,
  { index, of, programmes, isAmending }: LineStep,
): readonly FormStep[] {
  const isLast = index === of.length - 1;
  const number = (index + 1).toString();
  const title = lineTitle(state, line, programmes) ?? `Zeile ${number}`;
  return [
    {
      key: `zeile-${number}`,
      title,
      intro: 'Was der Bescheid für einen Baustein und ein Haushaltsjahr bewilligt.',
      fields: lineFields(line, componentChoices(programmes, programmeOf(state))),
      ...(of.length > 1 && { entry: line, removal: 'Zeile entfernen' }),
    },
    {
      key: `bestandteile-${number}`,
      title: `${title}: Bestandteile`,
      intro: isAmending ? TERMS_INTRO + MID_YEAR : TERMS_INTRO,
      fields: [],
      groups: termGroups(state, line),
      additions: [
        termAddition(line),
        ...(isLast ? [{ list: 'lines', label: 'Weitere Zeile hinzufügen', entry: NEW_LINE }] : []),
      ],
    },
  ];
}

const TERMS_INTRO =
  'Woraus sich der bewilligte Betrag zusammensetzt, so wie der Bescheid es vorrechnet.';

const MID_YEAR =
  ' Gilt ein neuer Satz erst ab der Jahresmitte, sind es zwei Bestandteile: von 18 Stellen zählt die Menge 9 mit dem bisherigen und die Menge 9 mit dem neuen Satz.';

interface LineStep {
  readonly index: number;
  readonly of: readonly string[];
  readonly programmes: readonly ProgrammeDefinition[];
  readonly isAmending: boolean;
}

/** "KIM II, 2026", once both are known. */
function lineTitle(
  { texts }: FormState,
  line: string,
  programmes: readonly ProgrammeDefinition[],
): string | undefined {
  const component = programmes
    .flatMap(({ components }) => components)
    .find(({ id }) => id === texts[`${line}.component`]);
  const year = texts[`${line}.year`] ?? '';
  return component === undefined || year === '' ? undefined : `${component.shortName}, ${year}`;
}

const NEW_LINE = { terms: [{ costKind: 'staff' }] };

function programmeOf({ texts }: FormState): string {
  return texts['programme'] ?? texts['=programme'] ?? '';
}

/** The components of the programme; of all, until one is chosen. */
function componentChoices(
  programmes: readonly ProgrammeDefinition[],
  programme: string,
): readonly FieldChoice[] {
  const chosen = programmes.filter(({ id }) => id === programme);
  return (chosen.length > 0 ? chosen : programmes)
    .flatMap(({ components }) => components)
    .map(({ id, shortName, name }) => ({
      value: id,
      label: shortName === name ? name : `${shortName}: ${name}`,
    }));
}
