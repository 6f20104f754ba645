import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type {
  ComponentDefinition,
  FixedSumItem,
  ProgrammeRate,
  RateKind,
  UpstreamRegime,
} from './definition.js';

/**
 * The rate for 1.0 VzÄ and year that is in force on a day: the last row that began by then. A row
 * that no source confirms is kept for reading and never computed with.
 */
export function annualRateOf(
  { rates }: ComponentDefinition,
  kind: RateKind,
  on: PlainDate,
): ProgrammeRate | undefined {
  return rates
    .filter(
      (rate) => rate.kind === kind && rate.confidence !== 'unconfirmed' && rate.validFrom <= on,
    )
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
}

/** What the Kreis owes the Land for a year. */
export function regimeOfYear(
  { regimes }: ComponentDefinition,
  year: number,
): UpstreamRegime | undefined {
  return regimes.find(
    ({ fromYear, toYear, confidence }) =>
      fromYear <= year && year <= toYear && confidence !== 'unconfirmed',
  );
}

/** The fixed sums in force on a day: of each key the last row that began by then. */
export function fixedSumsOn(
  { fixedSums }: ComponentDefinition,
  on: PlainDate,
): readonly FixedSumItem[] {
  const begun = fixedSums
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return [...new Map(begun.map((item) => [item.key, item])).values()];
}
