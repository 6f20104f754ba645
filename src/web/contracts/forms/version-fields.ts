import { completeChecklist, clausesText, readClauses } from '../../../contracts/contracts.js';
import type { ContractVersionDefinition } from '../../../programmes/definitions/definition.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import type { FilledForm, Texts } from '../../editing/form-kind.js';
import { TEXT_PATH } from './version.steps.js';

type Written = Readonly<Record<string, unknown>>;

/** A version as its form starts: each item of the checklist has its place, the text is one. */
export function beginningOf(version: ContractVersionDefinition): Written {
  const known = new Set(version.checklist.map(({ item }) => item));
  const checklist = completeChecklist(version.checklist).map((entry) =>
    known.has(entry.item) ? entry : { item: entry.item },
  );
  return {
    ...writeFact({ ...version, clauses: [] }),
    checklist,
    [TEXT_PATH]: clausesText(version.clauses),
  };
}

/**
 * What a form says of a version, as files write it: the text in clauses, without items of the
 * checklist that nobody looked at, and each funding with what its source needs.
 */
export function versionFields(input: Written, texts: Texts): Written {
  return {
    ...without(input, 'cause'),
    lines: entries(input['lines']).map(lineOf),
    checklist: entries(input['checklist']).filter(isSaid),
    clauses: readClauses(texts[TEXT_PATH] ?? '').clauses,
    parts: input['parts'] ?? [],
    openItems: input['openItems'] ?? [],
  };
}

/** The mistakes of a form that show without the book, at the fields of the form. */
export function versionFindings({ input, texts }: FilledForm): readonly FactFinding[] {
  const places = entries(input['checklist']).flatMap((entry, index) => (isSaid(entry) ? [index] : []));
  const { findings } = readFact('version', {
    number: '1',
    kind: 'amendment',
    ...versionFields(input, texts),
  });
  const told = findings.map((finding) => ({ ...finding, path: placeOf(finding.path, places) }));
  return [...told, ...textFindings(texts)];
}

function placeOf(path: string, places: readonly number[]): string {
  if (path.startsWith('clauses')) return TEXT_PATH;
  return path.replace(/^checklist\[(\d+)\]/, (_, kept: string) => {
    return `checklist[${places[Number(kept)] ?? Number(kept)}]`;
  });
}

/** What stands before the first paragraph sign would be lost. */
function textFindings(texts: Texts): readonly FactFinding[] {
  const { preamble, clauses } = readClauses(texts[TEXT_PATH] ?? '');
  if (preamble.length === 0) return [];
  const message =
    clauses.length === 0
      ? 'Im Text ist kein Paragraf zu finden. Jeder beginnt auf einer eigenen Zeile mit „§“ und seiner Nummer.'
      : 'Vor dem ersten Paragrafen steht Text. Nehmen Sie ihn heraus, oder geben Sie ihm eine Nummer mit „§“.';
  return [{ path: TEXT_PATH, message, severity: 'error' }];
}

function lineOf(line: Written): Written {
  if (line['funding'] === undefined) return line;
  return { ...line, funding: entries(line['funding']).map(fundingOf) };
}

const NEEDED: Readonly<Record<string, string>> = {
  'notice-line': 'noticeLine',
  'own-funds': 'note',
  'allocation-line': 'allocationLine',
};

/** The fields of other sources fall away: they stay empty, or were chosen before the source. */
function fundingOf(funding: Written): Written {
  const kept = new Set(['source', 'year', NEEDED[String(funding['source'])] ?? '']);
  return Object.fromEntries(Object.entries(funding).filter(([key]) => kept.has(key)));
}

/** An item of the checklist at which somebody looked. */
function isSaid(entry: Written): boolean {
  return Object.entries(entry).some(([key, value]) => key !== 'item' && value !== undefined);
}

function entries(list: unknown): readonly Written[] {
  return Array.isArray(list) ? list.map((entry) => Object(entry) as Written) : [];
}

function without(written: Written, key: string): Written {
  return Object.fromEntries(Object.entries(written).filter(([name]) => name !== key));
}
