import { readFileSync } from 'node:fs';
import type { DefinitionFile } from './definition.js';
import { readFolder, type DefinitionSource } from './definition-folder.js';
import type { Finding } from './finding.js';
import { readDefinition } from './read-definition.js';

/** The definitions of a folder or of given files, and the mistakes of those that cannot be read. */
export interface Loaded {
  readonly files: readonly DefinitionFile[];
  readonly findings: readonly Finding[];
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
