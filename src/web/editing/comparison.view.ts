import type { Draft } from '../../drafts/drafts.js';
import type { PeopleNames } from '../book/people-names.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import { summaryText } from './field-text.js';
import type { FactComparison } from './fact-comparison.js';
import type { FormField, FormStep } from './form-field.js';
import { idOf } from './form-path.js';
import type { FormRecord, Texts } from './form-kind.js';
import { stepFields } from './form-input.js';
import type { OpenForm } from './open-form.js';
import type { PostedStep } from './posted-step.js';

/** A field of which there are two texts, and the choice between them. */
export interface ConflictView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** What the draft began from; undefined where that is not known. */
  readonly base: string | undefined;
  readonly own: string;
  readonly theirs: string;
  readonly chosen: 'own' | 'theirs';
}

/** "Abgleich": what somebody else changed meanwhile, beside what was typed here. */
export interface ComparisonView {
  readonly action: string;
  readonly revision: number;
  readonly intro: string;
  readonly theirsHead: string;
  readonly conflicts: readonly ConflictView[];
  /** What else was typed, sent along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}

const NOTHING = 'keine Angabe';

/** Two browsers on one draft: what was typed here beside what was saved there. */
export function draftConflictView(
  { draft }: OpenForm,
  step: FormStep,
  posted: PostedStep,
  theirs: Texts,
  today: PlainDate,
): ComparisonView {
  const fields = stepFields(step).filter(({ path }) => theirs[path] !== undefined);
  return {
    action: paths.draftStep(draft.id, step.key),
    revision: draft.revision,
    intro:
      `Dieser Entwurf wurde ${momentText(draft.savedAt, today)} an anderer Stelle gespeichert. ` +
      'Nichts ist verloren: Wählen Sie bei jedem Feld, welche Angabe gelten soll.',
    theirsHead: 'Inzwischen gespeichert',
    conflicts: fields.map((field) => ({
      ...conflictOf(field, posted.texts[field.path] ?? '', theirs[field.path] ?? ''),
      base: undefined,
      chosen: 'own',
    })),
    kept: [
      ...Object.entries(posted.texts).map(([name, value]) => ({ name, value })),
      { name: '_aktion', value: posted.action },
      { name: '_zurueck', value: posted.fromReview ? 'pruefen' : '' },
    ],
  };
}

/** The fact has changed in the book since the draft began. */
export function factConflictView(
  draft: Draft,
  { fields, lists }: Pick<FactComparison, 'fields' | 'lists'>,
  record: FormRecord | undefined,
  { people, today }: { readonly people: PeopleNames; readonly today: PlainDate },
): ComparisonView {
  const compared = [...fields, ...lists];
  const who =
    record === undefined
      ? 'inzwischen'
      : `${momentText(record.at, today)} von ${people.after(record.by)}`;
  const why = record === undefined ? '' : ` Grund: ${record.reason}.`;
  return {
    action: paths.draftComparison(draft.id),
    revision: draft.revision,
    intro:
      `Das Buch wurde ${who} geändert.${why.replace(/\.\.$/, '.')} ` +
      (compared.length === 0
        ? 'Die Änderung betrifft keines Ihrer Felder; Ihr Entwurf geht von ihr aus weiter.'
        : 'Nichts ist verloren: Wählen Sie bei jedem Feld, welche Angabe gelten soll.'),
    theirsHead: 'Inzwischen im Buch',
    conflicts: compared.map(({ field, base, theirs, own, proposed }) => ({
      ...conflictOf(field, own, theirs),
      base: summaryText(field, base) || NOTHING,
      chosen: proposed,
    })),
    kept: [],
  };
}

function conflictOf(
  field: FormField,
  own: string,
  theirs: string,
): Pick<ConflictView, 'id' | 'name' | 'label' | 'own' | 'theirs'> {
  return {
    id: idOf(field.path),
    name: field.path,
    label: field.label,
    own: summaryText(field, own) || NOTHING,
    theirs: summaryText(field, theirs) || NOTHING,
  };
}
