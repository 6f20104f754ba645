import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import { formatFte, isApiFte, parseFte } from '../../domain/proration/fte.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { Instant } from '../../domain/calendar/instant.js';
import type { FactDifference, HistoryEntry } from '../../programmes/fact-history.js';
import type { LinkView } from '../components/link.js';
import { BLANK, cell, row, type RowView, type TableView } from '../components/table.js';
import { timeText } from '../messages/moment-text.js';
import type { BookPage } from './book-page.js';

/** How the changes of a kind of fact are told. */
export interface HistoryWords {
  /** "Verlauf der Stelle" */
  readonly caption: string;
  /** The page of the fact: its heading leads there as it was known then. */
  readonly path: string;
  /** "address.street" -> "Straße"; mostly {@link placeText}. */
  readonly place: (path: string) => string;
  /** A written value as people read it; undefined: days, shares and yes or no as everywhere. */
  readonly value: (path: string, written: string) => string | undefined;
  /** Places that say nothing to people. */
  readonly hides?: RegExp;
}

/** "Verlauf": each change with who, when and why, and what became different; the newest first. */
export function historyTable(
  page: BookPage,
  entries: readonly HistoryEntry[],
  words: HistoryWords,
): TableView {
  return {
    id: 'verlauf-tabelle',
    caption: `${words.caption}, das Neueste zuerst`,
    columns: [{ label: 'Was' }, { label: 'Vorher' }, { label: 'Nachher' }],
    rows: entries.flatMap((entry, index) => [
      row([cell(headingOf(page, entry), { explain: knownThen(page, words.path, entry) })], 'group'),
      ...changesOf(entry, index === entries.length - 1, words),
    ]),
    footer: [],
  };
}

/** A page as the book knew its fact at the end of the day of a change. */
export function knownThen(
  { asOf }: BookPage,
  path: string,
  { recordedAt }: { readonly recordedAt: Instant },
): LinkView {
  const bekannt = formatGermanDay(dayInGermany(recordedAt));
  const query = new URLSearchParams({ jahr: asOf.year.toString(), bekannt });
  return { href: `${path}?${query.toString()}`, label: 'Wie damals bekannt' };
}

/**
 * The place of a value in German: "lines[kim-2].period.from" -> "Zeile kim-2, Zeitraum, von".
 *
 * @param names of the parts of a path; what is not listed is shown under its own name
 * @param keyOf how an entry of a list is called; undefined: by its key, or counted from one
 */
export function placeText(
  path: string,
  names: Readonly<Record<string, string>>,
  keyOf: (list: string, key: string) => string | undefined = () => undefined,
): string {
  return [...path.matchAll(PART)]
    .map(([, name = '', key]) => {
      const word = names[name] ?? name;
      if (key === undefined) return word;
      return `${word} ${keyOf(name, key) ?? countedKey(key)}`;
    })
    .join(', ');
}

const PART = /([A-Za-z]+)(?:\[([^\]]*)\])?/g;

/** Entries without a key of their own are counted from nought. */
function countedKey(key: string): string {
  return /^\d+$/.test(key) ? (Number(key) + 1).toString() : key;
}

/** A written value as everywhere: days, shares, yes and no in German; nothing is a dash. */
export function writtenText(path: string, written: string): string {
  if (written === '') return '–';
  if (isPlainDate(written)) return formatGermanDay(written);
  if (written === 'true') return 'ja';
  if (written === 'false') return 'nein';
  if (SHARE.test(path) && isApiFte(written)) return formatFte(parseFte(written));
  return written;
}

const SHARE = /(^|\.)(fte|share|plannedFte)$/;

/** "21.11.2026, 14:05 Uhr, von Sabine Vogt: Neue Bankverbindung" */
function headingOf({ people }: BookPage, { recordedAt, recordedBy, reason }: HistoryEntry): string {
  const day = formatGermanDay(dayInGermany(recordedAt));
  return `${day}, ${timeText(recordedAt)}, von ${people.after(recordedBy)}: ${reason}`;
}

function changesOf(
  { withdrawn, differences }: HistoryEntry,
  isFirst: boolean,
  words: HistoryWords,
): readonly RowView[] {
  if (withdrawn) return [plain('Zurückgenommen')];
  if (isFirst) return [plain('Neu im Buch')];
  const told = differences.filter(({ path }) => !(words.hides?.test(path) ?? false));
  if (told.length === 0) return [plain('Ohne Änderung eines Werts')];
  return told.map((difference) => changeRow(difference, words));
}

function changeRow(
  { path, before, after }: FactDifference,
  { place, value }: HistoryWords,
): RowView {
  const text = (written: string): string =>
    (written === '' ? undefined : value(path, written)) ?? writtenText(path, written);
  return row([cell(place(path)), cell(text(before)), cell(text(after))], 'child');
}

function plain(text: string): RowView {
  return row([cell(text), BLANK, BLANK], 'child');
}
