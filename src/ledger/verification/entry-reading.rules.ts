import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { entryTextWith } from '../chain/content.rules.js';
import type { StoredAssignment } from './stored-assignments.js';
import type { StoredEntry, StoredPosting } from './stored-links.js';

/** What is wrong about an entry, beside its hash. */
export interface EntryFlaw {
  readonly expected: string;
  readonly found: string;
}

export type Assignments = ReadonlyMap<string, StoredAssignment>;

/** The canonical text of an entry, as its rows tell it. */
export function textOfEntry(entry: StoredEntry, assignments: Assignments): string {
  const parts = entry.postings.map(({ assignment: id, cents: amount }) => {
    const assignment = assignments.get(id);
    return assignment === undefined ? '' : assignment.before + amountOf(amount) + assignment.after;
  });
  return entryTextWith(entry, parts);
}

/** "-12345" cents are "-123.45": as the text of the row has it, without a number between. */
function amountOf(amount: string): string {
  const sign = amount.startsWith('-') ? '-' : '';
  const digits = amount.slice(sign.length).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const NONE: readonly EntryFlaw[] = [];

/** Number, lines and days of its postings; that they sum to zero, on and off the balance sheet. */
export function flawsOfEntry(entry: StoredEntry, assignments: Assignments): readonly EntryFlaw[] {
  const { postings, count } = entry;
  let [onBalance, offBalance] = [0, 0];
  let sound = postings.length === count && count >= 2;
  for (const [index, posting] of postings.entries()) {
    const assignment = assignments.get(posting.assignment);
    const moved = Number(posting.cents);
    if (assignment === undefined || !isSoundPosting(posting, moved, index, entry)) sound = false;
    else if (assignment.offBalance) offBalance += moved;
    else onBalance += moved;
  }
  return sound && onBalance === 0 && offBalance === 0 ? NONE : toldFlaws(entry, assignments);
}

function isSoundPosting(
  { line, effectiveOn }: StoredPosting,
  moved: number,
  index: number,
  entry: StoredEntry,
): boolean {
  const moves = Number.isSafeInteger(moved) && moved !== 0;
  return moves && line === index + 1 && effectiveOn === entry.effectiveOn;
}

function toldFlaws(entry: StoredEntry, assignments: Assignments): readonly EntryFlaw[] {
  const { postings, count, effectiveOn } = entry;
  const flaws: EntryFlaw[] = [];
  const tell = (wrong: boolean, expected: string, found: string): void => {
    if (wrong) flaws.push({ expected, found });
  };
  tell(postings.length !== count, `${count} Buchungszeilen`, `${postings.length}`);
  tell(count < 2, 'mindestens zwei Buchungszeilen', `${count}`);
  for (const [index, posting] of postings.entries()) {
    const line = index + 1;
    const known = assignments.has(posting.assignment);
    const day = posting.effectiveOn;
    tell(posting.line !== line, `Buchungszeile ${line}`, `Buchungszeile ${posting.line}`);
    tell(!known, `Zeile ${line}: eine Kontierung des Buchs`, `„${posting.assignment}“`);
    tell(day !== effectiveOn, `Zeile ${line}: wirksam am ${effectiveOn} wie die Buchung`, day);
    const moves = Number.isSafeInteger(Number(posting.cents)) && Number(posting.cents) !== 0;
    tell(!moves, `Zeile ${line}: ganze Cent, nicht null`, posting.cents);
  }
  for (const [off, where] of [
    [false, 'in der Bilanz'],
    [true, 'auf den Merkkonten'],
  ] as const) {
    const difference = differenceOf(entry, assignments, off);
    const found = `Differenz von ${formatEuro(difference)}`;
    tell(difference !== 0n, `Soll gleich Haben ${where}`, found);
  }
  return flaws;
}

/** Exact, where the quick sum is not zero. */
function differenceOf(entry: StoredEntry, assignments: Assignments, off: boolean): Cents {
  const amounts = entry.postings
    .filter(({ assignment }) => (assignments.get(assignment)?.offBalance ?? false) === off)
    .filter(({ cents: amount }) => /^-?\d+$/.test(amount));
  return sumCents(amounts.map(({ cents: amount }) => cents(BigInt(amount))));
}
