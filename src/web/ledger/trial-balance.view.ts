import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import { CHART, isOffBalance, type AccountKey } from '../../ledger/chart.js';
import type { Account, Balance } from '../../ledger/ledger.queries.js';
import {
  BLANK,
  cell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';
import { sidesOf } from './entry-card.view.js';
import type { OpenLedger } from './ledger-pages.js';
import { questionLink } from '../lists/question-link.js';
import { accountKinds, sideNames } from './ledger.words.js';
import { questionView, type QuestionView } from './question-fields.view.js';

/** "Konten": what stands on each account, on which side. */
export interface TrialBalanceView {
  readonly question: QuestionView;
  readonly asOf: string;
  readonly balanceSheet: TableView;
  readonly memo: TableView;
  /** That debit and credit are equal, or that they are not. */
  readonly proof: string;
}

export function trialBalanceView(open: OpenLedger, balances: readonly Balance[]): TrialBalanceView {
  const sums = sumsByAccount(balances);
  const onBalance = open.accounts.filter(({ key }) => !isOffBalance(key));
  const memo = open.accounts.filter(({ key }) => isOffBalance(key));
  return {
    question: questionView(open, paths.accounts, [
      ...(['jahr', 'programm', 'partner', 'vertrag', 'stand', 'bekannt'] as const),
    ]),
    asOf: asOfText(open),
    balanceSheet: {
      ...balanceTable(open, 'konten', 'Saldenliste', onBalance, sums),
      footer: [totalRow(onBalance, sums)],
    },
    memo: {
      ...balanceTable(open, 'merkkonten', 'Salden außerhalb der Bilanz', memo, sums),
      footer: [totalRow(memo, sums)],
    },
    proof: proofText(open, onBalance, sums),
  };
}

function sumsByAccount(balances: readonly Balance[]): ReadonlyMap<AccountKey, Cents> {
  const sums = new Map<AccountKey, Cents>();
  for (const { account, cents: amount } of balances) {
    sums.set(account, cents((sums.get(account) ?? 0n) + amount));
  }
  return sums;
}

/** "Stand 02.03.2026, wie heute bekannt" */
export function asOfText({ question, today }: OpenLedger): string {
  const day = formatGermanDay(question.asOf ?? today);
  const known =
    question.knownOn === undefined
      ? 'wie heute bekannt'
      : `wie am ${formatGermanDay(question.knownOn)} bekannt`;
  return `Stand ${day}, ${known}`;
}

type Sums = ReadonlyMap<AccountKey, Cents>;

function balanceTable(
  open: OpenLedger,
  id: string,
  caption: string,
  accounts: readonly Account[],
  sums: Sums,
): Omit<TableView, 'footer'> {
  return {
    id,
    caption: `${caption}, ${asOfText(open)}`,
    columns: [
      { label: 'Konto' },
      { label: 'Sachkonto', nowrap: true },
      { label: sideNames.debit, numeric: true },
      { label: sideNames.credit, numeric: true },
    ],
    rows: accountKinds.flatMap(({ kind, title, about }) => {
      const own = accounts.filter((account) => account.kind === kind);
      if (own.length === 0) return [];
      const rows = own.map((account) => accountRow(open, account, sums));
      return kind === 'memo' ? rows : [row([cell(title, { sub: about })], 'group'), ...rows];
    }),
    phone: 'pairs',
  };
}

function accountRow(open: OpenLedger, account: Account, sums: Sums): RowView {
  const { key, name, officeAccount, side } = account;
  const href = questionLink(paths.account(key), open.question);
  const amount = sums.get(key) ?? ZERO_CENTS;
  const [debit, credit] = amount === 0n ? zeroSides(side) : sidesOf(amount);
  const linked = (content: CellView): CellView =>
    content.text === '' ? content : { ...content, href };
  return row([
    cell(name, { href, sub: CHART[key].about }),
    officeAccount === '' ? BLANK : cell(officeAccount),
    linked(debit),
    linked(credit),
  ]);
}

/** Nothing stands on the side on which the account normally stands. */
function zeroSides(side: 'debit' | 'credit'): readonly [CellView, CellView] {
  const zero = moneyCell(ZERO_CENTS);
  return side === 'debit' ? [zero, BLANK] : [BLANK, zero];
}

function sidesTotal(accounts: readonly Account[], sums: Sums): readonly [Cents, Cents] {
  const amounts = accounts.map(({ key }) => sums.get(key) ?? ZERO_CENTS);
  const debit = sumCents(amounts.filter((amount) => amount > 0n));
  const credit = sumCents(amounts.filter((amount) => amount < 0n));
  return [debit, cents(-credit)];
}

function totalRow(accounts: readonly Account[], sums: Sums): RowView {
  const [debit, credit] = sidesTotal(accounts, sums);
  return row([cell('Summe'), BLANK, moneyCell(debit), moneyCell(credit)]);
}

/** Under a filter by what a posting belongs to, an entry may be there with one side only. */
function proofText(open: OpenLedger, accounts: readonly Account[], sums: Sums): string {
  const [debit, credit] = sidesTotal(accounts, sums);
  if (debit === credit) return 'Soll und Haben sind gleich: Die Bücher gehen auf.';
  return Object.keys(open.question.dimensions).length > 0
    ? 'Unter dieser Auswahl können Soll und Haben verschieden sein: Von manchen Buchungen gehört nur eine Seite dazu.'
    : 'Soll und Haben sind nicht gleich. Lassen Sie das Buch prüfen.';
}
