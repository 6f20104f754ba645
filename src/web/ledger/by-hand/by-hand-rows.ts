import { isAccountKey } from '../../../ledger/chart.js';
import type { Dimensions, NewPosting } from '../../../ledger/ledger.types.js';
import { cents, type Cents } from '../../../domain/money/cents.js';
import { queryText, type PageQuery } from '../../as-of/as-of.js';
import type { PageFacts } from '../../book/book-facts.js';
import { readEuro } from '../../forms/read.js';

/** The fields of a row, as the form names them with the number of the row behind. */
export const ROW_FIELDS = ['konto', 'soll', 'haben', 'wofuer', 'jahr'] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** More than this nobody enters by hand; a table of entries is imported. */
export const ROWS_MAX = 12;
const ROWS_LEAST = 4;

/** A row as it was typed, with what is wrong in it, and the posting if nothing is. */
export interface TypedRow {
  /** From 1. */
  readonly number: number;
  readonly texts: Readonly<Record<RowField, string>>;
  readonly errors: Readonly<Partial<Record<RowField, string>>>;
  /** Absent: the row is empty, or something in it is wrong. */
  readonly posting?: NewPosting;
}

type Known = Pick<PageFacts, 'lines' | 'noticeLines'>;

/** All rows that the form shows: those that were typed, and room for more. */
export function readRows(given: PageQuery, known: Known, more: number): readonly TypedRow[] {
  const numbers = Array.from({ length: ROWS_MAX }, (_, index) => index + 1);
  const typed = numbers.filter((number) =>
    ROW_FIELDS.some((field) => queryText(given, `${field}${number}`) !== ''),
  );
  const shown = Math.min(ROWS_MAX, Math.max(ROWS_LEAST, ...typed) + more);
  return numbers.slice(0, shown).map((number) => readRow(given, number, known));
}

function readRow(given: PageQuery, number: number, known: Known): TypedRow {
  const text = (field: RowField): string => queryText(given, `${field}${number}`);
  const texts = {
    ...{ konto: text('konto'), soll: text('soll'), haben: text('haben') },
    ...{ wofuer: text('wofuer'), jahr: text('jahr') },
  };
  if (Object.values(texts).every((value) => value === '')) return { number, texts, errors: {} };
  const amount = readAmount(texts);
  const place = readPlace(texts, known);
  const account = texts.konto;
  const errors = {
    ...(isAccountKey(account) ? {} : { konto: 'Wählen Sie ein Konto.' }),
    ...amount.errors,
    ...place.errors,
  };
  if (Object.keys(errors).length > 0 || !isAccountKey(account)) return { number, texts, errors };
  return {
    ...{ number, texts, errors },
    posting: { account, cents: amount.cents, ...place.dimensions },
  };
}

type Errors = TypedRow['errors'];

/** Each row stands on one side. */
function readAmount({ soll, haben }: TypedRow['texts']): { cents: Cents; errors: Errors } {
  const none = cents(0n);
  if (soll === '' && haben === '') {
    return { cents: none, errors: { soll: 'Geben Sie einen Betrag im Soll oder im Haben an.' } };
  }
  if (soll !== '' && haben !== '') {
    return {
      cents: none,
      errors: { haben: 'Eine Zeile steht im Soll oder im Haben, nicht in beidem.' },
    };
  }
  const field = soll === '' ? 'haben' : 'soll';
  const read = readEuro(soll === '' ? haben : soll);
  if (!read.ok) return { cents: none, errors: { [field]: read.error } };
  if (read.value <= 0n) {
    return { cents: none, errors: { [field]: 'Geben Sie einen Betrag größer als null an.' } };
  }
  return { cents: field === 'soll' ? read.value : cents(-read.value), errors: {} };
}

const YEAR = /^\d{4}$/;

/** What the row is for: a line of a contract or of a notice, by its key. */
function readPlace(
  { wofuer, jahr }: TypedRow['texts'],
  { lines, noticeLines }: Known,
): { dimensions: Dimensions; errors: Errors } {
  const isLine = lines.has(wofuer);
  const isNoticeLine = noticeLines.has(wofuer);
  const errors: Errors = {
    ...(wofuer !== '' &&
      !isLine &&
      !isNoticeLine && { wofuer: 'Diese Vertrags- oder Bescheidzeile kennt das Buch nicht.' }),
    ...(jahr !== '' && !YEAR.test(jahr) && { jahr: 'Geben Sie ein Jahr mit vier Ziffern an.' }),
    ...(isLine && jahr === '' && { jahr: 'Zu einer Vertragszeile gehört das Haushaltsjahr.' }),
  };
  const year = YEAR.test(jahr) ? Number(jahr) : noticeLines.get(wofuer)?.line.year;
  const dimensions: Dimensions = {
    ...(isLine && { allocationLine: wofuer }),
    ...(!isLine && isNoticeLine && { noticeLine: wofuer }),
    ...(year !== undefined && { budgetYear: year }),
  };
  return { dimensions, errors };
}

const FINDING = /^postings\[(\d+)\]\.(\w+)$/;
const FIELD_OF: Readonly<Record<string, RowField>> = {
  account: 'konto',
  budgetYear: 'jahr',
  allocationLine: 'wofuer',
  noticeLine: 'wofuer',
};

/** The rows with what the book finds wrong in them; what names no field of theirs is left over. */
export function withFindings(
  rows: readonly TypedRow[],
  findings: readonly { readonly path: string; readonly message: string }[],
): { readonly rows: readonly TypedRow[]; readonly others: readonly string[] } {
  const posted = rows.filter(({ posting }) => posting !== undefined);
  const told = findings.map(({ path, message }) => {
    const found = FINDING.exec(path);
    const [index, name = ''] = [found?.[1], found?.[2]];
    const row = index === undefined ? undefined : posted[Number(index)];
    const side = row !== undefined && row.texts.soll === '' ? 'haben' : 'soll';
    return { row, field: name === 'amount' ? side : FIELD_OF[name], message };
  });
  return {
    rows: rows.map((row) => {
      const own = told.filter((each) => each.row === row && each.field !== undefined);
      const errors = Object.fromEntries(
        own.map(({ field = '', message }) => [field, message] as const),
      );
      return { ...row, errors: { ...row.errors, ...errors } };
    }),
    others: told
      .filter(({ row, field }) => row === undefined || field === undefined)
      .map(({ message }) => message),
  };
}
