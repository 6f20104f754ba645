import type { DefinitionFile } from './definitions/definition.js';
import { findingAt, type Finding } from './definitions/finding.js';

/** The places of a file that say "example": made-up facts, which a real book must not hold. */
export function examplesIn(file: DefinitionFile): Finding[] {
  return notes(file.definition, '').map((path) =>
    findingAt(
      file,
      path,
      'Dieses Buch nimmt keine Beispielangaben auf (BOOK=empty): Hier steht „example“.',
    ),
  );
}

function notes(value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => notes(entry, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    return key === 'example' && entry !== undefined ? [inner] : notes(entry, inner);
  });
}
