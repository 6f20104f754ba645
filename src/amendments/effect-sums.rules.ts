import { subtractCents, sumCents } from '../domain/money/cents.js';
import { fte, sumFte } from '../domain/proration/fte.js';
import { groupBy } from '../platform/database/recorded.js';
import type { EffectFigures, LineEffect, SumEffect, YearEffects } from './effects.types.js';

export function differenceOf(before: EffectFigures, after: EffectFigures): EffectFigures {
  return {
    fte: fte(after.fte - before.fte),
    ceilingCents: subtractCents(after.ceilingCents, before.ceilingCents),
    entitledCents: subtractCents(after.entitledCents, before.entitledCents),
    toDateCents: subtractCents(after.toDateCents, before.toDateCents),
  };
}

/** The changed lines of a year added up; sub-forwardings are part of the line above. */
export function sumsOf(
  lines: readonly LineEffect[],
): Pick<YearEffects, 'partners' | 'components' | 'noticeLines' | 'contracts' | 'total'> {
  const booked = lines.filter(({ subForwarding }) => !subForwarding);
  const funded = booked.filter(({ noticeLine }) => noticeLine !== undefined);
  return {
    partners: sumsBy(booked, ({ partner }) => partner),
    components: sumsBy(booked, ({ component }) => component),
    noticeLines: sumsBy(funded, ({ noticeLine }) => noticeLine ?? ''),
    contracts: sumsBy(lines, ({ contract }) => contract),
    total: sumOf('', booked),
  };
}

function sumsBy(
  lines: readonly LineEffect[],
  idOf: (line: LineEffect) => string,
): readonly SumEffect[] {
  const groups = groupBy(lines, idOf);
  return [...groups.keys()].toSorted().map((id) => sumOf(id, groups.get(id) ?? []));
}

function sumOf(id: string, lines: readonly LineEffect[]): SumEffect {
  const before = figuresOf(lines.map((line) => line.before));
  const after = figuresOf(lines.map((line) => line.after));
  return { id, before, after, difference: differenceOf(before, after) };
}

function figuresOf(all: readonly EffectFigures[]): EffectFigures {
  return {
    fte: sumFte(all.map((figures) => figures.fte)),
    ceilingCents: sumCents(all.map(({ ceilingCents }) => ceilingCents)),
    entitledCents: sumCents(all.map(({ entitledCents }) => entitledCents)),
    toDateCents: sumCents(all.map(({ toDateCents }) => toDateCents)),
  };
}
