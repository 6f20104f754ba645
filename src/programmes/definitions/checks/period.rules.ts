import { formatGermanDay, type Period } from '../../../domain/calendar/plain-date.js';
import { findingIn, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';

/** A period ends on its first day or later. */
export function checkPeriod(
  place: Pick<Entry<unknown>, 'file' | 'path'>,
  path: string,
  { from, to }: Period,
): Finding[] {
  if (from <= to) return [];
  const [first, last] = [formatGermanDay(from), formatGermanDay(to)];
  return [findingIn(place, path, `Der letzte Tag ${last} liegt vor dem ersten Tag ${first}.`)];
}
