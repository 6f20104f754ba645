import { addCents, maxCents, subtractCents, ZERO_CENTS } from '../domain/money/cents.js';
import { yearlySum } from '../domain/proration/yearly-sum.js';
import type { AllocationLineDefinition } from '../programmes/definitions/definition.js';
import type { LineChange, LineMark, NoticeLineChange, Shift } from './flow-down.types.js';
import { unitsFor } from './term-changes.rules.js';

/** A line with the figures that its changed notice line yields (R10). */
export function followedLine(
  line: AllocationLineDefinition,
  change: NoticeLineChange,
): AllocationLineDefinition {
  const { rate, material } = unitsFor(line, change);
  const annualRateCents = rate?.afterCents ?? line.annualRateCents;
  const materialCents = material ? yearlySum(material.afterCents, line.fte) : line.materialCents;
  return recomputed(line, { annualRateCents, materialCents, fte: line.fte });
}

/** The ceiling moves by the difference of VzÄ × rate + material; what it had beyond that stays. */
export function recomputed(
  line: AllocationLineDefinition,
  figures: Pick<AllocationLineDefinition, 'annualRateCents' | 'materialCents' | 'fte'>,
): AllocationLineDefinition {
  const staff = subtractCents(
    yearlySum(figures.annualRateCents, figures.fte),
    yearlySum(line.annualRateCents, line.fte),
  );
  const material = subtractCents(figures.materialCents, line.materialCents);
  const moved = addCents(line.ceilingCents, addCents(staff, material));
  return { ...line, ...figures, ceilingCents: maxCents(moved, ZERO_CENTS) };
}

/** What differs between two states of a line, and what is left for people to decide. */
export function lineChangeOf(
  before: AllocationLineDefinition,
  after: AllocationLineDefinition,
  marks: readonly LineMark[] = [],
): LineChange {
  const { id, title, partner, component, clause } = before;
  return {
    ...{ line: id, title, partner, component, clause, marks },
    ...shift('fte', before.fte, after.fte),
    ...shift('annualRateCents', before.annualRateCents, after.annualRateCents),
    ...shift('materialCents', before.materialCents, after.materialCents),
    ...shift('ceilingCents', before.ceilingCents, after.ceilingCents),
  };
}

function shift<Key extends string, Value>(
  key: Key,
  before: Value,
  after: Value,
): { readonly [K in Key]?: Shift<Value> } {
  if (before === after) return {};
  return { [key]: { before, after } } as { readonly [K in Key]?: Shift<Value> };
}

export function isChanged({ fte, annualRateCents, materialCents, ceilingCents }: LineChange) {
  return [fte, annualRateCents, materialCents, ceilingCents].some((moved) => moved !== undefined);
}

/** VzÄ are never cut by guess: the line is marked, and somebody decides who gives them up. */
export function marksOf(
  line: AllocationLineDefinition,
  change: NoticeLineChange,
): readonly LineMark[] {
  const { rate, material } = unitsFor(line, change);
  const { before, after, units, unitsAfter } = change;
  const changes = (kind: 'staff' | 'material'): boolean =>
    units.some(({ costKind }) => costKind === kind);
  const isOtherRate = line.fte > 0 && !unitsAfter.includes(line.annualRateCents);
  const isCut = after.amountCents < before.amountCents && units.length === 0;
  return [
    ...(after.fte < before.fte && line.fte > 0 ? (['fte-cut'] as const) : []),
    ...(isCut && after.fte >= before.fte ? (['amount-cut'] as const) : []),
    ...(changes('staff') && rate === undefined && isOtherRate ? (['other-rate'] as const) : []),
    ...(changes('material') && material === undefined && line.materialCents > 0n
      ? (['other-material'] as const)
      : []),
  ];
}
