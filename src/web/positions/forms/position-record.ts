import type { HistoryEntry } from '../../../positions/positions.queries.js';
import type { FormBeginning } from '../../editing/form-kind.js';

/** Who stated the present revision, when and why. */
export function recordOf(latest: HistoryEntry | undefined): Pick<FormBeginning, 'record'> {
  if (latest === undefined) return {};
  const { recordedAt: at, recordedBy: by, reason } = latest;
  return { record: { at, by, reason } };
}
