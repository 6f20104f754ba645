import { randomUUID } from 'node:crypto';
import type { PageQuery } from '../as-of/as-of.js';
import { errorSummary, type ErrorSummaryView, type FieldView } from '../components/field.js';
import { fieldView } from '../components/field.js';
import type { LinkView } from '../components/link.js';
import type { MetaView } from '../components/parts.js';
import { printableLine } from '../../domain/text/printable-line.js';
import type { FieldDefinition } from '../forms/form.js';
import { postedKey } from '../forms/posted.js';
import { readDay, type Read } from '../forms/read.js';
import type { RefusalView } from '../forms/refused.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Pair } from '../lists/list-state.js';

/** A small form that changes the ledger: what it means, its fields, one button. */
export interface StepFormView {
  readonly intro: readonly string[];
  /** What the change is about. */
  readonly facts: readonly MetaView[];
  readonly errors: ErrorSummaryView | undefined;
  readonly refusal: RefusalView | undefined;
  readonly action: string;
  readonly hidden: readonly Pair[];
  readonly fields: readonly FieldView[];
  readonly button: string;
  readonly cancel: LinkView;
}

type Frame = Pick<StepFormView, 'intro' | 'facts' | 'action' | 'button' | 'cancel'>;

/**
 * @param given what was sent; its key is used again, so that sending twice counts once
 * @param hidden what the form carries beside its key: the revision that it showed
 */
export function stepForm(
  frame: Frame,
  read: readonly FieldView[],
  {
    given,
    refusal,
    hidden = [],
  }: {
    readonly given: PageQuery;
    readonly refusal?: RefusalView | undefined;
    readonly hidden?: readonly Pair[];
  },
): StepFormView {
  const fields = read.map((field) =>
    refusal?.field === field.name ? fieldView({ ...field, error: refusal.texts.join(' ') }) : field,
  );
  const key = 'schluessel' in given ? postedKey(given) : randomUUID();
  return {
    ...frame,
    errors: errorSummary(fields),
    refusal: refusal?.field === undefined ? refusal : undefined,
    hidden: [{ name: 'schluessel', value: key }, ...hidden],
    fields,
  };
}

const REASON_LENGTH_MAX = 500;

/** "Grund": stands in the book for good. */
export function reasonField(label: string, hint: string): FieldDefinition<string> {
  return {
    ...{ kind: 'text', name: 'grund', label, hint, pointer: '/text' },
    read: (text) => readLine(text, REASON_LENGTH_MAX),
  };
}

/** A line of printable text. */
export function readLine(text: string, longest: number): Read<string> {
  const line = printableLine(text);
  if (line !== undefined && line.length <= longest) return { ok: true, value: line };
  return { ok: false, error: `Schreiben Sie eine Zeile mit höchstens ${longest} Zeichen.` };
}

export function effectiveField(): FieldDefinition<PlainDate> {
  return {
    ...{ kind: 'day', name: 'tag', label: 'Wirksam am', pointer: '/effectiveOn' },
    hint: 'Ab wann sie zählt',
    read: readDay,
  };
}
