import { formatAmount, formatEuroPlain } from '../../domain/money/amount-text.js';
import { sumCents, type Cents } from '../../domain/money/cents.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { Account } from '../accounts.js';
import { onlyDimensions } from '../entries/assignment.rules.js';
import type { Balance } from '../ledger.queries.js';
import { consoleTable, type ConsoleColumn } from './console-table.js';

const COLUMNS: readonly ConsoleColumn[] = [
  { head: 'Konto' },
  { head: 'Programm' },
  { head: 'Baustein' },
  { head: 'Jahr' },
  { head: 'Bescheidzeile' },
  { head: 'Vertrag' },
  { head: 'Zuweisungszeile' },
  { head: 'Partner' },
  { head: 'Forderung' },
  { head: 'Euro', right: true },
  { head: '' },
];

/**
 * The balances of each account with its sum, for people: debit and credit as S and H. What stands
 * at zero is left out.
 */
export function balanceLines(
  balances: readonly Balance[],
  accounts: readonly Account[],
): readonly string[] {
  const byAccount = groupBy(balances, ({ account }) => account);
  const rows = accounts.flatMap(({ key, name }) => {
    const standing = (byAccount.get(key) ?? []).filter(({ cents }) => cents !== 0n);
    if (standing.length === 0) return [];
    const sum = sumCents(standing.map(({ cents }) => cents));
    const total = [`${name}, zusammen`, ...Array<string>(8).fill(''), ...sided(sum)];
    const lines = standing.map((balance) => rowOf(balance, name));
    return standing.length === 1 ? lines : [...lines, total];
  });
  if (rows.length === 0) return ['Auf keinem der Konten steht ein Betrag.'];
  return [...consoleTable(COLUMNS, rows), 'S = Soll, H = Haben.'];
}

/** As the API tells them. */
export function balancesJson(balances: readonly Balance[]): readonly object[] {
  return balances.map(({ account, cents, ...dimensions }) => {
    return { account, ...onlyDimensions(dimensions), amount: formatAmount(cents) };
  });
}

function rowOf(balance: Balance, name: string): readonly string[] {
  const { programme, component, budgetYear, noticeLine, contract } = balance;
  const { allocationLine, partner, claim, cents } = balance;
  return [
    ...[name, programme ?? '', component ?? '', budgetYear?.toString() ?? '', noticeLine ?? ''],
    ...[contract ?? '', allocationLine ?? '', partner ?? '', claim ?? '', ...sided(cents)],
  ];
}

function sided(amount: Cents): readonly [string, string] {
  const text = formatEuroPlain(amount);
  return amount < 0n ? [text.slice(1), 'H'] : [text, amount === 0n ? '' : 'S'];
}
