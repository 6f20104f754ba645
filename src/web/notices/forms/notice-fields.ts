import type { ProgrammeDefinition } from '../../../programmes/definitions/definition.js';
import { COST_KINDS } from '../../../programmes/definitions/definition.js';
import type {
  EntryAddition,
  FieldChoice,
  FieldGroup,
  FormField,
} from '../../editing/form-field.js';
import { entriesOf, type FormState } from '../../editing/form-kind.js';
import { costKindNames } from '../regime.words.js';

/** What a form of a notice asks beside what always stands on a notice. */
export interface NoticeShape {
  readonly isAmending: boolean;
  /** It belongs to another notice, and so to its programme. */
  readonly isBound: boolean;
  /** The key made from component and year is taken: somebody has to name another. */
  readonly asksKey: boolean;
}

/** Where somebody types the key of a notice; no part of the fact, which gets its key from it. */
export const KEY_PATH = '$key';

/** Which notice it is, and between whom. */
export function noticeFields(
  programmes: readonly ProgrammeDefinition[],
  { isBound, asksKey }: NoticeShape,
): readonly FormField[] {
  const choices = programmes.map(({ id, name }) => ({ value: id, label: name }));
  return [
    ...(isBound
      ? []
      : [{ path: 'programme', kind: 'select', label: 'Förderprogramm', choices } as const]),
    {
      path: 'title',
      kind: 'text',
      label: 'Titel',
      hint: 'So steht der Bescheid in allen Listen, zum Beispiel „KIM Baustein II, Förderjahr 2026“.',
    },
    ...(asksKey ? [KEY_FIELD] : []),
    {
      path: 'grantor',
      kind: 'text',
      label: 'Bewilligt von',
      hint: 'Zum Beispiel „Bezirksregierung Arnsberg“.',
    },
    {
      path: 'firstRecipient',
      kind: 'text',
      label: 'Empfänger',
      hint: 'Wie im Bescheid genannt, zum Beispiel „Kreis Unna“.',
    },
  ];
}

const KEY_FIELD: FormField = {
  path: KEY_PATH,
  kind: 'text',
  label: 'Schlüssel des Bescheids',
  hint: 'Zu diesem Baustein und Jahr steht schon ein Bescheid im Buch. Geben Sie diesem einen eigenen Schlüssel aus Kleinbuchstaben, Ziffern und Bindestrichen, zum Beispiel kim-2-2026-nachtrag. Er bleibt für immer gleich.',
};

/** By which paper it is known. */
export const REFERENCE_FIELDS: readonly FormField[] = [
  {
    path: 'reference',
    kind: 'text',
    label: 'Aktenzeichen',
    optional: true,
    hint: 'Wie auf dem Bescheid. Fehlt es noch, bleibt das Feld leer.',
  },
  {
    path: 'issuedOn',
    kind: 'day',
    label: 'Bescheid vom',
    optional: true,
    hint: 'Das Datum auf dem Bescheid, zum Beispiel 15.02.2026.',
  },
];

/** For which time it grants, and from which day an amendment counts. */
export function periodFields({ isAmending }: NoticeShape): readonly FormField[] {
  return [
    { path: 'period.from', kind: 'day', label: 'Bewilligungszeitraum von' },
    { path: 'period.to', kind: 'day', label: 'Bewilligungszeitraum bis' },
    ...(isAmending ? [EFFECTIVE_FROM] : []),
  ];
}

const EFFECTIVE_FROM: FormField = {
  path: 'effectiveFrom',
  kind: 'day',
  label: 'Wirksam ab',
  hint: 'Ab diesem Tag gelten die neuen Zahlen. Bis dahin zählt der bisherige Bescheid.',
};

/** The fields of a line: what is granted for one component and one year. */
export function lineFields(line: string, components: readonly FieldChoice[]): readonly FormField[] {
  return [
    { path: `${line}.component`, kind: 'select', label: 'Baustein', choices: components },
    { path: `${line}.year`, kind: 'whole', label: 'Haushaltsjahr', hint: 'Zum Beispiel 2026.' },
    { path: `${line}.period.from`, kind: 'day', label: 'Gilt von' },
    { path: `${line}.period.to`, kind: 'day', label: 'Gilt bis' },
    {
      path: `${line}.fte`,
      kind: 'fte',
      label: 'Bewilligte Stellen',
      hint: 'Vollzeitäquivalente, zum Beispiel 4,5. Werden keine Stellen bewilligt: 0.',
    },
    {
      path: `${line}.amount`,
      kind: 'money',
      label: 'Bewilligter Betrag',
      hint: 'Für das ganze Jahr. Woraus er sich zusammensetzt, fragt die nächste Seite.',
    },
    {
      path: `${line}.clause`,
      kind: 'text',
      label: 'Stelle im Bescheid',
      hint: 'Wo der Betrag steht, zum Beispiel „Nr. 1 des Bescheids“.',
    },
  ];
}

const COST_KIND_CHOICES: readonly FieldChoice[] = COST_KINDS.map((value) => ({
  value,
  label: costKindNames[value],
}));

/** What the amount of a line is made of, one group a term. */
export function termGroups(state: FormState, line: string): readonly FieldGroup[] {
  const terms = entriesOf(state, `${line}.terms`);
  return terms.map((term, index) => ({
    legend: `Bestandteil ${(index + 1).toString()}`,
    fields: [
      {
        path: `${term}.text`,
        kind: 'text',
        label: 'Wofür',
        hint: 'Zum Beispiel „Koordinierende Stellen“.',
      },
      { path: `${term}.costKind`, kind: 'select', label: 'Art', choices: COST_KIND_CHOICES },
      { path: `${term}.quantity`, kind: 'decimal', label: 'Menge', hint: 'Zum Beispiel 4,5.' },
      {
        path: `${term}.unit`,
        kind: 'money',
        label: 'Betrag je Einheit',
        hint: 'Zum Beispiel der Satz für 1,0 VzÄ im Jahr: 57.000,00.',
      },
      {
        path: `${term}.amount`,
        kind: 'money',
        label: 'Betrag',
        hint: 'Menge mal Betrag je Einheit.',
      },
    ],
    ...(terms.length > 1 && { entry: term, removal: 'Bestandteil entfernen' }),
  }));
}

/** "Weiteren Bestandteil hinzufügen" */
export function termAddition(line: string): EntryAddition {
  return {
    list: `${line}.terms`,
    label: 'Weiteren Bestandteil hinzufügen',
    entry: { costKind: 'staff' },
  };
}
