import { paths } from '../paths.js';

const HERE = 'http://hier.invalid';

/**
 * Where somebody wanted to go, if that is a page of the book; the overview otherwise. The address is
 * read as browsers read it, which drop tabs and take "/\" for "//": nobody is led elsewhere.
 */
export function ownAddress(to: string): string {
  if (!to.startsWith('/') || !URL.canParse(to, HERE)) return paths.overview;
  const { origin, pathname, search } = new URL(to, HERE);
  const isOwn = origin === HERE && !pathname.startsWith('//') && pathname !== paths.signIn();
  return isOwn ? pathname + search : paths.overview;
}
