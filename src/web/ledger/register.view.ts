import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { cents, type Cents } from '../../domain/money/cents.js';
import { CHART, type AccountKey } from '../../ledger/chart.js';
import type { Account } from '../../ledger/ledger.queries.js';
import type { RegisterPage, RegisterRow } from '../../ledger/register.queries.js';
import type { LinkView } from '../components/link.js';
import type { MetaView } from '../components/parts.js';
import { BLANK, cell, moneyCell, row, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { numberText, sidesOf } from './entry-card.view.js';
import { CURSOR } from './journal.view.js';
import type { OpenLedger } from './ledger-pages.js';
import { questionLink } from '../lists/question-link.js';
import { accountKinds, entryKindNames, sideNames } from './ledger.words.js';
import { questionView, type QuestionView } from './question-fields.view.js';
import { asOfText } from './trial-balance.view.js';

/** "Kontoblatt": the postings of an account with a running balance. */
export interface RegisterView {
  readonly about: string;
  readonly facts: readonly MetaView[];
  readonly question: QuestionView;
  readonly table: TableView;
  readonly first: string;
  readonly next: string;
  readonly links: readonly LinkView[];
  /** '' if something was posted. */
  readonly empty: string;
}

export function registerView(
  open: OpenLedger,
  account: Account,
  page: RegisterPage,
  after: string,
): RegisterView {
  const { question } = open;
  const path = paths.account(account.key);
  return {
    about: CHART[account.key].about,
    facts: factsOf(open, account, page),
    question: questionView(open, path, [
      ...(['jahr', 'programm', 'partner', 'vertrag', 'von', 'stand', 'bekannt'] as const),
    ]),
    table: registerTable(open, account, page, after),
    first: after === '' ? '' : questionLink(path, question),
    next: page.next === null ? '' : questionLink(path, question, { [CURSOR]: page.next }),
    links: linksOf(open, account.key),
    empty: page.rows.length > 0 || after !== '' ? '' : EMPTY,
  };
}

const EMPTY = 'Auf diesem Konto steht unter dieser Auswahl keine Buchung.';

function linksOf({ question }: OpenLedger, key: AccountKey): readonly LinkView[] {
  return [
    {
      href: questionLink(paths.journal, question, { konto: key }),
      label: 'Diese Buchungen im Buch',
    },
    { href: paths.accountNumber(key), label: 'Sachkonto eintragen' },
  ];
}

function factsOf(open: OpenLedger, account: Account, page: RegisterPage): readonly MetaView[] {
  const group = accountKinds.find(({ kind }) => kind === account.kind);
  const number = account.officeAccount;
  return [
    {
      label: 'Saldo',
      value: cell(balanceText(page.closingCents, account), { sub: asOfText(open) }),
    },
    { label: 'Gehört zu', value: cell(group?.title ?? '') },
    { label: 'Steht normalerweise im', value: cell(sideNames[account.side]) },
    {
      label: 'Sachkonto des Kreises',
      value:
        number === ''
          ? cell('', { badge: { tone: 'plain', text: 'nicht eingetragen' } })
          : cell(number),
    },
    { label: 'Kennung', value: cell(account.key) },
  ];
}

/** "1.000,00 €"; negative where it stands on the side on which the account normally does not. */
function balanceText(balance: Cents, { side }: Account): string {
  return moneyCell(onSide(balance, side)).text;
}

function onSide(balance: Cents, side: Account['side']): Cents {
  return side === 'debit' ? balance : cents(-balance);
}

function registerTable(
  open: OpenLedger,
  account: Account,
  page: RegisterPage,
  after: string,
): TableView {
  const opening = after === '' && open.question.from === undefined ? undefined : page.openingCents;
  return {
    id: 'kontoblatt',
    caption: `Kontoblatt ${account.name}, ${asOfText(open)}`,
    columns: [
      { label: 'Wirksam am' },
      { label: 'Buchung' },
      { label: 'Wofür' },
      { label: 'Jahr' },
      { label: sideNames.debit, numeric: true },
      { label: sideNames.credit, numeric: true },
      { label: `Saldo (${sideNames[account.side]})`, numeric: true },
    ],
    rows: [
      ...(opening === undefined ? [] : [carriedRow(after, opening, account)]),
      ...page.rows.map((posting) => postingRow(open, account, posting)),
    ],
    footer: page.next === null ? [endRow(page.closingCents, account)] : [],
    phone: 'pairs',
  };
}

function carriedRow(after: string, opening: Cents, account: Account): RowView {
  const label = after === '' ? 'Anfangsbestand' : 'Übertrag';
  const balance = cell(balanceText(opening, account));
  return row([cell(label), BLANK, BLANK, BLANK, BLANK, BLANK, balance], 'strong');
}

function endRow(closing: Cents, account: Account): RowView {
  const balance = cell(balanceText(closing, account));
  return row([cell('Endbestand'), BLANK, BLANK, BLANK, BLANK, BLANK, balance]);
}

function postingRow(open: OpenLedger, account: Account, posting: RegisterRow): RowView {
  const { label, href } = open.names.place(posting.dimensions);
  const { budgetYear } = posting.dimensions;
  return row([
    cell(formatGermanDay(posting.effectiveOn)),
    cell(`${numberText(posting)} ${entryKindNames[posting.kind]}`, {
      href: open.link(paths.entry(posting.entry)),
      sub: posting.text,
    }),
    label === '' ? BLANK : cell(label, href === '' ? {} : { href }),
    budgetYear === undefined ? BLANK : cell(budgetYear.toString()),
    ...sidesOf(posting.cents),
    cell(balanceText(posting.balanceCents, account)),
  ]);
}
