import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { DefinitionFile } from './definition.js';
import type { Finding } from './finding.js';
import { readDefinition } from './read-definition.js';

/** The definitions of a folder or of given files, and the mistakes of those that cannot be read. */
export interface Loaded {
  readonly files: readonly DefinitionFile[];
  readonly findings: readonly Finding[];
}

const DEFINITION = /\.ya?ml$/;

/** Reads all definitions under a folder, in the order of their paths. */
export function loadDefinitions(directory: string): Loaded {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => DEFINITION.test(path))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
  const root = basename(directory);
  return collect(paths.map((path) => ({ name: `${root}/${path}`, path: join(directory, path) })));
}

/** Reads the given files; each is named as the caller named it. */
export function loadFiles(paths: readonly string[]): Loaded {
  return collect(paths.map((path) => ({ name: path, path })));
}

function collect(sources: readonly { readonly name: string; readonly path: string }[]): Loaded {
  const results = sources.map(({ name, path }) => readDefinition(name, readFileSync(path)));
  return {
    files: results.flatMap(({ definition }) => (definition ? [definition] : [])),
    findings: results.flatMap(({ findings }) => findings),
  };
}
