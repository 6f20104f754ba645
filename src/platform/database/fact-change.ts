import type { Statement } from './revisions.js';
import type { Command } from './unit-of-work.js';

/** What somebody says beside the fact itself, when they record, correct or take back one. */
export interface FactChange {
  /** `person:…`, `token:…` or `system:…`. */
  readonly by: string;
  /** "Grund der Änderung": stands in the history of the fact. */
  readonly reason: string;
  /** Makes a repetition harmless: `Idempotency-Key`, or the id of a draft. */
  readonly key: string;
  /** The revision of the whole fact that the author saw. Absent: whatever is there. */
  readonly expected?: number;
}

/** The change as a command of the unit of work. */
export function commandOf(route: string, change: FactChange, content: unknown): Command {
  const { by, key, reason, expected } = change;
  return { key, actor: by, route, content: { content, reason, expected } };
}

/** A statement by a command: what is entered in the ledger for it carries the command's key. */
export interface CommandStatement extends Statement {
  readonly key: string;
}

/** The change as the statement that each of its rows carries; the whole fact was looked at before. */
export function statementOf({ by, reason, key }: FactChange): CommandStatement {
  return { by, reason, key };
}
