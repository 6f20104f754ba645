import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { entryTextWith } from '../chain/content.rules.js';
import type { StoredAssignment } from './stored-assignments.js';
import {
  ASSIGNMENT_LENGTH,
  LINE_AT,
  postingsOf,
  type StoredEntry,
  type StoredPosting,
} from './stored-links.js';

/** What is wrong about an entry, beside its hash. */
export interface EntryFlaw {
  readonly expected: string;
  readonly found: string;
}

export type Assignments = ReadonlyMap<string, StoredAssignment>;

/** What the rows of an entry tell, read once for all that is asked of them. */
export interface EntryReading {
  /** The canonical text. */
  readonly text: string;
  /** The assignments of its postings, and the cents that each moves, in the order of lines. */
  readonly moved: readonly StoredAssignment[];
  readonly cents: readonly number[];
  readonly flaws: readonly EntryFlaw[];
}

const NONE: readonly EntryFlaw[] = [];

/** How the first lines begin. */
export const LINES: readonly string[] = Array.from({ length: 16 }, (_, index) => `${index + 1} `);

/**
 * Reads an entry with its postings: their canonical text, what they move, and whether number,
 * lines, days and sums are as they must be. A sound one is read without an object per posting.
 */
export function readEntry(entry: StoredEntry, assignments: Assignments): EntryReading {
  const { posted, effectiveOn, count } = entry;
  const moved: StoredAssignment[] = [];
  const amounts: number[] = [];
  let texts = '';
  let [onBalance, offBalance] = [0, 0];
  for (let at = 0; at < posted.length;) {
    const comma = posted.indexOf(',', at);
    const end = comma < 0 ? posted.length : comma;
    const line = LINES[moved.length] ?? `${moved.length + 1} `;
    const assignment = assignments.get(posted.slice(at, at + ASSIGNMENT_LENGTH));
    const amount = posted.slice(at + LINE_AT + line.length, end);
    const moves = Number(amount);
    const placed =
      posted.startsWith(effectiveOn, at + ASSIGNMENT_LENGTH) &&
      posted.startsWith(line, at + LINE_AT);
    if (!placed || assignment === undefined || !isSummable(moves))
      return readSlowly(entry, assignments);
    texts += (at === 0 ? '' : ',') + assignment.before + amountOf(amount) + assignment.after;
    moved.push(assignment);
    amounts.push(moves);
    if (assignment.offBalance) offBalance += moves;
    else onBalance += moves;
    at = end + 1;
  }
  const sound = moved.length === count && count >= 2 && onBalance === 0 && offBalance === 0;
  const flaws = sound ? NONE : flawsOf(entry, postingsOf(entry), assignments);
  return { text: entryTextWith(entry, texts), moved, cents: amounts, flaws };
}

/** Where postings come in another order, or something is wrong about one of them. */
function readSlowly(entry: StoredEntry, assignments: Assignments): EntryReading {
  const postings = postingsOf(entry);
  const texts: string[] = [];
  const moved: StoredAssignment[] = [];
  const amounts: number[] = [];
  for (const { assignment: id, cents: amount } of postings) {
    const assignment = assignments.get(id);
    if (assignment === undefined || !movesSomething(Number(amount))) continue;
    texts.push(assignment.before + amountOf(amount) + assignment.after);
    moved.push(assignment);
    amounts.push(Number(amount));
  }
  const flaws = flawsOf(entry, postings, assignments);
  return { text: entryTextWith(entry, texts.join(',')), moved, cents: amounts, flaws };
}

/** Whole cents, not zero, and so few that a thousand of them add up without being rounded. */
export function isSummable(moves: number): boolean {
  return moves !== 0 && Number.isInteger(moves) && Math.abs(moves) < SUMMABLE_BELOW;
}

const SUMMABLE_BELOW = 2 ** 43;

function movesSomething(moves: number): boolean {
  return moves !== 0 && Number.isSafeInteger(moves);
}

/** "-12345" cents are "-123.45": as the text of the row has it, without a number between. */
export function amountOf(amount: string): string {
  const sign = amount.startsWith('-') ? '-' : '';
  const places = amount.length - 2;
  if (places > sign.length) return `${amount.slice(0, places)}.${amount.slice(places)}`;
  return `${sign}0.${amount.slice(sign.length).padStart(2, '0')}`;
}

function flawsOf(
  { count, effectiveOn }: StoredEntry,
  postings: readonly StoredPosting[],
  assignments: Assignments,
): readonly EntryFlaw[] {
  const flaws: EntryFlaw[] = [];
  const tell = (wrong: boolean, expected: string, found: string): void => {
    if (wrong) flaws.push({ expected, found });
  };
  tell(postings.length !== count, `${count} Buchungszeilen`, `${postings.length}`);
  tell(count < 2, 'mindestens zwei Buchungszeilen', `${count}`);
  for (const [index, posting] of postings.entries()) {
    const line = index + 1;
    const { line: stored, assignment, effectiveOn: day, cents: amount } = posting;
    tell(stored !== line, `Buchungszeile ${line}`, `Buchungszeile ${stored}`);
    const known = assignments.has(assignment);
    tell(!known, `Zeile ${line}: eine Kontierung des Buchs`, `„${assignment}“`);
    tell(day !== effectiveOn, `Zeile ${line}: wirksam am ${effectiveOn} wie die Buchung`, day);
    tell(!movesSomething(Number(amount)), `Zeile ${line}: ganze Cent, nicht null`, amount);
  }
  for (const off of [false, true]) {
    const difference = differenceOf(postings, assignments, off);
    const where = off ? 'auf den Merkkonten' : 'in der Bilanz';
    const found = `Differenz von ${formatEuro(difference)}`;
    tell(difference !== 0n, `Soll gleich Haben ${where}`, found);
  }
  return flaws;
}

function differenceOf(
  postings: readonly StoredPosting[],
  assignments: Assignments,
  off: boolean,
): Cents {
  const amounts = postings
    .filter(({ assignment }) => (assignments.get(assignment)?.offBalance ?? false) === off)
    .filter(({ cents: amount }) => /^-?\d+$/.test(amount));
  return sumCents(amounts.map(({ cents: amount }) => cents(BigInt(amount))));
}
