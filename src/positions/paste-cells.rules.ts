import { isPlainDate, parseGermanDay, type PlainDate } from '../domain/calendar/plain-date.js';
import { FULL_TIME, isFte, parseFte, type Fte } from '../domain/proration/fte.js';
import { isPersonKey } from '../programmes/definitions/definition.js';

/** A cell as it was read, or what was expected of it. */
export interface Read<T> {
  readonly value?: T | undefined;
  readonly error?: string | undefined;
}

const GERMAN_DAY = /^\d{1,2}\.\d{1,2}\.\d{4}$/;

/** "15.03.2023", "1.3.2023", or as an ISO day; two digits for a year are not guessed at. */
export function readDay(text: string): Read<PlainDate> {
  if (isPlainDate(text)) return { value: text };
  if (!GERMAN_DAY.test(text)) {
    return { error: `„${text}“ ist kein Tag. Erwartet wird ein Tag wie 15.03.2023.` };
  }
  const iso = text
    .split('.')
    .toReversed()
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (!isPlainDate(iso)) return { error: `Den Tag ${text} gibt es im Kalender nicht.` };
  return { value: parseGermanDay(text) };
}

/** "0,5" or "1". */
export function readShare(text: string): Read<Fte> {
  const share = isFte(text) ? parseFte(text) : undefined;
  if (share !== undefined && share > 0 && share <= FULL_TIME) return { value: share };
  const expected =
    'Erwartet wird ein Anteil über 0 und höchstens 1 wie 0,5, mit höchstens vier Stellen nach dem Komma.';
  return { error: `„${text}“ passt nicht. ${expected}` };
}

const YES = new Set(['ja', 'j', 'x', 'wahr', 'true', '1']);
const NO = new Set(['nein', 'n', '-', '–', 'falsch', 'false', '0']);

/** "ja", "x", "nein". */
export function readFlag(text: string): Read<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  if (NO.has(word)) return { value: false };
  return { error: `„${text}“ passt nicht. Erwartet wird ja oder nein.` };
}

/** A pseudonym of the employer, never a name (R11). */
export function readKey(text: string): Read<string> {
  if (isPersonKey(text)) return { value: text };
  const expected =
    'Erwartet wird ein Pseudonym aus Großbuchstaben, Ziffern und Bindestrichen wie LUE-7F3A, kein Name.';
  return { error: `„${text}“ passt nicht. ${expected}` };
}
