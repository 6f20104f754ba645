import { isNested, pointerOf } from './nesting.js';

/**
 * Pointers of the fields of a request that hold, on any level, what no database keeps as text: a
 * NUL, or one half of a pair of surrogates.
 */
export function unreadableFields(content: unknown): string[] {
  if (!isNested(content)) return isReadable(content) ? [] : [''];
  return Object.entries(content)
    .filter(([key, value]) => !isReadable(key) || !isReadableThroughout(value))
    .map(([key]) => pointerOf(key));
}

function isReadableThroughout(value: unknown): boolean {
  if (!isNested(value)) return isReadable(value);
  return Object.entries(value).every(
    ([key, inner]) => isReadable(key) && isReadableThroughout(inner),
  );
}

function isReadable(value: unknown): boolean {
  return typeof value !== 'string' || (!value.includes('\0') && !/\p{Surrogate}/u.test(value));
}
