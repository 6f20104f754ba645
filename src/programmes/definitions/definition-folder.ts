import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { DefinitionsFolderMissing } from '../programmes.errors.js';

/** The bytes of a definition file, and how it is called in messages. */
export interface DefinitionSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DEFINITION = /\.ya?ml$/;

/**
 * The definition files below a folder, in the order of their paths: "contracts/law/….yaml".
 * @throws DefinitionsFolderMissing
 */
export function readFolder(directory: string): readonly DefinitionSource[] {
  if (!existsSync(directory)) throw new DefinitionsFolderMissing(directory);
  const root = basename(directory);
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => DEFINITION.test(path))
    .map((path) => path.split(sep).join('/'))
    .toSorted()
    .map((path) => ({ name: `${root}/${path}`, bytes: readFileSync(join(directory, path)) }));
}
