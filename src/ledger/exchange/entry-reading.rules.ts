import { isPlainDate, FIRST_YEAR, LAST_YEAR } from '../../domain/calendar/plain-date.js';
import { isAmount, parseAmount } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { LINE_LENGTH_MAX, withoutUnprintable } from '../../domain/text/printable-line.js';
import { amountFlaw } from '../amount.rules.js';
import { isAccountKey, isOffBalance } from '../chart.js';
import { sidesOf } from '../entries/entry.rules.js';
import { EntryUnbalanced } from '../ledger.errors.js';
import {
  ENTRY_KINDS,
  type Actors,
  type EntryKind,
  type NewPosting,
  type TakenInEntry,
} from '../ledger.types.js';
import { counted } from './progress.js';
import type { Wrong } from './stated-entry.types.js';

/** "Buchung lesen": an entry as a file states it, looked at field by field. */

const ENTRY_FIELDS = new Set([
  ...['type', 'format', 'id', 'effectiveOn', 'kind', 'subject', 'text', 'actors'],
  ...['commandKey', 'reverses', 'postings'],
]);
const TEXT_DIMENSIONS = [
  ...(['programme', 'component', 'noticeLine', 'contract'] as const),
  ...(['allocationLine', 'partner', 'claim'] as const),
] as const;
const POSTING_FIELDS = new Set(['account', 'amount', 'budgetYear', ...TEXT_DIMENSIONS]);

const FORMAT = 1;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const ACTOR = /^(?:person|token|system):[\x21-\x7e]{1,100}$/;
const ACT = /^[a-z][a-zA-Z-]{0,39}$/;
const ID_LENGTH_MAX = 64;
const SUBJECT_LENGTH_MAX = 128;
const KINDS: ReadonlySet<unknown> = new Set(ENTRY_KINDS);

type Fields = Readonly<Record<string, unknown>>;
type Refuse = (field: string, reason: Wrong['reason'], posting?: number) => void;

/**
 * The entry that is stated; its command key is the reader's to set.
 * @param content in the shape of the JSON lines
 * @returns the entry, or everything in it that cannot be so
 */
export function readEntry(
  content: unknown,
  commandKey: string,
): { readonly entry: TakenInEntry } | { readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  const refuse: Refuse = (field, reason, posting) =>
    wrong.push({ field, reason, ...(posting !== undefined && { posting }) });
  if (!isFields(content)) return { wrong: [{ field: '', reason: 'Erwartet wird eine Buchung.' }] };
  const postings = readPostings(content['postings'], refuse);
  const entry = readHead(content, refuse);
  if (wrong.length === 0) ensureBalanced(postings, refuse);
  if (wrong.length > 0) return { wrong };
  return { entry: { ...entry, commandKey, postings } };
}

function readHead(stated: Fields, refuse: Refuse): Omit<TakenInEntry, 'commandKey' | 'postings'> {
  ensureKnown(stated, ENTRY_FIELDS, refuse);
  const { id, format, effectiveOn, kind, reverses } = stated;
  if (format !== undefined && format !== FORMAT) refuse('format', 'Bekannt ist nur das Format 1.');
  if (id !== undefined && !isUlid(id)) refuse('id', WANTED.id);
  if (typeof effectiveOn !== 'string' || !isPlainDate(effectiveOn)) {
    refuse('effectiveOn', WANTED.day);
  }
  if (!KINDS.has(kind)) refuse('kind', WANTED.kind);
  if (reverses !== undefined && !isUlid(reverses)) refuse('reverses', WANTED.id);
  if ((kind === 'reversal') !== (reverses !== undefined)) refuse('reverses', WANTED.reverses);
  return {
    ...(id !== undefined && { id: id as string }),
    ...(reverses !== undefined && { reverses: reverses as string }),
    effectiveOn: effectiveOn as TakenInEntry['effectiveOn'],
    kind: kind as EntryKind,
    subject: readText(stated['subject'], 'subject', SUBJECT_LENGTH_MAX, refuse),
    text: readText(stated['text'], 'text', LINE_LENGTH_MAX, refuse),
    actors: readActors(stated['actors'], refuse),
  };
}

function readText(text: unknown, field: string, lengthMax: number, refuse: Refuse): string {
  if (typeof text === 'string' && text !== '' && isPrintable(text, lengthMax)) return text;
  const missing = text === undefined || text === '';
  refuse(field, missing ? WANTED.something : WANTED.text.replace('{}', counted(lengthMax)));
  return '';
}

