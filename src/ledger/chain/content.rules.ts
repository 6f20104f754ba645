import { hash } from 'node:crypto';
import { formatAmount } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import type { Dimensions } from '../ledger.types.js';

/**
 * What a hash of the chain covers: the one text of an item, in canonical JSON (RFC 8785). Written
 * by hand for entries, for a million of them are hashed in a row; a test holds it to `canonicalJson`.
 */

/** Raised when the content of an item is told otherwise; older items keep theirs. */
export const CONTENT_FORMAT = 1;

/** What the first item names as the hash before it. */
export const NO_HASH = '0'.repeat(64);

/** The text of a posting around its amount: the same for all postings of an assignment. */
export interface AssignmentText {
  readonly before: string;
  readonly after: string;
}

/** An account with its dimensions, as text to put an amount between. */
export function assignmentText(account: string, dimensions: Dimensions): AssignmentText {
  const { allocationLine, ...others } = dimensions;
  const first = allocationLine === undefined ? { account } : { account, allocationLine };
  const last = canonicalJson(others);
  return {
    before: `${canonicalJson(first).slice(0, -1)},"amount":"`,
    after: last === '{}' ? '"}' : `",${last.slice(1)}`,
  };
}

const ASSIGNMENT_ID_LENGTH = 26;

/** The id of an account with its dimensions: whoever names the same makes the same. */
export function assignmentId(account: string, dimensions: Dimensions): string {
  const text = canonicalJson({ account, ...dimensions });
  return hash('sha256', text).slice(0, ASSIGNMENT_ID_LENGTH);
}

/** An entry as its row has it. */
export interface EntryContent {
  readonly id: string;
  readonly format: number;
  readonly effectiveOn: PlainDate;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  /** Canonical JSON. */
  readonly actors: string;
  readonly commandKey: string;
  readonly reverses: string | null;
}

/** One posting of an entry, in the order of its lines. */
export interface PostingContent {
  readonly assignment: AssignmentText;
  readonly cents: bigint;
}

/** The canonical text of an entry with its postings. */
export function entryText(entry: EntryContent, postings: readonly PostingContent[]): string {
  const parts = postings.map(
    ({ assignment, cents: amount }) =>
      assignment.before + formatAmount(cents(amount)) + assignment.after,
  );
  return entryTextWith(entry, parts.join(','));
}

/** As `entryText`. @param postings their texts, with commas between them */
export function entryTextWith(entry: EntryContent, postings: string): string {
  const reverses = entry.reverses === null ? '' : `,"reverses":${quoted(entry.reverses)}`;
  return (
    `{"actors":${entry.actors},"commandKey":${quoted(entry.commandKey)},` +
    `"effectiveOn":"${entry.effectiveOn}","format":${entry.format},"id":"${entry.id}",` +
    `"kind":"${entry.kind}","postings":[${postings}]${reverses},` +
    `"subject":${quoted(entry.subject)},"text":${quoted(entry.text)},"type":"entry"}`
  );
}

/** What stands in JSON as it is: no quote, backslash, control character or lone surrogate. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** As JSON. Most texts are plain, and looking is quicker than writing escapes. */
function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Where an item stands in the chain. */
export interface ChainPlace {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly previousHash: string;
}

/** The canonical text of an item at its place: what is hashed. */
export function chainText(content: string, { sequence, recordedAt, previousHash }: ChainPlace) {
  return (
    `{"content":${content},"previousHash":"${previousHash}",` +
    `"recordedAt":"${recordedAt}","sequence":${sequence}}`
  );
}

/** SHA-256 of the canonical text, as 64 hex digits. */
export function chainHash(content: string, place: ChainPlace): string {
  return textHash(chainText(content, place));
}

/** SHA-256 of a text in UTF-8, as 64 hex digits. */
export function textHash(text: string): string {
  return hash('sha256', text);
}
