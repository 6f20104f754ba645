import type { DomainError } from '../../domain/errors/domain-error.js';
import type { EntryMistake } from '../ledger.errors.js';

/** Something in a stated entry that cannot be so. */
export interface Wrong {
  /** "effectiveOn", of a posting "amount"; '' for the entry as a whole. */
  readonly field: string;
  /** Of which posting, from 0; absent: of the entry. */
  readonly posting?: number;
  /** A German sentence, or the refusal of the ledger that it stands for. */
  readonly reason: string | DomainError;
}

/** An entry in a file, not looked at yet. */
export interface RawEntry {
  /** The line on which it begins. */
  readonly line: number;
  /** In the shape of the JSON lines. */
  readonly content: unknown;
  /** Where in the file a field of it stands. */
  readonly placeOf: (wrong: Wrong) => { readonly line: number; readonly field: string };
}

/** What a file holds, piece by piece: entries, mistakes, and what an import passes over. */
export type FilePiece =
  | { readonly kind: 'entry'; readonly entry: RawEntry }
  | { readonly kind: 'mistake'; readonly mistake: EntryMistake }
  | { readonly kind: 'passed-over'; readonly what: 'account' | 'closing' };
