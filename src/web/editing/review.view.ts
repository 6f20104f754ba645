import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { countText } from '../book/words.js';
import { summaryOf, type ErrorSummaryView, type FieldView } from '../components/field.js';
import type { NoteView } from '../components/parts.js';
import { cell, type CellView } from '../components/table.js';
import { paths } from '../paths.js';
import { summaryText } from './field-text.js';
import type { FormField, FormStep } from './form-field.js';
import { formFieldView } from './form-field.view.js';
import type { PlacedFinding } from './form-findings.js';
import { stepFields } from './form-input.js';
import type { Judgement } from './form-judgement.js';
import { panelView, type PanelView } from './form-panel.view.js';
import { idOf } from './form-path.js';
import type { OpenForm } from './open-form.js';
import { REASON, REASON_FIELD } from './reason.js';
import { savedText, stepLinks, type StepLinkView } from './step.view.js';

/** "Prüfen": all that was typed, what it would do, the reason, and the button. */
export interface ReviewView {
  readonly action: string;
  /** Where the page's own address is: there the reason is kept. */
  readonly keep: string;
  readonly discard: string;
  readonly revision: number;
  readonly progress: { readonly text: string; readonly value: number; readonly max: number };
  readonly steps: readonly StepLinkView[];
  /** Why nothing was entered although somebody wanted to. */
  readonly news: NoteView | undefined;
  readonly errors: ErrorSummaryView | undefined;
  readonly warnings: NoteView | undefined;
  readonly summaries: readonly SummaryView[];
  /** The panels stand first, and each summary unfolds. */
  readonly folded: boolean;
  readonly panels: readonly PanelView[];
  readonly reason: FieldView;
  readonly saved: string;
}

interface SummaryView {
  readonly title: string;
  /** What the button "Ändern" says; it saves the reason before it leads there. */
  readonly change: string;
  /** "12 Angaben, wie sie waren": folded; '' where something was typed. */
  readonly folded: string;
  readonly sections: readonly SectionView[];
}

/** The fields that stand together on the page of the step; '' for those without a common legend. */
interface SectionView {
  readonly legend: string;
  readonly entries: readonly EntryView[];
}

interface EntryView {
  readonly label: string;
  readonly value: CellView;
  readonly isEmpty: boolean;
}

export function reviewView(
  form: OpenForm,
  judgement: Judgement,
  { today, isNews }: { readonly today: PlainDate; readonly isNews: boolean },
): ReviewView {
  const { draft, steps } = form;
  const mistakes = judgement.findings.filter(({ severity }) => severity === 'error');
  const warnings = judgement.findings.filter(({ severity }) => severity === 'warning');
  const reasonError = mistakes.find(({ field }) => field === REASON_FIELD)?.message ?? '';
  return {
    action: paths.draftEntry(draft.id),
    keep: paths.draftReview(draft.id),
    discard: paths.draftDiscard(draft.id),
    revision: draft.revision,
    progress: {
      text: `Schritt ${steps.length + 1} von ${steps.length + 1}`,
      value: steps.length + 1,
      max: steps.length + 1,
    },
    steps: stepLinks(form, ''),
    news: isNews ? NEWS : undefined,
    errors: summaryOf(mistakes.map((finding) => errorOf(form, finding))),
    warnings:
      warnings.length === 0
        ? undefined
        : { tone: 'warning', texts: warnings.map(({ message }) => message) },
    summaries: steps.map((step) => summaryOfStep(form, step)),
    folded: form.kind.foldsReview ?? false,
    panels: (judgement.review?.panels ?? []).map(panelView),
    reason: formFieldView(REASON_FIELD, draft.texts[REASON] ?? '', reasonError),
    saved: savedText(form, today),
  };
}

const NEWS: NoteView = {
  tone: 'warning',
  texts: [
    'Noch nicht eingetragen: Der Entwurf wurde inzwischen an anderer Stelle geändert. So steht er jetzt; sehen Sie ihn noch einmal durch.',
  ],
};

/** Each mistake leads to its field, on the page of its step. */
function errorOf(
  { draft }: OpenForm,
  { step, field, message }: PlacedFinding,
): ErrorSummaryView['errors'][number] {
  if (field === undefined && step === undefined) return { id: '', text: message };
  const id = field === undefined ? '' : idOf(field.path);
  const text = field === undefined ? message : `${field.label}: ${message}`;
  if (step === undefined) return { id, text };
  const place = id === '' ? '' : `#${id}`;
  return {
    id,
    text,
    href: `${paths.draftStep(draft.id, step.key)}?fehler=1&zurueck=pruefen${place}`,
  };
}

function summaryOfStep(form: OpenForm, step: FormStep): SummaryView {
  const groups = [{ legend: '', fields: step.fields }, ...(step.groups ?? [])];
  return {
    title: step.title,
    change: `gehe:${step.key}`,
    folded: foldedText(form, step),
    sections: groups
      .filter(({ fields }) => fields.length > 0)
      .map(({ legend, fields }) => ({
        legend,
        entries: fields.map((field) => entryOf(form, field)),
      })),
  };
}

function entryOf({ draft }: OpenForm, field: FormField): EntryView {
  const text = draft.texts[field.path] ?? '';
  const known = { isCorrection: draft.subject !== null, before: draft.base[field.path] ?? '' };
  const isEmpty = summaryText(field, text) === '' && field.kind !== 'checkbox';
  return { label: field.label, value: valueOf(field, text, known), isEmpty };
}

const PROPOSAL_SHOWN = 6;

/** A step that somebody began with and left as it was needs no second look. */
function foldedText({ draft, findings }: OpenForm, step: FormStep): string {
  const fields = stepFields(step);
  const isAsItWas = fields.every(
    ({ path }) => (draft.texts[path] ?? '') === (draft.base[path] ?? ''),
  );
  const isFilled = fields.some(({ path }) => (draft.base[path] ?? '') !== '');
  const isWrong = findings.some((finding) => finding.step?.key === step.key);
  if (!isAsItWas || !isFilled || isWrong) return '';
  // Of something new, a proposal that fits the page is read before it is entered.
  if (draft.subject === null && fields.length <= PROPOSAL_SHOWN) return '';
  return `${draft.subject === null ? 'Wie vorgeschlagen' : 'Unverändert'}: ${countText(fields.length, 'Angabe', 'Angaben')}`;
}

/** The value as it would stand; of a correction also what it was. */
function valueOf(
  field: FormField,
  text: string,
  { isCorrection, before }: { readonly isCorrection: boolean; readonly before: string },
): CellView {
  const shown = summaryText(field, text);
  const was = summaryText(field, before);
  const value = shown === '' ? (field.kind === 'checkbox' ? 'nein' : 'keine Angabe') : shown;
  if (!isCorrection || was === shown || field.path.startsWith('$')) return cell(value);
  return cell(value, { was: was === '' ? 'keine Angabe' : was });
}
