import { fundingOfYear, spansOfLineInYear } from '../contracts/contracts.js';
import type { Dimensions } from '../ledger/ledger.types.js';
import type {
  ContractDefinition,
  NoticeLineDefinition,
  TakenLine,
} from '../programmes/definitions/definition.js';

/** What a contract line is called, and what its postings belong to. */
export interface LineAccount {
  readonly title: string;
  readonly dimensions: Dimensions;
}

/** A contract line in a year, by its last version of that year; undefined: it is not in force then. */
export function lineAccount(
  contract: ContractDefinition,
  { line, year }: Pick<TakenLine, 'line' | 'year'>,
): LineAccount | undefined {
  const last = spansOfLineInYear(contract, line, year).at(-1);
  if (last === undefined) return undefined;
  const funding = fundingOfYear(contract, line, year);
  const { title, component, partner } = last.line;
  return {
    title,
    dimensions: {
      ...{ programme: contract.programme, component, budgetYear: year },
      ...(funding?.source === 'notice-line' && { noticeLine: funding.noticeLine }),
      ...{ contract: contract.id, allocationLine: line, partner },
    },
  };
}

/** What the postings of a notice line belong to. */
export function noticeLineDimensions(
  programme: string,
  { id, component, year }: NoticeLineDefinition,
): Dimensions {
  return { programme, component, budgetYear: year, noticeLine: id };
}
