import { CHART, isOffBalance, type AccountKey, type AccountKind } from '../chart.js';
import type { Account } from '../accounts.js';
import { contentOf, type JournalItem, type PostingContent } from './journal.types.js';

/**
 * The journal as plain text for hledger, a bookkeeping program that is not ours: whoever doubts our
 * balances can have them computed by somebody else.
 */

/** hledger's own names at the top, so that its balance sheet and income statement work too. */
const TOP: Readonly<Record<AccountKind, { readonly name: string; readonly type?: string }>> = {
  asset: { name: 'assets', type: 'A' },
  liability: { name: 'liabilities', type: 'L' },
  income: { name: 'income', type: 'R' },
  expense: { name: 'expenses', type: 'X' },
  opening: { name: 'equity', type: 'E' },
  memo: { name: 'memo' },
};

/** What hledger reads with a meaning of its own: comments, payees, lists of tags, days in brackets. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '],
  [/;/g, ','],
  [/\|/g, '/'],
];
const TAG_MEANINGS: readonly (readonly [RegExp, string])[] = [
  ...MEANINGS,
  [/,/g, ' '],
  [/\[/g, '('],
  [/\]/g, ')'],
];

/** "assets:cash"; what stands off the balance sheet is below "memo". */
export function hledgerAccount(key: AccountKey): string {
  return `${TOP[CHART[key].kind].name}:${key}`;
}

/** What stands before the entries: how amounts are written, and which accounts there are. */
export function hledgerHead(accounts: readonly Account[]): string {
  const lines = [
    '; Journal des Weiterleitungsbuchs; Soll positiv, Haben negativ.',
    '; „memo“ steht außerhalb der Bilanz und gleicht sich in jeder Buchung für sich aus.',
    'decimal-mark .',
    'commodity EUR 1000.00',
    ...accounts.map(accountLine),
  ];
  return `${lines.join('\n')}\n`;
}

/** An entry with its tags; the other kinds of item move no money and are left out. */
export function hledgerEntry(item: JournalItem): string {
  const content = contentOf(item);
  if (content.type !== 'entry') return '';
  const tags = tagsOf({
    ...{ id: content.id, kind: content.kind, subject: content.subject },
    ...(content.reverses !== undefined && { reverses: content.reverses }),
    ...{ recordedAt: item.recordedAt, hash: item.hash },
  });
  const head = `${content.effectiveOn} (${item.sequence}) ${harmless(content.text, MEANINGS)}`;
  return `\n${head}\n    ; ${tags}\n${content.postings.map(postingLine).join('')}`;
}

function accountLine({ key, name, officeAccount }: Account): string {
  const { type } = TOP[CHART[key].kind];
  const tags = tagsOf({
    name,
    ...(type !== undefined && { type }),
    ...(officeAccount !== '' && { officeAccount }),
  });
  return `account ${hledgerAccount(key)}  ; ${tags}`;
}

/** Off the balance sheet in brackets: hledger balances those by themselves, as we do. */
function postingLine({ account, amount, ...dimensions }: PostingContent): string {
  const name = hledgerAccount(account);
  const tags = tagsOf(dimensions);
  const shown = isOffBalance(account) ? `[${name}]` : name;
  return `    ${shown}  EUR ${amount}${tags === '' ? '' : `  ; ${tags}`}\n`;
}

/** "contract:kim-cities, budget-year:2025" */
function tagsOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${kebab(name)}:${harmless(String(value), TAG_MEANINGS)}`)
    .join(', ');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function harmless(text: string, meanings: typeof MEANINGS): string {
  return meanings.reduce((line, [pattern, instead]) => line.replace(pattern, instead), text).trim();
}
