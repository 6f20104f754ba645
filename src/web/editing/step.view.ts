import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { summaryOf, type ErrorSummaryView, type FieldView } from '../components/field.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import { formFieldView } from './form-field.view.js';
import type { FormField, FormStep } from './form-field.js';
import { stepFields } from './form-input.js';
import { idOf } from './form-path.js';
import { panelView, type PanelView } from './form-panel.view.js';
import type { FormPanel } from './form-kind.js';
import { mistakesOf, type OpenForm } from './open-form.js';
import { SHOWN } from './posted-step.js';

/** A step in the row of all steps. */
export interface StepLinkView {
  readonly label: string;
  /** What the button of a form says, which saves before it leads there. */
  readonly value: string;
  readonly href: string;
  readonly current: boolean;
}

/** A button of a form beside "Weiter". */
export interface ActionView {
  readonly label: string;
  readonly value: string;
}

/** The page of a step: one thing, its fields, what they mean for others, and where to go. */
export interface StepView {
  readonly action: string;
  readonly discard: string;
  readonly revision: number;
  readonly fromReview: boolean;
  readonly progress: { readonly text: string; readonly value: number; readonly max: number };
  readonly steps: readonly StepLinkView[];
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly FieldView[];
  readonly groups: readonly GroupView[];
  /** What the fields show, to tell later what was typed. */
  readonly shown: readonly { readonly name: string; readonly value: string }[];
  readonly additions: readonly ActionView[];
  readonly removal: ActionView | undefined;
  readonly live: boolean;
  readonly panels: readonly PanelView[];
  readonly errors: ErrorSummaryView | undefined;
  readonly saved: string;
}

interface GroupView {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly fields: readonly FieldView[];
  readonly removal: ActionView | undefined;
}

/** What a page of a step shows beside the draft itself. */
export interface StepShowing {
  readonly today: PlainDate;
  /** Mistakes are told once somebody wanted to go on. */
  readonly withErrors: boolean;
  readonly fromReview: boolean;
  readonly panels: readonly FormPanel[];
}

export function stepView(form: OpenForm, step: FormStep, showing: StepShowing): StepView {
  const { draft, kind, steps } = form;
  const { groups = [], additions = [], intro = '', title } = step;
  const errors = showing.withErrors ? errorsByPath(form, step) : new Map<string, string>();
  const view = (field: FormField): FieldView =>
    formFieldView(field, draft.texts[field.path] ?? '', errors.get(field.path) ?? '');
  const number = steps.indexOf(step) + 1;
  return {
    action: paths.draftStep(draft.id, step.key),
    discard: paths.draftDiscard(draft.id),
    revision: draft.revision,
    fromReview: showing.fromReview,
    progress: {
      text: `Schritt ${number} von ${steps.length + 1}`,
      value: number,
      max: steps.length + 1,
    },
    steps: stepLinks(form, step.key),
    title,
    intro,
    fields: step.fields.map(view),
    groups: groups.map(({ legend, hint = '', fields, entry, removal }) => ({
      ...{ id: idOf(entry ?? fields[0]?.path ?? legend), legend, hint, fields: fields.map(view) },
      removal: removalOf(entry, removal),
    })),
    shown: stepFields(step).map(({ path }) => ({
      name: SHOWN + path,
      value: draft.texts[path] ?? '',
    })),
    additions: additions.map(({ list, label }) => ({ label, value: `add:${list}` })),
    removal: removalOf(step.entry, step.removal),
    live: kind.live !== undefined,
    panels: showing.panels.map(panelView),
    errors: showing.withErrors ? stepErrors(form, step) : undefined,
    saved: stateText(form, step, showing),
  };
}

/** How the draft stands; who asked for a check hears it too when nothing was found. */
function stateText(form: OpenForm, step: FormStep, { today, withErrors }: StepShowing): string {
  const saved = savedText(form, today);
  const isFine = withErrors && mistakesOf(form, step).length === 0;
  return isFine ? `Auf dieser Seite fehlt nichts. ${saved}` : saved;
}

/** All steps and the review, with the place where one is. */
export function stepLinks({ draft, steps }: OpenForm, current: string): readonly StepLinkView[] {
  return [
    ...steps.map(({ key, title }) => ({
      label: title,
      value: `gehe:${key}`,
      href: paths.draftStep(draft.id, key),
      current: key === current,
    })),
    {
      label: 'Prüfen',
      value: 'gehe:pruefen',
      href: paths.draftReview(draft.id),
      current: current === '',
    },
  ];
}

/** "Entwurf gespeichert um 14:05 Uhr" */
export function savedText({ draft }: Pick<OpenForm, 'draft'>, today: PlainDate): string {
  return `Entwurf gespeichert ${momentText(draft.savedAt, today)}`;
}

/** The sentence at each field that has a mistake; the first of several. */
export function errorsByPath(form: OpenForm, step: FormStep): ReadonlyMap<string, string> {
  const told = mistakesOf(form, step).flatMap(({ field, message }) =>
    field === undefined ? [] : [[field.path, message] as const],
  );
  return new Map(told.toReversed());
}

function stepErrors(form: OpenForm, step: FormStep): ErrorSummaryView | undefined {
  const seen = new Set<string>();
  const errors = mistakesOf(form, step).flatMap(({ field, message }) => {
    if (field === undefined) return [{ id: '', text: message }];
    if (seen.has(field.path)) return [];
    seen.add(field.path);
    return [{ id: idOf(field.path), text: `${field.label}: ${message}` }];
  });
  return summaryOf(errors);
}

function removalOf(entry: string | undefined, removal: string | undefined): ActionView | undefined {
  if (entry === undefined || removal === undefined) return undefined;
  return { label: removal, value: `remove:${entry}` };
}
