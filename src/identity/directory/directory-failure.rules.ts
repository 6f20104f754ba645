import { DomainError } from '../../domain/errors/domain-error.js';
import {
  DirectoryAnswerUnfit,
  DirectoryRefused,
  DirectoryUnreachable,
} from './directory.errors.js';

/** Codes of the library: nothing came back, or nothing that a directory says. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
]);

/** Codes of the library: the directory itself says no, and `error` says why (RFC 6749). */
const REFUSED: ReadonlySet<string> = new Set([
  'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  'OAUTH_RESPONSE_BODY_ERROR',
]);

/** Code of the library: the directory does not believe who the book is. */
const CHALLENGE = 'OAUTH_WWW_AUTHENTICATE_CHALLENGE';

/** What the library fails with, as refusal of ours; what is none of its failures stays itself. */
export function refusalFor(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  const code = wordOf(error, 'code');
  if (isNetworkFailure(error, code) || UNREACHABLE.has(code)) return new DirectoryUnreachable({});
  if (REFUSED.has(code)) return refusedFor(wordOf(error, 'error'));
  if (code === CHALLENGE) return refusedFor('invalid_client');
  return code.startsWith('OAUTH_') ? new DirectoryAnswerUnfit({}) : error;
}

/** What an operator needs to know, without anything that the directory or the browser sent. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return [error.name, wordOf(error, 'code'), wordOf(error, 'error')].filter(Boolean).join(' ');
}

/** `invalid_grant`: the code was used, is another's, or the verifier does not fit. */
function refusedFor(reason: string): DomainError {
  return reason === 'invalid_grant'
    ? new DirectoryAnswerUnfit({})
    : new DirectoryRefused({ reason });
}

/** `fetch` fails with a bare TypeError. */
function isNetworkFailure(error: Error, code: string): boolean {
  return error instanceof TypeError && code === '' && error.message === 'fetch failed';
}

/** A code of lower case or capital letters; anything else could be text from outside. */
function wordOf(error: Error, field: 'code' | 'error'): string {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && /^[A-Za-z_]{1,60}$/.test(value) ? value : '';
}
