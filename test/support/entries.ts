import { parsePlainDate } from '../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../src/domain/money/amount-text.js';
import type { AccountKey, NewEntry, NewPosting } from '../../src/ledger/ledger.js';
import type { Dimensions } from '../../src/ledger/ledger.js';

/** Postings of an entry as an accountant writes them: "57.000,00" debits, "-57.000,00" credits. */
export function postings(
  sides: Partial<Record<AccountKey, string>>,
  dimensions: Dimensions = {},
): readonly NewPosting[] {
  return Object.entries(sides).map(([account, amount]) => {
    return { ...dimensions, account: account as AccountKey, cents: parseEuro(amount) };
  });
}

/** An entry with what a test does not care about filled in. */
export function anEntry(
  sides: Partial<Record<AccountKey, string>>,
  {
    on = '2025-03-01',
    ...given
  }: Partial<NewEntry> & { readonly on?: string; readonly dimensions?: Dimensions } = {},
): NewEntry {
  const { dimensions, ...others } = given;
  return {
    effectiveOn: parsePlainDate(on),
    kind: 'adjustment',
    subject: 'document:Beleg',
    text: 'Buchung zum Test',
    actors: { entered: 'system:test' },
    commandKey: 'test',
    postings: postings(sides, dimensions),
    ...others,
  };
}
