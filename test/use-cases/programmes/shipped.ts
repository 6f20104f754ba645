import { join } from 'node:path';
import { projectRoot } from '../../../src/platform/config/project-root.js';
import { checkDefinitions } from '../../../src/programmes/definitions/check-definitions.js';
import { formatFinding } from '../../../src/programmes/definitions/finding.js';
import {
  readFolder,
  type DefinitionSource,
} from '../../../src/programmes/definitions/definition-folder.js';
import { readSources, type Loaded } from '../../../src/programmes/definitions/load-definitions.js';

export const CONTRACTS = join(projectRoot(), 'contracts');

/** Text of a file, and what stands there instead. */
export type Change = readonly [from: string, to: string];

const shipped = readFolder(CONTRACTS).map((source) => ({ source, read: readSources([source]) }));

/** A shipped file with text replaced; fails if there is no such file or text. */
export function changedSource(file: string, ...changes: readonly Change[]): DefinitionSource {
  const name = `contracts/${file}`;
  const found = shipped.find(({ source }) => source.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  let text = Buffer.from(found.source.bytes).toString('utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    text = text.replace(from, to);
  }
  return { name, bytes: Buffer.from(text) };
}

/** The number of the last line of a shipped file that holds a text, counted from 1. */
export function lastLineWith(file: string, text: string): number {
  const lines = Buffer.from(changedSource(file).bytes).toString('utf8').split('\n');
  const index = lines.findLastIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${file} does not hold ${text}`);
  return index + 1;
}

/** What the check of the start says about the shipped files with the change. */
export function findingsAfter(file: string, ...changes: readonly Change[]): readonly string[] {
  const changed = changedSource(file, ...changes);
  const reads = shipped.map(({ source, read }) =>
    source.name === changed.name ? readSources([changed]) : read,
  );
  return findingsOf({
    files: reads.flatMap(({ files }) => files),
    findings: reads.flatMap(({ findings }) => findings),
  });
}

function findingsOf({ files, findings }: Loaded): readonly string[] {
  const all = findings.length > 0 ? findings : checkDefinitions(files);
  return all.filter(({ severity }) => severity === 'error').map(formatFinding);
}
