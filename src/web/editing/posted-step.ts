import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FormStep } from './form-field.js';
import type { Texts } from './form-kind.js';
import { stepFields } from './form-input.js';

/** A body as the server hands it over: of a form, or of the script that saves meanwhile. */
export type PostedBody = Readonly<Record<string, unknown>>;

/** The body of a request; what is no group of fields counts as an empty one. */
export const Posted = createParamDecorator((_: unknown, context: ExecutionContext): PostedBody => {
  const { body } = context.switchToHttp().getRequest<{ readonly body: unknown }>();
  return typeof body === 'object' && body !== null ? { ...body } : {};
});

/** What was sent from the page of a step. */
export interface PostedStep {
  readonly texts: Texts;
  /** The revision of the draft that the page showed. */
  readonly seen: number;
  /** "weiter", "pruefen", "gehe:anschrift", "add:lines", "remove:lines[1]" */
  readonly action: string;
  /** The person came from the review and goes back there. */
  readonly fromReview: boolean;
}

/** Before the path of a field: the text that the page showed when it was opened. */
export const SHOWN = '_war:';

/**
 * Reads the fields of a step and nothing else. A text that is as the page showed it was not typed: what
 * somebody else typed there meanwhile stays. Where a person chose between their own text and the one
 * that was saved meanwhile, the chosen one is taken.
 *
 * @param saved the texts of the draft as they are now
 */
export function postedStep(body: PostedBody, step: FormStep, saved: Texts): PostedStep {
  const entries = stepFields(step).flatMap(({ path, kind }): [string, string][] => {
    const choice = bodyText(body, `_take:${path}`);
    if (choice === 'theirs') return [[path, saved[path] ?? '']];
    const isBox = kind === 'checkbox' || kind === 'several';
    if (body[path] === undefined && !isBox) return [];
    const text = bodyText(body, path);
    return choice === '' && isAsShown(body, path, text) ? [] : [[path, text]];
  });
  return {
    texts: Object.fromEntries(entries),
    seen: seenOf(body),
    action: bodyText(body, '_aktion'),
    fromReview: bodyText(body, '_zurueck') === 'pruefen',
  };
}

function isAsShown(body: PostedBody, path: string, text: string): boolean {
  const name = SHOWN + path;
  return body[name] !== undefined && bodyText(body, name) === text;
}

/** The revision of the draft that a page showed. */
export function seenOf(body: PostedBody): number {
  const text = bodyText(body, '_revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** A field of a body as text; several of a name become lines. */
export function bodyText(body: PostedBody, name: string): string {
  const value = body[name];
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string').join('\n');
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}
