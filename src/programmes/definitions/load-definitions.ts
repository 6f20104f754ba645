import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { DefinitionsFolderMissing } from '../programmes.errors.js';
import type { DefinitionFile } from './definition.js';
import type { Finding } from './finding.js';
import { readDefinition } from './read-definition.js';

/** The bytes of a definition file, and how it is called in messages. */
export interface DefinitionSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The definitions of a folder or of given files, and the mistakes of those that cannot be read. */
export interface Loaded {
  readonly files: readonly DefinitionFile[];
  readonly findings: readonly Finding[];
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

export function readSources(sources: readonly DefinitionSource[]): Loaded {
  const results = sources.map(({ name, bytes }) => readDefinition(name, bytes));
  return {
    files: results.flatMap(({ definition }) => (definition ? [definition] : [])),
    findings: results.flatMap(({ findings }) => findings),
  };
}

/** Reads all definitions below a folder. */
export function loadDefinitions(directory: string): Loaded {
  return readSources(readFolder(directory));
}

/** Reads the given files; each is called as the caller called it. */
export function loadFiles(paths: readonly string[]): Loaded {
  return readSources(paths.map((path) => ({ name: path, bytes: readFileSync(path) })));
}
