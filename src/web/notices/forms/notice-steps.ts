import type { ProgrammeDefinition } from '../../../programmes/definitions/definition.js';
import type { FieldChoice, FormStep } from '../../editing/form-field.js';
import { entriesOf, option, type FormState } from '../../editing/form-kind.js';
import {
  lineFields,
  noticeFields,
  termAddition,
  termGroups,
  type NoticeShape,
} from './notice-fields.js';

/** "zeile-1": the step of a line. */
const LINE_STEP = /^zeile-(\d+)$/;

/** The steps of a notice: the notice, each of its lines, and what is still open. */
export function noticeSteps(
  state: FormState,
  programmes: readonly ProgrammeDefinition[],
  asksKey: boolean,
): readonly FormStep[] {
  const isAmending = isAmendment(state);
  const shape: NoticeShape = {
    asksKey,
    isAmending,
    isBound: isAmending || option(state, 'follows') !== '',
  };
  const lines = entriesOf(state, 'lines');
  return [
    {
      key: 'bescheid',
      title: 'Bescheid',
      intro: introOf(state),
      fields: noticeFields(programmes, shape),
    },
    ...lines.map((line, index) => lineStep(state, line, { index, programmes, asksKey, of: lines })),
    {
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
    },
  ];
}

/** The line that a step is about, counted from 0; undefined for other steps. */
export function lineOfStep(step: string): number | undefined {
  const number = LINE_STEP.exec(step)?.[1];
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

function lineStep(
  state: FormState,
  line: string,
  { index, of, programmes, asksKey }: LineStep,
): FormStep {
  const isLast = index === of.length - 1;
  return {
    key: `zeile-${(index + 1).toString()}`,
    title: `Zeile ${(index + 1).toString()}`,
    intro: 'Was der Bescheid für einen Baustein und ein Haushaltsjahr bewilligt.',
    fields: lineFields(line, componentChoices(programmes, programmeOf(state)), asksKey),
    groups: termGroups(state, line),
    additions: [
      termAddition(line),
      ...(isLast ? [{ list: 'lines', label: 'Weitere Zeile hinzufügen', entry: NEW_LINE }] : []),
    ],
    ...(of.length > 1 && { entry: line, removal: 'Zeile entfernen' }),
  };
}

interface LineStep {
  readonly index: number;
  readonly of: readonly string[];
  readonly programmes: readonly ProgrammeDefinition[];
  readonly asksKey: boolean;
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
