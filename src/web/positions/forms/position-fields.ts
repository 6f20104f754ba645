import { lineIdsOf } from '../../../contracts/contracts.js';
import type { BookFacts } from '../../../positions/book.queries.js';
import { KREIS, type PositionDefinition } from '../../../programmes/definitions/definition.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import type { FilledForm, Texts } from '../../editing/form-kind.js';

/** Who pays for a post: a line of a contract, or notice lines directly. A choice of the form. */
export const PAYER = '$payer';

type Written = Readonly<Record<string, unknown>>;

/** A post as its form starts: without its id, and without who fills it. */
export function positionInput(position: PositionDefinition): Written {
  const written = Object.entries(writeFact({ ...position, occupancies: [] }));
  const kept = written.filter(([key]) => key !== 'occupancies' && key !== 'id');
  return { ...Object.fromEntries(kept), [PAYER]: position.own === undefined ? 'line' : 'own' };
}

/** The employer that goes without saying: the partner of the line. */
export function employerOfLine(facts: Pick<BookFacts, 'lines'>, lineId: unknown): string {
  return facts.lines.get(String(lineId))?.line.partner ?? '';
}

/**
 * What a form says of a post, as files write it. The payer decides: a post on a line has the
 * component of the line, and its partner as employer where nobody else is named; a post of the Kreis
 * has the component of its notice lines.
 */
export function positionFields(
  { subject, input, texts }: Pick<FilledForm, 'subject' | 'input' | 'texts'>,
  facts: Pick<BookFacts, 'lines' | 'noticeLines'>,
): Written {
  const { allocationLine, own, employer, component, ...fields } = input;
  const id = subject === null ? {} : { id: subject };
  if (texts[PAYER] === 'own') {
    const paid = { ...(Object(own) as Written), funding: fundingOf(own, facts) };
    const found = facts.noticeLines.get(firstNoticeLine(own))?.line.component ?? component;
    return {
      ...fields,
      ...id,
      own: paid,
      employer: KREIS,
      ...(found !== undefined && { component: found }),
    };
  }
  const found = facts.lines.get(String(allocationLine))?.line.component ?? component;
  const employs = employer ?? employerOfLine(facts, allocationLine);
  return {
    ...fields,
    ...id,
    ...(allocationLine !== undefined && { allocationLine }),
    ...(employs !== '' && { employer: employs }),
    ...(found !== undefined && { component: found }),
  };
}

/** Each notice line pays in its own year. */
function fundingOf(own: unknown, { noticeLines }: Pick<BookFacts, 'noticeLines'>): unknown {
  return noticeLinesOf(own).map((noticeLine) => {
    const year = noticeLines.get(noticeLine)?.line.year;
    return { noticeLine, ...(year !== undefined && { year: year.toString() }) };
  });
}

function firstNoticeLine(own: unknown): string {
  return noticeLinesOf(own)[0] ?? '';
}

function noticeLinesOf(own: unknown): readonly string[] {
  const { funding } = Object(own) as Written;
  const entries = Array.isArray(funding) ? (funding as readonly unknown[]) : [];
  return entries.map((entry) => {
    const { noticeLine } = Object(entry) as Written;
    return typeof noticeLine === 'string' ? noticeLine : '';
  });
}

/** Stands for the id that the book will make. */
const UNNAMED = 'neu';

/** Mistakes that show without the book. What follows from the payer is told at the payer. */
export function positionMistakes(fields: Written): readonly FactFinding[] {
  const { findings } = readFact('position', { id: UNNAMED, ...fields });
  return findings.filter(({ path }) => path !== 'component' && path !== 'employer');
}

/** The post as far as it is typed; undefined as long as something is missing. */
export function typedPosition(fields: Written): PositionDefinition | undefined {
  return readFact('position', { id: UNNAMED, ...fields }).fact;
}

/** Findings at what the form does not ask stand at what it follows from. */
export function askedPath(path: string, texts: Texts): string {
  if (path !== 'component' && path !== 'employer') return path;
  if (texts[PAYER] === 'own') return 'own.funding[0].noticeLine';
  return path === 'component' ? 'allocationLine' : path;
}

/** The other posts of the same line; those of lines below it not among them. */
export function postsBeside(
  facts: Pick<BookFacts, 'positionsByLine' | 'contracts'>,
  lineId: string,
  besides: string | null,
): readonly PositionDefinition[] {
  const isKnown = facts.contracts.some((contract) => lineIdsOf(contract).includes(lineId));
  const posts = isKnown ? (facts.positionsByLine.get(lineId) ?? []) : [];
  return posts.filter(({ id }) => id !== besides);
}
