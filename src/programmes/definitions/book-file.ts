import type { Definition, DefinitionFile } from './definition.js';

/** A definition that stands in the book, not in a file: found by what it is called. */
export function bookFile<D extends Definition>(definition: D): DefinitionFile<D> {
  const name = 'id' in definition ? `${definition.kind} ${definition.id}` : definition.kind;
  const file = `Buch (${name})`;
  return { file, sha256: '', definition, placeOf: (path) => ({ file, line: 1, column: 1, path }) };
}
