import { boundInYear, excessOver } from '../../contracts/commitment-excess.queries.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import type { AccountKey } from '../../ledger/chart.js';
import type { Dimensions } from '../../ledger/ledger.types.js';
import type { BookPage } from '../book/book-page.js';
import {
  BLANK,
  cell,
  moneyCell,
  row,
  withoutEmptyColumns,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';
import type { MoneyStanding } from './money-standing.js';
import { behindSum, postedUntil, type Posted } from './money-standings.js';

/** A sum that is told of a line, and the account whose postings explain it. */
interface Told {
  readonly label: string;
  readonly account: AccountKey;
  readonly sumOf: (standing: MoneyStanding) => Cents;
  /** Its column is only there where it says something. */
  readonly rare?: true;
}

const ORDERED = 'Angeordnet';

const TOLD: readonly Told[] = [
  { label: 'Gebunden', account: 'commitments', sumOf: (standing) => standing.committedCents },
  { label: ORDERED, account: 'commitments', sumOf: (standing) => standing.orderedCents },
  {
    label: 'Noch offen',
    account: 'commitments',
    sumOf: (standing) => standing.openCommitmentCents,
  },
  {
    label: 'Verfallen',
    account: 'commitments',
    sumOf: (standing) => standing.lapsedCents,
    rare: true,
  },
  { label: 'Abgerechnet', account: 'forwarded', sumOf: (standing) => standing.settledCents },
  { label: 'Vorauszahlung', account: 'advances', sumOf: (standing) => standing.advancesCents },
  {
    label: 'Verbindlichkeit',
    account: 'payables',
    sumOf: (standing) => standing.payablesCents,
    rare: true,
  },
  {
    label: 'Rückforderung',
    account: 'recovery-claims',
    sumOf: (standing) => standing.recoveriesCents,
  },
];

/** "Was gebucht ist", line by line and year by year. */
export interface PostedLinesView {
  readonly intro: string;
  readonly table: TableView;
}

/** @param page its lines by name; absent years and lines were never posted to */
export function postedLines(page: BookPage, posted: Posted): PostedLinesView | undefined {
  const moved = [...posted.by(keyOf)].filter(([, standing]) =>
    TOLD.some(({ sumOf }) => sumOf(standing) !== 0n),
  );
  const standings = new Map(moved);
  if (standings.size === 0) return undefined;
  const keys = [...standings.keys()].map(parsedKey);
  const years = [...new Set(keys.map(({ year }) => year))].toSorted((a, b) => b - a);
  const ofSeveral = new Set(keys.map(({ line }) => partnerOf(page, line))).size > 1;
  const groups = years.flatMap((year) => [
    row([cell(`Haushaltsjahr ${year}`)], 'group'),
    ...keys
      .filter((key) => key.year === year)
      .map((key) => lineRow(page, posted, key, standings.get(textOf(key)), ofSeveral)),
  ]);
  return {
    intro: [
      `${postedUntil(posted.scope)}. „Noch offen“ ist gebunden und noch nicht angeordnet.`,
      ...(page.facts.partner === undefined ? ['Jeder Betrag führt zu seinen Buchungen.'] : []),
    ].join(' '),
    table: withoutEmptyColumns({
      id: 'gebucht-tabelle',
      caption: 'Was je Zeile und Haushaltsjahr gebucht ist',
      columns: [{ label: 'Zeile' }, ...TOLD.map(({ label }) => ({ label, numeric: true }))],
      rows: groups,
      footer: keys.length > 1 ? [sumRow([...standings.values()])] : [],
      phone: 'pairs',
    }),
  };
}

interface LineYear {
  readonly line: string;
  readonly year: number;
}

function keyOf({ allocationLine, budgetYear }: Dimensions): string | undefined {
  if (allocationLine === undefined || budgetYear === undefined) return undefined;
  return textOf({ line: allocationLine, year: budgetYear });
}

function textOf({ line, year }: LineYear): string {
  return `${year}/${line}`;
}

function parsedKey(key: string): LineYear {
  const [year = '', ...line] = key.split('/');
  return { line: line.join('/'), year: Number(year) };
}

function lineRow(
  page: BookPage,
  posted: Posted,
  { line, year }: LineYear,
  standing: MoneyStanding | undefined,
  ofSeveral: boolean,
): RowView {
  const title = page.facts.lines.get(line)?.line.title ?? line;
  return row([
    cell(title, ofSeveral ? { sub: partnerOf(page, line) } : {}),
    ...TOLD.map(({ label, account, sumOf, rare }) => {
      const amount = standing === undefined ? ZERO_CENTS : sumOf(standing);
      if (rare && amount === 0n) return BLANK;
      const narrowed = { zeile: line, jahr: year.toString() };
      const path = account === 'forwarded' ? settledPath(standing) : paths.account(account);
      const href = behindSum(posted.scope, path, narrowed);
      if (label !== ORDERED) return sumCell(amount, href);
      return sumCell(amount, href, excessText(page, { line, year }, standing));
    }),
  ]);
}

function partnerOf({ facts, names }: BookPage, line: string): string {
  const known = facts.lines.get(line);
  return known === undefined ? '' : names.shortParty(known.line.partner);
}

/** What was settled before this book began stands in its take-over, not on the account. */
function settledPath(standing: MoneyStanding | undefined): string {
  return (standing?.settledBeforeCents ?? 0n) === 0n ? paths.account('forwarded') : paths.journal;
}

/** A sum with the way to its postings; nothing is a dash. */
export function sumCell(amount: Cents, href: string, sub = ''): CellView {
  if (amount === 0n) return cell('–');
  return moneyCell(amount, { href, ...(sub !== '' && { sub }) });
}

/** "5.000,00 € über dem Vertrag", where it was cut below what was ordered. */
function excessText(
  { facts }: BookPage,
  { line, year }: LineYear,
  standing: MoneyStanding | undefined,
): string {
  const agreed = facts.lines.get(line);
  if (agreed === undefined || standing === undefined || standing.openCommitmentCents > 0n)
    return '';
  const { orderedCents, openCommitmentCents: openCents } = standing;
  const bound = boundInYear(agreed.contract, line, year);
  const excess = excessOver(bound, { orderedCents, openCents });
  return excess === undefined ? '' : `${formatEuro(excess.excessCents)} über dem Vertrag`;
}

function sumRow(standings: readonly MoneyStanding[]): RowView {
  const total = (sumOf: Told['sumOf']): Cents =>
    cents(standings.reduce((sum, standing) => sum + sumOf(standing), 0n));
  return row([cell('Summe'), ...TOLD.map(({ sumOf }) => moneyCell(total(sumOf)))]);
}
