import { completeChecklist, clausesText, readClauses } from '../../../contracts/contracts.js';
import type { ContractVersionDefinition } from '../../../programmes/definitions/definition.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import type { FilledForm, Texts } from '../../editing/form-kind.js';
import { withLineIds } from './line-ids.js';
import { shownFunding, shownFundingPath, writtenFunding } from './line-payer.js';
import { fundingInTerm } from './line-years.js';
import { placedAt } from './told-at.js';
import { TEXT_PATH } from './version.steps.js';

type Written = Readonly<Record<string, unknown>>;

/** A version as its form starts: each item of the checklist has its place, the text is one. */
export function beginningOf(version: ContractVersionDefinition): Written {
  const known = new Set(version.checklist.map(({ item }) => item));
  const checklist = completeChecklist(version.checklist).map((entry) =>
    known.has(entry.item) ? entry : { item: entry.item },
  );
  const { lines, ...written } = writeFact({ ...version, clauses: [] });
  return {
    ...written,
    lines: entries(lines).map(shownLine),
    checklist,
    [TEXT_PATH]: clausesText(version.clauses),
  };
}

/**
 * What a form says of a version, as files write it: the text in clauses, without items of the
 * checklist that nobody looked at, and of each line the years that lie in the term.
 */
export function versionFields(input: Written, texts: Texts): Written {
  return {
    ...without(input, 'cause', 'head'),
    lines: withLineIds(entries(input['lines']).map((line) => lineOf(line, input))),
    checklist: entries(input['checklist']).filter(isSaid),
    clauses: readClauses(texts[TEXT_PATH] ?? '').clauses,
    parts: input['parts'] ?? [],
    openItems: input['openItems'] ?? [],
  };
}

/** The mistakes of a form that show without the book, at the fields of the form. */
export function versionFindings({ input, texts }: FilledForm): readonly FactFinding[] {
  const { findings } = readFact('version', {
    number: '1',
    kind: 'amendment',
    ...versionFields(input, texts),
  });
  const told = placedAt((path) => placeInVersion(input, path), findings);
  return [...told, ...textFindings(texts)];
}

/** Where the form asks for what stands at a path of the version. */
export function placeInVersion(input: Written, path: string): string {
  if (path.startsWith('clauses')) return TEXT_PATH;
  const said = entries(input['checklist']).flatMap((entry, index) =>
    isSaid(entry) ? [index] : [],
  );
  const yearsOf = (line: string): readonly number[] => {
    const { funding } = entries(input['lines'])[Number(line)] ?? {};
    return fundingInTerm(input, entries(funding)).map(({ place }) => place);
  };
  return shownFundingPath(path)
    .replace(/^checklist\[(\d+)\]/, (_, kept: string) => `checklist[${placeOf(said, kept)}]`)
    .replace(/^lines\[(\d+)\]\.funding\[(\d+)\]/, (_, line: string, kept: string) => {
      return `lines[${line}].funding[${placeOf(yearsOf(line), kept)}]`;
    });
}

function placeOf(places: readonly number[], kept: string): number {
  return places[Number(kept)] ?? Number(kept);
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

function shownLine(line: Written): Written {
  return { ...line, funding: entries(line['funding']).map(shownFunding) };
}

function lineOf(line: Written, version: Written): Written {
  if (line['funding'] === undefined) return line;
  const kept = fundingInTerm(version, entries(line['funding']));
  return { ...line, funding: kept.map(({ entry }) => writtenFunding(entry)) };
}

/** An item of the checklist at which somebody looked. */
function isSaid(entry: Written): boolean {
  return Object.entries(entry).some(([key, value]) => key !== 'item' && value !== undefined);
}

function entries(list: unknown): readonly Written[] {
  return Array.isArray(list) ? list.map((entry) => Object(entry) as Written) : [];
}

function without(written: Written, ...keys: readonly string[]): Written {
  return Object.fromEntries(Object.entries(written).filter(([name]) => !keys.includes(name)));
}
