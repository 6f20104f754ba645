import type { Book } from '../platform/database/book.js';
import { bookFile } from './definitions/book-file.js';
import { checkDefinitions } from './definitions/check-definitions.js';
import type { Definition, DefinitionFile } from './definitions/definition.js';
import {
  readFact,
  type FactFinding,
  type FactKind,
  type FactKinds,
} from './definitions/fact-reading.js';
import type { Finding } from './definitions/finding.js';
import { writtenPath } from './definitions/record.js';
import { examplePaths, NO_EXAMPLES } from './example.rules.js';
import { FactRefused } from './programmes.errors.js';

/** Reads a fact from a form or from JSON. @throws FactRefused with all mistakes */
export function factFrom<K extends FactKind>(kind: K, input: unknown): FactKinds[K] {
  const { fact, findings } = readFact(kind, input);
  if (fact === undefined) throw new FactRefused(findings);
  return fact;
}

/**
 * Holds a definition that somebody wants to record against what stands around it, by the rules that
 * files are checked by. What was wrong before is not blamed on it.
 *
 * @param around the definitions that it names or that name it, with its own earlier state
 * @param base where the fact stands in the definition ("versions[2]"): paths are told from there
 * @returns the warnings
 * @throws FactRefused with all mistakes
 */
export function ensureSound(
  definition: Definition,
  around: readonly Definition[],
  base = '',
): readonly FactFinding[] {
  const below = around.map((known) => bookFile(known));
  const before = new Set(checkDefinitions(below).map(({ message }) => message));
  const file: DefinitionFile = bookFile(definition);
  const findings = checkDefinitions([file], below)
    .filter(({ message }) => !before.has(message))
    .map((finding) => toldFrom(finding, file.file, base));
  if (findings.some(({ severity }) => severity === 'error')) throw new FactRefused(findings);
  return findings;
}

/** What is made up in a fact for a book that is no example: each place that says "example". */
export function unrealFindings(book: Pick<Book, 'kind'>, fact: object): readonly FactFinding[] {
  if (book.kind === 'example') return [];
  return examplePaths(fact).map((path) => ({ path, message: NO_EXAMPLES, severity: 'error' }));
}

/**
 * A book that is no example holds no made-up facts, whichever way they come.
 * @throws FactRefused with each place that says "example"
 */
export function ensureReal(book: Pick<Book, 'kind'>, fact: object): void {
  const findings = unrealFindings(book, fact);
  if (findings.length > 0) throw new FactRefused(findings);
}

function toldFrom(
  { file, path, message, severity }: Finding,
  own: string,
  base: string,
): FactFinding {
  const place = writtenPath(path);
  if (file !== own) return { path: '', message, severity };
  if (base === '') return { path: place, message, severity };
  const inner = place.startsWith(`${base}.`) ? place.slice(base.length + 1) : '';
  return { path: inner, message, severity };
}
