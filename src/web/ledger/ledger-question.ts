import { isAccountKey, type AccountKey } from '../../ledger/chart.js';
import { ENTRY_KINDS, type Dimensions, type EntryKind } from '../../ledger/ledger.types.js';
import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { endOfDay } from '../as-of/known-at.js';
import { readDay } from '../forms/read.js';
import { SEARCH_LENGTH_MAX, type Pair } from '../lists/list-state.js';

/** What the address of a page of the ledger may name, in the order in which links write it. */
export const QUESTION_NAMES = [
  ...['suche', 'konto', 'art', 'programm', 'baustein', 'jahr', 'bescheidzeile', 'partner'],
  ...['vertrag', 'zeile', 'forderung', 'grundlage', 'von', 'bis', 'stand', 'bekannt'],
] as const;

/** Which entries or sums a page of the ledger is asked for. */
export interface LedgerQuestion {
  /** What the address says, as far as it could be read; links repeat it. */
  readonly pairs: readonly Pair[];
  /** What was typed that could not be read, and why. */
  readonly mistakes: ReadonlyMap<string, { readonly text: string; readonly error: string }>;
  readonly dimensions: Dimensions;
  readonly account?: AccountKey;
  readonly kind?: EntryKind;
  /** What an entry rests on: "notice:kim-2-2025". */
  readonly subject?: string;
  readonly search?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** "Stand am": what is effective by the end of this day. */
  readonly asOf?: PlainDate;
  /** "Wie bekannt am": what was recorded by the end of this day. */
  readonly knownOn?: PlainDate;
  readonly knownAt?: Instant;
}

type Fact = Partial<Omit<LedgerQuestion, 'pairs' | 'mistakes' | 'dimensions'>>;
type Read = { readonly fact: Fact; readonly dimension?: Dimensions } | { readonly error: string };

const ID_LENGTH_MAX = 200;
const YEAR = /^\d{4}$/;

const dimension = (dimensions: Dimensions): Read => ({ fact: {}, dimension: dimensions });

const READERS: Readonly<Record<string, (text: string, today: PlainDate) => Read>> = {
  suche: (text) => ({ fact: { search: text.slice(0, SEARCH_LENGTH_MAX) } }),
  konto: (text) =>
    isAccountKey(text) ? { fact: { account: text } } : { error: 'Dieses Konto gibt es nicht.' },
  art: (text) => {
    const kind = ENTRY_KINDS.find((known) => known === text);
    return kind ? { fact: { kind } } : { error: 'Diese Art gibt es nicht.' };
  },
  programm: (programme) => dimension({ programme }),
  baustein: (component) => dimension({ component }),
  jahr: (text) =>
    YEAR.test(text)
      ? dimension({ budgetYear: Number(text) })
      : { error: 'Geben Sie ein Jahr mit vier Ziffern an.' },
  bescheidzeile: (noticeLine) => dimension({ noticeLine }),
  partner: (partner) => dimension({ partner }),
  vertrag: (contract) => dimension({ contract }),
  zeile: (allocationLine) => dimension({ allocationLine }),
  forderung: (claim) => dimension({ claim }),
  grundlage: (subject) => ({ fact: { subject } }),
  von: (text) => onDay(text, (from) => ({ from })),
  bis: (text) => onDay(text, (to) => ({ to })),
  stand: (text) => onDay(text, (asOf) => ({ asOf })),
  bekannt: (text, today) => onDay(text, (knownOn) => knownBy(knownOn, today)),
};

const FUTURE = 'Dieser Tag liegt in der Zukunft. Geben Sie höchstens den heutigen Tag ein.';

function knownBy(knownOn: PlainDate, today: PlainDate): Fact | string {
  return knownOn > today ? FUTURE : { knownOn, knownAt: endOfDay(knownOn) };
}

function onDay(text: string, factOf: (day: PlainDate) => Fact | string): Read {
  const read = readDay(text);
  if (!read.ok) return { error: read.error };
  const fact = factOf(read.value);
  return typeof fact === 'string' ? { error: fact } : { fact };
}

/**
 * Reads the address of a page of the ledger. What cannot be read is told at its field, and the page
 * is shown as if it had not been given.
 */
export function readQuestion(query: PageQuery, today: PlainDate): LedgerQuestion {
  const pairs: Pair[] = [];
  const mistakes = new Map<string, { text: string; error: string }>();
  let dimensions: Dimensions = {};
  let facts: Fact = {};
  for (const name of QUESTION_NAMES) {
    const text = queryText(query, name);
    if (text === '') continue;
    const read = readOne(name, text, today);
    if ('error' in read) {
      mistakes.set(name, { text, error: read.error });
      continue;
    }
    pairs.push({ name, value: text.slice(0, SEARCH_LENGTH_MAX) });
    facts = { ...facts, ...read.fact };
    dimensions = { ...dimensions, ...read.dimension };
  }
  return { ...facts, dimensions, pairs, mistakes };
}

function readOne(name: string, text: string, today: PlainDate): Read {
  if (text.length > ID_LENGTH_MAX && name !== 'suche') {
    return { error: 'So lang ist keine Kennung des Buchs.' };
  }
  return READERS[name]?.(text, today) ?? { error: '' };
}

/** The value that the address gives for a name; '' if none. */
export function asked({ pairs }: Pick<LedgerQuestion, 'pairs'>, name: string): string {
  return pairs.find((pair) => pair.name === name)?.value ?? '';
}
