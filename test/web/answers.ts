import type { Visitor } from './visitor.js';
import type { WebApp } from './web-app.js';

/** An answer as a test reads it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Asks the running application over HTTP, as a browser does; but without compression, unless the
 * headers ask for it: packing and unpacking takes longer than many a page.
 */
export async function ask(
  { app, visitor }: WebApp,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity');
  const address = (await app.getUrl()) + (await withToken(visitor, path, init));
  const answer = await fetch(address, { redirect: 'manual', ...init, headers });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

/** Forms carry the token of their session; a test that sends none of its own gets it here. */
async function withToken(visitor: Visitor, path: string, init: RequestInit): Promise<string> {
  const isForm = (init.method ?? 'GET') !== 'GET' && !path.startsWith('/api/');
  if (!isForm || new Headers(init.headers).has('cookie')) return path;
  return `${path}${path.includes('?') ? '&' : '?'}_token=${await visitor.formToken()}`;
}

/** Signs of a value that a view lacks; "null" alone is a German word. */
const LACKING = /undefined|NaN|\[object|>\s*null\s*<|="null"/;

/** Secrets of pages: drawn at random, so that any word may stand in one by chance. */
const SECRET = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** The first sign that a page prints what its view lacks, with what stands around it. */
export function lacking(body: string): string | undefined {
  const shown = body.replace(SECRET, '…');
  const index = shown.search(LACKING);
  return index < 0 ? undefined : shown.slice(Math.max(0, index - 80), index + 40);
}

/** The text that a person reads on a page, with one space between words. */
export function textOf(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ');
}
