import type { ImportDifference } from '../definition-import.js';
import type { DefinitionFile } from './definition.js';
import { differencesOf } from './differences.js';

/** Where the book and a thing of a file differ, with the line of the file. */
export function importDifferences(
  file: DefinitionFile,
  id: string,
  inBook: object,
  inFile: object,
  path = '',
  unknown?: (path: string) => boolean,
): readonly ImportDifference[] {
  return differencesOf(inBook, inFile, path, unknown).map((difference) => ({
    id,
    ...difference,
    place: file.placeOf(difference.path),
  }));
}
