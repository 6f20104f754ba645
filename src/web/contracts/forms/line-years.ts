import { isPlainDate, yearOf } from '../../../domain/calendar/plain-date.js';
import type { FormPanel } from '../../editing/form-kind.js';

type Written = Readonly<Record<string, unknown>>;

/**
 * The fundings of a line that lie in the term of its version, with the places that they have in the
 * form. An amendment starts from a version with a longer term: its earlier years fall away.
 */
export function fundingInTerm(
  version: Written,
  funding: readonly Written[],
): readonly { readonly place: number; readonly entry: Written }[] {
  return funding
    .map((entry, place) => ({ place, entry }))
    .filter(({ entry }) => isInTerm(version, entry));
}

/** What the review says of the years that fall away; nothing where none does. */
export function omittedYears(version: Written): readonly FormPanel[] {
  const lines = Array.isArray(version['lines']) ? (version['lines'] as readonly unknown[]) : [];
  const years = lines
    .flatMap((line) => fundingOf(Object(line) as Written))
    .filter((entry) => !isInTerm(version, entry))
    .map(({ year }) => String(year));
  if (years.length === 0) return [];
  const told = [...new Set(years)].toSorted().join(', ');
  const text = `Wer zahlt, wird für diese Jahre nicht übernommen, weil sie außerhalb der Laufzeit liegen: ${told}.`;
  return [{ title: 'Was wegfällt', notes: [{ tone: '', texts: [text] }] }];
}

function fundingOf({ funding }: Written): readonly Written[] {
  return Array.isArray(funding) ? (funding as readonly Written[]) : [];
}

/** What cannot be read counts as inside: its mistake is told where it stands. */
function isInTerm({ inForceFrom, inForceTo }: Written, { year }: Written): boolean {
  const isYear = typeof year === 'string' && /^\d{4}$/.test(year);
  if (!isYear || !isDay(inForceFrom) || !isDay(inForceTo) || inForceTo < inForceFrom) return true;
  return yearOf(inForceFrom) <= Number(year) && Number(year) <= yearOf(inForceTo);
}

function isDay(value: unknown): value is Parameters<typeof yearOf>[0] {
  return typeof value === 'string' && isPlainDate(value);
}
