import { QueryFailedError } from 'typeorm';
import type { DomainError } from '../../domain/errors/domain-error.js';

/** What a driver tells about a failed statement. */
interface DriverFailure {
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
}

/** A failure that goes away when the whole transaction is run again. */
export class TransactionOutpaced extends Error {
  override readonly name = 'TransactionOutpaced';
}

const AGAIN = new Set(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/** SQLSTATE or SQLite's name for the failure, if the database made it. */
export function databaseCode(error: unknown): string | undefined {
  return driverFailure(error)?.code;
}

export function mayBeRunAgain(error: unknown): boolean {
  return error instanceof TransactionOutpaced || AGAIN.has(databaseCode(error) ?? '');
}

export function isUniqueViolation(error: unknown): boolean {
  const code = databaseCode(error) ?? '';
  return code === '23505' || /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code);
}

/**
 * One rule that the database holds, and what it means to people.
 *
 * `on` names the constraint or the trigger's message; where SQLite knows no name (unique keys),
 * also its columns: "partner.id, partner.revision".
 */
export interface DatabaseRefusal {
  readonly on: readonly string[];
  readonly refuse: () => DomainError;
}

/** The refusal that a database failure stands for; any other error stays what it is. */
export function refusalFor(error: unknown, refusals: readonly DatabaseRefusal[]): unknown {
  const failure = driverFailure(error);
  if (failure === undefined) return error;
  const names = namesIn(failure);
  const refusal = refusals.find(({ on }) => on.some((name) => names.includes(name)));
  return refusal?.refuse() ?? error;
}

function namesIn({ constraint, message = '' }: DriverFailure): string[] {
  const named = /^(?:CHECK|UNIQUE|NOT NULL) constraint failed: (.+)$/.exec(message)?.[1];
  return [constraint, named, message].filter((name) => name !== undefined);
}

function driverFailure(error: unknown): DriverFailure | undefined {
  return error instanceof QueryFailedError ? (error.driverError as DriverFailure) : undefined;
}
