import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '../../identity/identity.js';
import { API_PREFIX } from '../paths.js';
import { escapeText } from '../shell/escape.js';

/** The hidden field, or the parameter of the address where a form sends a file. */
export const FORM_TOKEN = '_token';

/** What the page was called that a form stood on: should it come too late, people are told by this. */
export const FORM_PAGE = '_seite';

/** The kept inputs that a form sends again. */
export const HELD_AGAIN = '_eingaben';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORMS = /<form\b[^>]*\bmethod="post"[^>]*>/g;
const ACTION = /\baction="([^"]*)"/;
const SECRETS = /\btype="password"|\bautocomplete="one-time-code"/;

/** What a form brings beside its fields. */
export interface FormMarks {
  readonly token?: string;
  /** Absent: the form is never kept, for it asks for a password. */
  readonly page?: string;
  readonly heldAgain?: string;
}

/**
 * Puts the session's token into each form of a page: nobody can forget one. A form with a file
 * carries it in its address, for its fields are only read once somebody takes the file.
 *
 * @param title what the page is called
 */
export function withFormTokens(html: string, { formToken, session }: Acting, title = ''): string {
  if (formToken === undefined) return html;
  return html.replaceAll(FORMS, (form, at: number) => {
    const isKept = session !== undefined && title !== '' && !SECRETS.test(formText(html, at));
    const marks = { [FORM_TOKEN]: formToken, ...(isKept && { [FORM_PAGE]: title }) };
    if (!form.includes('multipart/form-data')) return form + hiddenFields(marks);
    return form.replace(ACTION, (_, address: string) => {
      const sign = address.includes('?') ? '&amp;' : '?';
      const query = new URLSearchParams(marks).toString().replaceAll('&', '&amp;');
      return `action="${address}${sign}${query}"`;
    });
  });
}

function formText(html: string, at: number): string {
  const end = html.indexOf('</form>', at);
  return html.slice(at, end < 0 ? undefined : end);
}

function hiddenFields(marks: Readonly<Record<string, string>>): string {
  return Object.entries(marks)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeText(value)}">`)
    .join('');
}

/** Whether a request is a form of a page, and has to carry the token. The API takes JSON only. */
export function needsFormToken({ method, url }: FastifyRequest): boolean {
  return !READING.has(method) && !url.startsWith(API_PREFIX);
}

/** A body that holds no fields: a text, a number. */
export class NoForm extends Error {
  readonly statusCode = 415;
}

/** Whether the body of a form is one: fields, or nothing as long as a file is not read. */
export function isFormBody(body: unknown): boolean {
  return body === undefined || typeof body === 'object';
}

/** Takes out of body and address what every form brings: the routes read their own fields only. */
export function takeFormMarks(request: FastifyRequest): FormMarks {
  const places = [request.body, request.query].map(
    (place) => place as Record<string, unknown> | null | undefined,
  );
  const take = (name: string): string | undefined => {
    const [sent] = places.map((place) => place?.[name]).filter((value) => value !== undefined);
    for (const place of places) if (place && name in place) Reflect.deleteProperty(place, name);
    return typeof sent === 'string' ? sent : undefined;
  };
  const [token, page, heldAgain] = [take(FORM_TOKEN), take(FORM_PAGE), take(HELD_AGAIN)];
  return {
    ...(token !== undefined && { token }),
    ...(page !== undefined && { page }),
    ...(heldAgain !== undefined && { heldAgain }),
  };
}

/** Whether the form comes from a page of this very session. */
export function isFormOf({ formToken }: Acting, { token }: FormMarks): boolean {
  return token !== undefined && formToken !== undefined && isSame(token, formToken);
}

function isSame(sent: string, expected: string): boolean {
  const [one, other] = [Buffer.from(sent), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
