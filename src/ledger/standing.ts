import { cents, type Cents } from '../domain/money/cents.js';
import type { AccountKey } from './chart.js';
import type { AccountSum } from './ledger.js';
import type { Dimensions, NewPosting } from './ledger.types.js';

/** A notice line; or an allocation line in a budget year. */
export type LineScope = `notice-line:${string}` | `allocation-line:${string}/${number}`;

export function noticeLineScope(noticeLine: string): LineScope {
  return `notice-line:${noticeLine}`;
}

export function allocationLineScope(allocationLine: string, budgetYear: number): LineScope {
  return `allocation-line:${allocationLine}/${budgetYear}`;
}

/**
 * What stands in the ledger of some lines while entries are drawn up: each of them is counted at
 * once, so that the next one rests on it. `all` is what stands whoever entered it, `own` what
 * entries of the kinds entered that are being drawn up.
 */
export class Standing {
  private readonly all = new Map<string, bigint>();
  private readonly own = new Map<string, bigint>();
  private readonly dimensions = new Map<LineScope, Map<string, Dimensions>>();

  constructor({
    all = [],
    own = [],
  }: { readonly all?: readonly AccountSum[]; readonly own?: readonly AccountSum[] } = {}) {
    this.add(all);
    for (const sum of own) this.addTo(this.own, sum);
  }

  /** The lines that anything stands for. */
  scopes(): readonly LineScope[] {
    return [...this.dimensions.keys()];
  }

  /** Under what anything stands for the line, in a fixed order. */
  dimensionsOf(scope: LineScope): readonly Dimensions[] {
    const found = [...(this.dimensions.get(scope) ?? [])];
    return found.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, dimensions]) => dimensions);
  }

  /** Debit positive, whoever entered it; of a line, or under just these dimensions. */
  allOf(account: AccountKey, of: LineScope | Dimensions): Cents {
    return cents(this.all.get(placeOf(account, of)) ?? 0n);
  }

  /** Debit positive, by entries of the kinds that are drawn up. */
  ownOf(account: AccountKey, of: LineScope | Dimensions): Cents {
    return cents(this.own.get(placeOf(account, of)) ?? 0n);
  }

  /** Counts postings that are about to be entered. */
  count(postings: readonly NewPosting[]): void {
    for (const { account, cents: amount, ...dimensions } of postings) {
      const sum = { account, dimensions, cents: amount };
      this.addTo(this.all, sum);
      this.addTo(this.own, sum);
    }
  }

  /** Counts what somebody else has entered. */
  add(sums: readonly AccountSum[]): void {
    for (const sum of sums) this.addTo(this.all, sum);
  }

  private addTo(sums: Map<string, bigint>, { account, dimensions, cents: amount }: AccountSum) {
    const key = keyOf(dimensions);
    for (const place of [key, ...scopesOf(dimensions)]) {
      const name = `${account} ${place}`;
      sums.set(name, (sums.get(name) ?? 0n) + amount);
    }
    for (const scope of scopesOf(dimensions)) {
      const known = this.dimensions.get(scope);
      if (known) known.set(key, dimensions);
      else this.dimensions.set(scope, new Map([[key, dimensions]]));
    }
  }
}

function placeOf(account: AccountKey, of: LineScope | Dimensions): string {
  return `${account} ${typeof of === 'string' ? of : keyOf(of)}`;
}

function scopesOf({ noticeLine, allocationLine, budgetYear }: Dimensions): LineScope[] {
  return [
    ...(noticeLine === undefined ? [] : [noticeLineScope(noticeLine)]),
    ...(allocationLine === undefined || budgetYear === undefined
      ? []
      : [allocationLineScope(allocationLine, budgetYear)]),
  ];
}

const NAMES = [
  ...(['allocationLine', 'noticeLine', 'budgetYear', 'contract', 'partner'] as const),
  ...(['programme', 'component', 'claim'] as const),
] satisfies readonly (keyof Dimensions)[];

/** The same text for the same dimensions. */
export function keyOf(dimensions: Dimensions): string {
  return JSON.stringify(NAMES.map((name) => dimensions[name] ?? ''));
}
