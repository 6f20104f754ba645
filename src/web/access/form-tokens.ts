import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '../../identity/identity.js';
import { API_PREFIX } from '../paths.js';

/** The hidden field, or the parameter of the address where a form sends a file. */
export const FORM_TOKEN = '_token';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORMS = /<form\b[^>]*\bmethod="post"[^>]*>/g;
const ACTION = /\baction="([^"]*)"/;

/**
 * Puts the session's token into each form of a page: nobody can forget one. A form with a file
 * carries it in its address, for its fields are only read once somebody takes the file.
 */
export function withFormTokens(html: string, { formToken }: Acting): string {
  if (formToken === undefined) return html;
  return html.replaceAll(FORMS, (form) => {
    if (!form.includes('multipart/form-data')) {
      return `${form}<input type="hidden" name="${FORM_TOKEN}" value="${formToken}">`;
    }
    return form.replace(ACTION, (_, address: string) => {
      const sign = address.includes('?') ? '&amp;' : '?';
      return `action="${address}${sign}${FORM_TOKEN}=${formToken}"`;
    });
  });
}

/** Whether a request is a form of a page, and has to carry the token. The API takes JSON only. */
export function needsFormToken({ method, url }: FastifyRequest): boolean {
  return !READING.has(method) && !url.startsWith(API_PREFIX);
}

/** Whether the form comes from a page of this very session. Takes the token out of the body. */
export function hasFormToken(request: FastifyRequest, { formToken }: Acting): boolean {
  const body = request.body as Record<string, unknown> | null | undefined;
  const query = request.query as Record<string, unknown>;
  const sent = body?.[FORM_TOKEN] ?? query[FORM_TOKEN];
  if (body && FORM_TOKEN in body) delete body[FORM_TOKEN];
  delete query[FORM_TOKEN];
  return typeof sent === 'string' && formToken !== undefined && isSame(sent, formToken);
}

function isSame(sent: string, expected: string): boolean {
  const [one, other] = [Buffer.from(sent), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
