import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { ACCOUNT_KEYS, isOffBalance, type AccountKey } from '../../ledger/chart.js';
import type { JournalEntry } from '../../ledger/ledger.types.js';
import type { TakeOverDetail } from '../../take-over/take-over.queries.js';
import { countText } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { BLANK, cell, moneyCell, row, type RowView, type TableView } from '../components/table.js';
import { sidesOf } from '../ledger/entry-card.view.js';
import type { OpenLedger } from '../ledger/ledger-pages.js';
import { questionLink } from '../lists/question-link.js';
import { sideNames } from '../ledger/ledger.words.js';
import { paths } from '../paths.js';

/** What stands on the page before anything is taken back. */
export const WITHDRAWAL_NOTE: readonly string[] = [
  'Nehmen Sie nur zurück, was nicht hätte übernommen werden dürfen. Stimmt nur ein Fall oder ein Betrag nicht, berichtigen Sie die Übernahme.',
  'Nichts wird gelöscht: Jede Buchung der Übernahme wird storniert, und beide bleiben im Buch. Die Bescheide können danach neu übernommen werden.',
];

/** @param effectiveOn as of when the entries would be reversed */
export function withdrawalFacts(
  { takeOver, entries, lapses }: TakeOverDetail,
  effectiveOn: PlainDate | undefined,
): readonly MetaView[] {
  const { id, lines, noticeLines, keyDate } = takeOver;
  const journal = questionLink(paths.journal, { pairs: [] }, { grundlage: `take-over:${id}` });
  const count = entries.size + lapses.size;
  return [
    { label: 'Fälle', value: cell((lines.length + noticeLines.length).toString()) },
    {
      label: 'Storniert wird',
      value: cell(
        count === 0 ? 'nichts' : countText(count, 'Buchung', 'Buchungen'),
        count === 0 ? {} : { href: journal },
      ),
    },
    { label: 'Stichtag', value: cell(formatGermanDay(keyDate)) },
    ...(effectiveOn === undefined
      ? []
      : [
          {
            label: 'Storno wirksam am',
            value: cell(formatGermanDay(effectiveOn), {
              ...(effectiveOn !== keyDate && { sub: 'erster Tag nach dem letzten Abschluss' }),
            }),
          },
        ]),
  ];
}

/** What the reversals would post, account by account; undefined where nothing was posted. */
export function withdrawalTable(
  open: OpenLedger,
  entries: readonly JournalEntry[],
): TableView | undefined {
  const sums = new Map<AccountKey, bigint>();
  for (const { account, cents: amount } of entries.flatMap(({ postings }) => postings)) {
    sums.set(account, (sums.get(account) ?? 0n) - amount);
  }
  const moved = ACCOUNT_KEYS.filter((account) => (sums.get(account) ?? 0n) !== 0n);
  if (moved.length === 0) return undefined;
  const amountOf = (account: AccountKey): Cents => cents(sums.get(account) ?? 0n);
  const part = (label: string, accounts: readonly AccountKey[]): readonly RowView[] => {
    if (accounts.length === 0) return [];
    const debit = sumCents(accounts.map(amountOf).filter((amount) => amount > 0n));
    return [
      ...accounts.map((account) =>
        row([
          cell(open.names.account(account), { href: open.link(paths.account(account)) }),
          ...sidesOf(amountOf(account)),
        ]),
      ),
      row([cell(label), moneyCell(debit), debit === 0n ? BLANK : moneyCell(debit)], 'strong'),
    ];
  };
  return {
    id: 'storno',
    caption: 'Was die Stornos buchen, je Konto',
    columns: [
      { label: 'Konto' },
      { label: sideNames.debit, numeric: true },
      { label: sideNames.credit, numeric: true },
    ],
    rows: [
      ...part(
        'Summe',
        moved.filter((account) => !isOffBalance(account)),
      ),
      ...part('Summe außerhalb der Bilanz', moved.filter(isOffBalance)),
    ],
    footer: [],
    phone: 'pairs',
  };
}
