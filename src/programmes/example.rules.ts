import type { DefinitionFile } from './definitions/definition.js';
import { findingAt, type Finding } from './definitions/finding.js';

/** The places of a file that say "example": made-up facts, which a real book must not hold. */
export function examplesIn(file: DefinitionFile): Finding[] {
  return examplePaths(file.definition).map((path) => findingAt(file, path, NO_EXAMPLES));
}

export const NO_EXAMPLES =
  'Dieses Buch nimmt keine Beispielangaben auf (BOOK=empty): Hier steht „example“.';

/** Where a fact, or what stands in it, says "example". */
export function examplePaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => examplePaths(entry, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    return key === 'example' && entry !== undefined ? [inner] : examplePaths(entry, inner);
  });
}
