import { maxDate, type PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import { ratePerFte, yearlySum } from '../domain/proration/yearly-sum.js';
import type {
  AllocationLineDefinition,
  CostKind,
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import type { GrantedLine } from '../grants/grants.js';
import type { NoticeLineChange, UnitChange } from './flow-down.types.js';

/** What an amending notice changes, line by line (R10), against the lines that stood before. */
export function noticeLineChanges(
  stood: ReadonlyMap<string, GrantedLine>,
  notice: NoticeDefinition,
): readonly NoticeLineChange[] {
  const effectiveFrom = notice.effectiveFrom ?? notice.period.from;
  return notice.lines.flatMap((line) => {
    const before = stood.get(line.id)?.line;
    return before ? [lineChange(before, line, effectiveFrom)] : [];
  });
}

/** From one notice line to another: the same after an amendment, or its follower. */
export function lineChange(
  before: NoticeLineDefinition,
  after: NoticeLineDefinition,
  from: PlainDate,
): NoticeLineChange {
  return {
    noticeLine: before.id,
    component: after.component,
    year: after.year,
    clause: after.clause,
    from: maxDate(from, after.period.from),
    to: after.period.to,
    before: { fte: before.fte, amountCents: before.amountCents },
    after: { fte: after.fte, amountCents: after.amountCents },
    units: (['staff', 'material'] as const).flatMap((kind) => unitChanges(kind, before, after)),
    unitsAfter: termsOf('staff', after).map(({ unitCents }) => unitCents),
  };
}

interface Unit {
  readonly text: string;
  readonly unitCents: Cents;
}

/** A line without terms has one rate for its VzÄ, if that comes out in whole cents. */
function termsOf(kind: CostKind, line: NoticeLineDefinition): readonly Unit[] {
  if (line.terms.length > 0) return line.terms.filter(({ costKind }) => costKind === kind);
  const unitCents = kind === 'staff' ? ratePerFte(line.amountCents, line.fte) : undefined;
  return unitCents === undefined ? [] : [{ text: '', unitCents }];
}

/**
 * Which sum for 1.0 VzÄ became which: the one that went and the one that came; where a rate rises in
 * mid-year the old one may still stand beside the new one. Several are told apart by their text.
 */
function unitChanges(
  costKind: CostKind,
  before: NoticeLineDefinition,
  after: NoticeLineDefinition,
): readonly UnitChange[] {
  const [old, next] = [distinct(termsOf(costKind, before)), distinct(termsOf(costKind, after))];
  const has = (units: readonly Unit[], { unitCents }: Unit): boolean =>
    units.some((unit) => unit.unitCents === unitCents);
  const gone = old.filter((unit) => !has(next, unit));
  const come = next.filter((unit) => !has(old, unit));
  const change = (from: Unit, to: Unit): UnitChange => ({
    costKind,
    beforeCents: from.unitCents,
    afterCents: to.unitCents,
  });
  const [onlyGone = old[0], onlyCome] = [gone[0], come[0]];
  if (onlyGone && onlyCome && come.length === 1 && (gone.length === 1 || old.length === 1)) {
    return [change(onlyGone, onlyCome)];
  }
  return gone.flatMap((unit) => {
    const named = come.filter(({ text }) => text === unit.text);
    return named.length === 1 ? named.map((other) => change(unit, other)) : [];
  });
}

function distinct(units: readonly Unit[]): readonly Unit[] {
  return [...new Map(units.map((unit) => [unit.unitCents, unit])).values()];
}

/** What a line has per 1.0 VzÄ after the change of its notice line; undefined: it stays. */
export function unitsFor(
  line: AllocationLineDefinition,
  { units }: NoticeLineChange,
): { readonly rate?: UnitChange; readonly material?: UnitChange } {
  const rate = units.find(
    ({ costKind, beforeCents }) =>
      costKind === 'staff' && line.fte > 0 && beforeCents === line.annualRateCents,
  );
  const material = units.find(
    ({ costKind, beforeCents }) =>
      costKind === 'material' &&
      line.materialCents > 0n &&
      yearlySum(beforeCents, line.fte) === line.materialCents,
  );
  return { ...(rate && { rate }), ...(material && { material }) };
}
