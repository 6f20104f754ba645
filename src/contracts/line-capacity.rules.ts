import type { Slice } from '../capacity/capacity.js';
import { calendarYear, daysOf, yearsOf } from '../domain/calendar/period.js';
import { noticeLineHolder } from '../grants/grants.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  LineFunding,
} from '../programmes/definitions/definition.js';
import { ceilingOfYear } from './ceiling.rules.js';
import { spansOfLine, spansOfLineInYear, type LineSpan } from './version.rules.js';

/** What a line takes from the line above it (R1), or gives to those below it. */
export interface LineUse {
  /** `notice-line:…` or `allocation-line:…`. */
  readonly holder: string;
  /** The line above, where it is an allocation line (third tier). */
  readonly parent?: string;
  readonly slices: readonly Slice[];
}

const ALLOCATION_LINE = 'allocation-line:';

export function allocationLineHolder(lineId: string): string {
  return `${ALLOCATION_LINE}${lineId}`;
}

function parentOf(holder: string): string | undefined {
  return holder.startsWith(ALLOCATION_LINE) ? holder.slice(ALLOCATION_LINE.length) : undefined;
}

/** The years that a line is in force in. */
export function yearsOfLine(contract: ContractDefinition, lineId: string): readonly number[] {
  const years = spansOfLine(contract, lineId).flatMap(({ period }) => yearsOf(period));
  return [...new Set(years)].toSorted((a, b) => a - b);
}

/** Who pays for a line in a year: what its last version in that year says. */
export function fundingOfYear(
  contract: ContractDefinition,
  lineId: string,
  year: number,
): LineFunding | undefined {
  return fundingOf(spansOfLineInYear(contract, lineId, year), year);
}

function fundingOf(spans: readonly LineSpan[], year: number): LineFunding | undefined {
  return spans
    .flatMap(({ line }) => line.funding.filter((funding) => funding.year === year))
    .at(-1);
}

/** The holder that a funding draws on; the Kreis's own money has no limit here. */
export function holderOf(funding: LineFunding): string | undefined {
  switch (funding.source) {
    case 'notice-line':
      return noticeLineHolder(funding.noticeLine);
    case 'allocation-line':
      return allocationLineHolder(funding.allocationLine);
    case 'own-funds':
      return undefined;
  }
}

/**
 * What the line takes from each line above it: VzÄ on the days in force, euros for the year.
 * A holder that an earlier version named and no version in force names any more is told zero.
 */
export function usesOfLine(contract: ContractDefinition, lineId: string): readonly LineUse[] {
  const slices = new Map<string, Slice[]>();
  for (const holder of holdersEverNamed(contract, lineId)) slices.set(holder, []);
  for (const year of yearsOfLine(contract, lineId)) {
    const spans = spansOfLineInYear(contract, lineId, year);
    const funding = fundingOf(spans, year);
    const holder = funding && holderOf(funding);
    if (holder !== undefined) slices.get(holder)?.push(...slicesOfYear(spans, year));
  }
  return [...slices].map(([holder, taken]) => {
    const parent = parentOf(holder);
    return { holder, ...(parent !== undefined && { parent }), slices: taken };
  });
}

/** What the line grants to its sub-forwardings and posts: the same figures, year by year. */
export function grantOfLine(contract: ContractDefinition, lineId: string): readonly Slice[] {
  return yearsOfLine(contract, lineId).flatMap((year) =>
    slicesOfYear(spansOfLineInYear(contract, lineId, year), year),
  );
}

/** By how many VzÄ-days a line grows from one state of its contract to the next. */
export function growthOfLine(
  after: ContractDefinition,
  before: ContractDefinition | undefined,
  lineId: string,
): bigint {
  return fteDays(after, lineId) - (before === undefined ? 0n : fteDays(before, lineId));
}

function fteDays(contract: ContractDefinition, lineId: string): bigint {
  return grantOfLine(contract, lineId)
    .filter(({ measure }) => measure === 'fte')
    .reduce((sum, { amount, period }) => sum + amount * BigInt(daysOf(period)), 0n);
}

function slicesOfYear(spans: readonly LineSpan[], year: number): Slice[] {
  const amount = ceilingOfYear(spans, year).cents;
  const shares = spans
    .filter(({ line }) => line.fte > 0)
    .map(({ line, period }): Slice => ({ measure: 'fte', period, amount: BigInt(line.fte) }));
  return amount === 0n
    ? shares
    : [...shares, { measure: 'cents', period: calendarYear(year), amount }];
}

function holdersEverNamed(contract: ContractDefinition, lineId: string): ReadonlySet<string> {
  const named = contract.versions
    .flatMap(({ lines }) => lines.filter(({ id }) => id === lineId))
    .flatMap(({ funding }: AllocationLineDefinition) => funding.map(holderOf))
    .filter((holder) => holder !== undefined);
  return new Set(named);
}

/**
 * The lines of a contract so that each stands behind the one it is funded by: money is taken
 * from above before it is granted downwards.
 */
export function linesTopDown(contract: ContractDefinition): readonly string[] {
  const parents = new Map<string, Set<string>>();
  for (const line of contract.versions.flatMap(({ lines }) => lines)) {
    const above = parents.get(line.id) ?? new Set<string>();
    for (const funding of line.funding) {
      if (funding.source === 'allocation-line') above.add(funding.allocationLine);
    }
    parents.set(line.id, above);
  }
  return [...parents.keys()].toSorted((a, b) => depth(parents, a) - depth(parents, b));
}

const DEPTH_MAX = 8;

function depth(
  parents: ReadonlyMap<string, ReadonlySet<string>>,
  lineId: string,
  seen = 0,
): number {
  const above = [...(parents.get(lineId) ?? [])];
  if (above.length === 0 || seen >= DEPTH_MAX) return 0;
  return 1 + Math.max(...above.map((parent) => depth(parents, parent, seen + 1)));
}
