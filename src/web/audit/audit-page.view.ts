import { AUDIT_ACTIONS } from '../../identity/audit/audit.types.js';
import type { AuditEvent } from '../../identity/audit/audit.queries.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { LinkView } from '../components/link.js';
import { dayFieldText } from '../forms/read.js';
import { paths } from '../paths.js';
import type { AuditNames } from './audit-names.js';
import { AFTER, WITH_NAMES, type AuditQuestion } from './audit-question.js';
import { questionLink } from '../lists/question-link.js';
import { auditEventView, type AuditEventView } from './audit.view.js';
import { actionNames, kindName, objectKindNames } from './audit.words.js';

/** "Protokoll": what a question finds, newest first. */
export interface AuditPageView {
  readonly question: {
    readonly action: string;
    readonly search: FieldView;
    readonly fields: readonly FieldView[];
    readonly reset: string;
  };
  readonly events: readonly AuditEventView[];
  readonly files: readonly LinkView[];
  readonly notes: readonly string[];
  /** Addresses; '' where there is nothing more. */
  readonly first: string;
  readonly next: string;
  /** '' if there are events. */
  readonly empty: string;
}

/** What the page is made of. */
export interface AuditPageParts {
  readonly question: AuditQuestion;
  readonly names: AuditNames;
  readonly actors: readonly string[];
  /** The kinds of object that the reader sees; undefined: all. */
  readonly kinds: readonly string[] | undefined;
}

export function auditPageView(
  parts: AuditPageParts,
  events: readonly AuditEvent[],
  next: string | undefined,
): AuditPageView {
  const { question } = parts;
  const link = (changes: Readonly<Record<string, string>> = {}): string =>
    questionLink(paths.auditTrail, question, changes);
  return {
    question: {
      action: paths.auditTrail,
      search: searchField(question),
      fields: fieldsOf(parts),
      reset: question.pairs.length === 0 ? '' : paths.auditTrail,
    },
    events: events.map((event) => auditEventView(event, parts)),
    files: [
      { href: link({ format: 'xlsx' }), label: 'Excel-Datei (XLSX)' },
      { href: link({ format: 'xlsx', [WITH_NAMES]: 'ja' }), label: 'XLSX mit Namen' },
      { href: link({ format: 'csv' }), label: 'CSV-Datei' },
      { href: link({ format: 'jsonl' }), label: 'JSON-Zeilen' },
    ],
    notes: parts.kinds === undefined ? [] : [ONLY_ACCESS],
    first: question.after === '' ? '' : link(),
    next: next === undefined ? '' : link({ [AFTER]: next }),
    empty: events.length > 0 ? '' : emptyText(question),
  };
}

const ONLY_ACCESS =
  'Die Verwaltung der Konten sieht hier, was Personen, Sitzungen und Zugänge betrifft. Was in den Fällen geschah, sehen Prüfung und Controlling.';

const NOTHING_DONE =
  'Hieran hat noch niemand etwas geändert. Was aus Dateien ins Buch kam, steht im Protokoll als ein Ereignis des ganzen Buchs: „Eingelesen“.';

function emptyText({ pairs, after }: AuditQuestion): string {
  if (after !== '') return 'Hier beginnt das Protokoll.';
  if (pairs.length === 1 && pairs[0]?.name === 'objekt') return NOTHING_DONE;
  return pairs.length > 0
    ? 'Dazu steht nichts im Protokoll. Nehmen Sie weniger Wörter oder weniger Filter.'
    : 'Im Protokoll steht noch nichts.';
}

function searchField({ pairs }: AuditQuestion): FieldView {
  const value = pairs.find(({ name }) => name === 'suche')?.value ?? '';
  const hint = 'Wörter aus Grund, Kennung oder Werten';
  return fieldView({ kind: 'text', id: 'q-suche', name: 'suche', label: 'Suchen', hint, value });
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function fieldsOf({ question, names, actors, kinds }: AuditPageParts): readonly FieldView[] {
  const people = actors.map((value) => ({ value, label: names.actor(value).name }));
  const actions = AUDIT_ACTIONS.map((value) => ({ value, label: actionNames[value] }));
  const known = kinds ?? Object.keys(objectKindNames);
  const objectKinds = known.map((value) => ({ value, label: kindName(value) }));
  return [
    select(question, 'person', ['Wer', 'Alle'], byLabel(people)),
    select(question, 'handlung', ['Handlung', 'Alle'], actions),
    select(question, 'art', ['Gegenstand', 'Alle'], byLabel(objectKinds)),
    day(question, 'von', 'Von'),
    day(question, 'bis', 'Bis'),
    ...given(question, names),
  ];
}

/** What came by a link of another page and can only be taken off here. */
function given(question: AuditQuestion, names: AuditNames): readonly FieldView[] {
  const { object, commandKey } = question.filter;
  return [
    ...(object === undefined
      ? []
      : [
          select(
            question,
            'objekt',
            ['Nur', 'Alles'],
            [{ value: `${object.kind}:${object.id}`, label: names.thing(object).label }],
          ),
        ]),
    ...(commandKey === undefined
      ? []
      : [
          select(
            question,
            'vorgang',
            ['Vorgang', 'Alle'],
            [{ value: commandKey, label: commandKey }],
          ),
        ]),
  ];
}

function select(
  { pairs, mistakes }: AuditQuestion,
  name: string,
  [label, all]: readonly [string, string],
  choices: readonly Choice[],
): FieldView {
  const chosen = pairs.find((pair) => pair.name === name)?.value ?? '';
  const missing = chosen !== '' && !choices.some(({ value }) => value === chosen);
  const unlisted = missing ? [{ value: chosen, label: chosen }] : [];
  return fieldView({
    ...{ kind: 'select', id: `q-${name}`, name, label },
    error: mistakes.get(name)?.error ?? '',
    options: [{ value: '', label: all }, ...choices, ...unlisted].map((choice) => ({
      ...choice,
      selected: choice.value === chosen,
    })),
  });
}

function day({ pairs, mistakes }: AuditQuestion, name: string, label: string): FieldView {
  const { text, error } = mistakes.get(name) ?? {
    text: pairs.find((pair) => pair.name === name)?.value ?? '',
    error: '',
  };
  const value = error === '' && text !== '' ? dayFieldText(text) : text;
  return fieldView({ kind: 'day', id: `q-${name}`, name, label, value, error });
}

function byLabel(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((a, b) => germanOrder(a.label, b.label));
}
