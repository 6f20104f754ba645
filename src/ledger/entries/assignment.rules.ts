import type { Dimensions } from '../ledger.types.js';

/** Each dimension with its column; '' and 0 in the table stand for nothing named. */
export const DIMENSIONS = [
  ['programme', 'programme'],
  ['component', 'component'],
  ['budgetYear', 'budget_year'],
  ['noticeLine', 'notice_line'],
  ['contract', 'contract'],
  ['allocationLine', 'allocation_line'],
  ['partner', 'partner'],
  ['claim', 'claim'],
] as const satisfies readonly (readonly [keyof Dimensions, string])[];

/** The dimensions of an assignment as its row has them. */
export interface DimensionColumns {
  readonly programme: string;
  readonly component: string;
  readonly budget_year: number;
  readonly notice_line: string;
  readonly contract: string;
  readonly allocation_line: string;
  readonly partner: string;
  readonly claim: string;
}

export const DIMENSION_COLUMNS = DIMENSIONS.map(([, column]) => column);

/** The dimensions that a row names. */
export function dimensionsOf(row: DimensionColumns): Dimensions {
  const named = DIMENSIONS.map(([name, column]) => [name, row[column]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== '' && value !== 0));
}

/** The values of the columns, in their order. */
export function columnValues(dimensions: Dimensions): readonly (string | number)[] {
  return DIMENSIONS.map(([name]) => dimensions[name] ?? (name === 'budgetYear' ? 0 : ''));
}

/** Only the dimensions of what may hold more; those named, in one order. */
export function onlyDimensions(source: Dimensions): Dimensions {
  const named: Record<string, string | number> = {};
  for (const [name] of DIMENSIONS) {
    const value = source[name];
    if (value !== undefined && value !== '' && value !== 0) named[name] = value;
  }
  return named;
}

/**
 * What a posting belongs to that names nothing itself: that on which all others of its entry
 * agree. So money on the bank account is found by contract, and no row of balances is everybody's.
 */
export function sharedDimensions(all: readonly Dimensions[]): Dimensions {
  const named = all.map(onlyDimensions).filter((one) => Object.keys(one).length > 0);
  const [first, ...others] = named;
  if (first === undefined) return {};
  return Object.fromEntries(
    DIMENSIONS.map(([name]) => [name, first[name]] as const).filter(
      ([name, value]) => value !== undefined && others.every((other) => other[name] === value),
    ),
  );
}
