import { API_PREFIX } from '../paths.js';

/** The longest part of a path between two slashes; the ids of the book are far shorter. */
export const PATH_PART_LENGTH_MAX = 200;

/** Below this name there is nothing, and never will be. */
const NOWHERE = '-';

/**
 * The address of a request, or one where nothing is: a path that is no text (a broken escape, a NUL)
 * or far too long names nothing, and is answered like every other address that does not exist.
 */
export function readableAddress(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  if (isReadable(path)) return url;
  return `${path.startsWith(API_PREFIX) ? API_PREFIX : '/'}${NOWHERE}`;
}

function isReadable(path: string): boolean {
  const parts = path.split('/');
  if (parts.some(({ length }) => length > PATH_PART_LENGTH_MAX)) return false;
  if (!path.includes('%')) return true;
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
