import type { Definition, DefinitionFile } from './definition.js';

const KINDS: Readonly<Record<Definition['kind'], string>> = {
  programme: 'Förderprogramm',
  law: 'Rechtstabelle',
  notice: 'Bescheid',
  partners: 'Partner',
  contract: 'Vertrag',
  positions: 'Stellen',
  'take-over': 'Übernahme',
};

/** A definition that stands in the book, not in a file: found by what it is called. */
export function bookFile<D extends Definition>(definition: D): DefinitionFile<D> {
  const kind = KINDS[definition.kind];
  const name = 'id' in definition ? `${kind} ${definition.id}` : kind;
  const file = `Buch (${name})`;
  return { file, sha256: '', definition, placeOf: (path) => ({ file, line: 1, column: 1, path }) };
}
