import { maxDate, type PlainDate } from '../domain/calendar/plain-date.js';
import type { BookFacts, ProgrammeFigures, RatesOf } from '../positions/positions.js';
import type {
  NoticeDefinition,
  PositionDefinition,
  ProgrammeRate,
} from '../programmes/definitions/definition.js';
import type { NoticeLineChange, OwnPostFlow, UnitChange } from './flow-down.types.js';

/**
 * The Kreis's own posts on changed notice lines. What they yield follows the rates of the programme:
 * where these do not know the notice's new rate, a row is missing there.
 */
export function ownPostFlows(
  facts: BookFacts,
  changes: readonly NoticeLineChange[],
  figuresOf: (year: number) => ProgrammeFigures,
): readonly OwnPostFlow[] {
  return changes.flatMap((change) => {
    const { ratesOf } = figuresOf(change.year);
    return facts.positions.flatMap((position) => {
      const isPaid = position.own?.funding.some(
        ({ noticeLine, year }) => noticeLine === change.noticeLine && year === change.year,
      );
      const moved = isPaid === true ? rateChange(change) : undefined;
      return moved ? [ownPostFlow(position, change, moved, ratesOf)] : [];
    });
  });
}

function rateChange({ units }: NoticeLineChange): UnitChange | undefined {
  return units.find(({ costKind }) => costKind === 'staff');
}

function ownPostFlow(
  position: PositionDefinition,
  { noticeLine, from }: NoticeLineChange,
  moved: UnitChange,
  ratesOf: RatesOf,
): OwnPostFlow {
  const kind = position.own?.rateKind ?? 'staff';
  const known = rateOn(ratesOf(position.component, kind), maxDate(from, position.from));
  const isNoticeRate = kind === 'staff' && known?.amountCents === moved.beforeCents;
  return {
    position: position.id,
    label: position.label,
    noticeLine,
    fte: position.plannedFte,
    ...(known && { programmeRateCents: known.amountCents }),
    noticeRateCents: { before: moved.beforeCents, after: moved.afterCents },
    needsProgrammeRate: isNoticeRate,
  };
}

/** The programme's figures, with the row that a notice's new rate asks for. */
export function withNoticeRates(
  figures: ProgrammeFigures,
  changes: readonly NoticeLineChange[],
  notice: NoticeDefinition,
): ProgrammeFigures {
  const ratesOf: RatesOf = (component, kind) => {
    const known = figures.ratesOf(component, kind);
    const change = changes.find((each) => each.component === component);
    const moved = change && kind === 'staff' ? rateChange(change) : undefined;
    if (change === undefined || moved === undefined) return known;
    if (rateOn(known, change.from)?.amountCents !== moved.beforeCents) return known;
    const row: ProgrammeRate = {
      kind,
      validFrom: change.from,
      amountCents: moved.afterCents,
      clause: `${notice.title}, ${change.clause}`,
      confidence: 'confirmed',
    };
    const others = known.filter(({ validFrom }) => validFrom !== change.from);
    return [...others, row].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  };
  return { ...figures, ratesOf };
}

function rateOn(rates: readonly ProgrammeRate[], on: PlainDate): ProgrammeRate | undefined {
  return rates
    .filter(({ confidence }) => confidence !== 'unconfirmed')
    .findLast(({ validFrom }) => validFrom <= on);
}
