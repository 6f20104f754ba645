import { API_PREFIX } from '../paths.js';

/** A request as far as it tells where it comes from. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Whether another site made the browser send this: it must not change anything here. Browsers say so
 * in `Sec-Fetch-Site`, and where the connection is not encrypted at least in `Origin`; programs that
 * are no browsers say neither.
 */
export function isFromElsewhere({ method, headers }: Asked): boolean {
  if (READING.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return !OWN_SITES.has(site);
  const { origin, host } = headers;
  return typeof origin === 'string' && hostOf(origin) !== host;
}

/** The API takes JSON and nothing that a form of another site could send. */
export function isFormForApi({ method, url, headers }: Asked): boolean {
  if (READING.has(method) || !url.startsWith(API_PREFIX)) return false;
  const type = headers['content-type'];
  return typeof type === 'string' && FORM_TYPES.test(type);
}

const FORM_TYPES = /^\s*(?:application\/x-www-form-urlencoded|text\/plain)\b/i;

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** A form of another site. */
export class CrossSite extends Error {
  readonly statusCode = 403;
}

/** A body that is no JSON. */
export class NoJson extends Error {
  readonly statusCode = 415;
}