function readActors(stated: unknown, refuse: Refuse): Actors {
  if (stated === undefined) return {};
  const sound =
    isFields(stated) &&
    Object.entries(stated).every(
      ([act, actor]) => ACT.test(act) && typeof actor === 'string' && ACTOR.test(actor),
    );
  if (!sound) refuse('actors', WANTED.actors);
  return sound ? (stated as Actors) : {};
}

function readPostings(stated: unknown, refuse: Refuse): readonly NewPosting[] {
  if (!Array.isArray(stated) || stated.length < 2) {
    refuse('postings', 'Eine Buchung hat mindestens zwei Buchungszeilen.');
    return [];
  }
  return stated.map((posting: unknown, index) =>
    readPosting(posting, (field, reason) => {
      refuse(field, reason, index);
    }),
  );
}

function readPosting(stated: unknown, refuse: Refuse): NewPosting {
  const nothing = { account: 'cash', cents: 0n } as NewPosting;
  if (!isFields(stated)) {
    refuse('', 'Erwartet wird eine Buchungszeile.');
    return nothing;
  }
  ensureKnown(stated, POSTING_FIELDS, refuse);
  const { account, amount, budgetYear } = stated;
  const posting: Record<string, unknown> = { account, cents: 0n };
  if (typeof account !== 'string' || !isAccountKey(account)) refuse('account', WANTED.account);
  if (typeof amount !== 'string' || !isAmount(amount)) refuse('amount', WANTED.amount);
  else posting['cents'] = readCents(amount, refuse);
  if (budgetYear !== undefined) {
    if (isYear(budgetYear)) posting['budgetYear'] = budgetYear;
    else refuse('budgetYear', WANTED.year);
  }
  for (const name of TEXT_DIMENSIONS) {
    const value = stated[name];
    if (value === undefined) continue;
    if (typeof value === 'string' && value !== '' && isPrintable(value, ID_LENGTH_MAX)) {
      posting[name] = value;
    } else refuse(name, WANTED.dimension);
  }
  return posting as unknown as NewPosting;
}

function readCents(amount: string, refuse: Refuse): Cents {
  const moved = parseAmount(amount);
  const flaw = amountFlaw(moved);
  if (flaw !== undefined) refuse('amount', flaw);
  return moved;
}

/** On the balance sheet and off it, each by itself. */
function ensureBalanced(postings: readonly NewPosting[], refuse: Refuse): void {
  for (const off of [false, true]) {
    const side = postings.filter(({ account }) => isOffBalance(account) === off);
    const { debit, credit } = sidesOf(side);
    if (debit !== credit) refuse('postings', new EntryUnbalanced({ debit, credit }));
  }
}

function ensureKnown(stated: Fields, known: ReadonlySet<string>, refuse: Refuse): void {
  for (const name in stated) {
    if (!known.has(name)) refuse(withoutUnprintable(name), 'Dieses Feld gibt es hier nicht.');
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUlid(value: unknown): boolean {
  return typeof value === 'string' && ULID.test(value);
}

function isYear(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= FIRST_YEAR && Number(value) <= LAST_YEAR;
}

function isPrintable(text: string, lengthMax: number): boolean {
  return text.length <= lengthMax && withoutUnprintable(text) === text;
}

const WANTED = {
  id: 'Erwartet wird die Kennung einer Buchung: 26 Ziffern und Großbuchstaben.',
  day: 'Erwartet wird ein Tag wie 2025-03-01, den es im Kalender gibt.',
  kind: `Diese Art von Buchung gibt es nicht. Bekannt sind: ${ENTRY_KINDS.join(', ')}.`,
  reverses: 'Ein Storno, und nur ein Storno, nennt die Buchung, die es zurücknimmt.',
  something: 'Diese Angabe fehlt.',
  text: 'Der Text ist zu lang, oder er enthält Steuerzeichen. Höchstens {} Zeichen sind möglich.',
  actors: 'Erwartet wird, wer was getan hat, zum Beispiel „entered“: „person:…“.',
  account: 'Dieses Konto gibt es nicht.',
  amount: 'Erwartet wird ein Betrag wie 1234.56, höchstens zwei Stellen nach dem Punkt.',
  year: 'Erwartet wird ein Jahr von 1900 bis 2199.',
  dimension: 'Erwartet wird eine Kennung mit höchstens 64 Zeichen.',
} as const;
