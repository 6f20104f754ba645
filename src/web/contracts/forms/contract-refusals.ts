import { AllocationLineTaken, LineIdTooLong } from '../../../contracts/contracts.errors.js';
import type { ContractChangeEntry } from '../../../contracts/contracts.queries.js';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import type { FormRecord } from '../../editing/form-kind.js';

type Written = Readonly<Record<string, unknown>>;

/** The field of a line whose key another contract has, or that is too long. */
export function takenLineField(error: DomainError, { lines }: Written): string | undefined {
  if (!(error instanceof AllocationLineTaken || error instanceof LineIdTooLong)) return undefined;
  const named = String(error.facts['line'] ?? error.facts['id']);
  const index = Array.isArray(lines)
    ? lines.findIndex((line) => named.endsWith(String((line as Written)['id'])))
    : -1;
  return index < 0 ? undefined : `lines[${index.toString()}].id`;
}

/** Who stated the present revision of a contract, when and why; its filed parts count apart. */
export function latestRecord(history: readonly ContractChangeEntry[]): FormRecord | undefined {
  const latest = history.find(({ document }) => document === undefined);
  return latest && { at: latest.recordedAt, by: latest.recordedBy, reason: latest.reason };
}
