import { join } from 'node:path';
import { projectRoot } from '../../../src/platform/config/project-root.js';
import { checkDefinitions } from '../../../src/programmes/definitions/check-definitions.js';
import { formatFinding } from '../../../src/programmes/definitions/finding.js';
import {
  readFolder,
  readSources,
  type DefinitionSource,
  type Loaded,
} from '../../../src/programmes/definitions/load-definitions.js';

export const CONTRACTS = join(projectRoot(), 'contracts');

const shipped = readFolder(CONTRACTS);

/** The shipped files, one of them with text replaced; fails if the text is not in it. */
export function changedSources(
  file: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): readonly DefinitionSource[] {
  const name = `contracts/${file}`;
  if (shipped.every((source) => source.name !== name)) throw new Error(`there is no ${name}`);
  return shipped.map((source) => {
    if (source.name !== name) return source;
    let text = Buffer.from(source.bytes).toString('utf8');
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
      text = text.replace(from, to);
    }
    return { name, bytes: Buffer.from(text) };
  });
}

/** What the check of the start says about the shipped files with the change. */
export function findingsAfter(
  file: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): readonly string[] {
  return findingsOf(readSources(changedSources(file, ...changes)));
}

export function findingsOf({ files, findings }: Loaded): readonly string[] {
  const all = findings.length > 0 ? findings : checkDefinitions(files);
  return all.filter(({ severity }) => severity === 'error').map(formatFinding);
}
