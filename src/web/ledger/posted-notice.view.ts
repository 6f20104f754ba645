import type { AccountKey } from '../../ledger/chart.js';
import type { Cents } from '../../domain/money/cents.js';
import type { MetaView } from '../components/parts.js';
import { moneyCell } from '../components/table.js';
import { paths } from '../paths.js';
import type { MoneyStanding } from './money-standing.js';
import { behindSum, postedUntil, type Posted } from './money-standings.js';

/** "Was gebucht ist" for a notice line: what came from the Land, and what of it is earned. */
export interface PostedNoticeLineView {
  readonly intro: string;
  readonly facts: readonly MetaView[];
}

const TOLD: readonly {
  readonly label: string;
  readonly account: AccountKey;
  readonly sumOf: (standing: MoneyStanding) => Cents;
}[] = [
  { label: 'Bewilligt', account: 'land-claims', sumOf: (standing) => standing.grantedCents },
  {
    label: 'Vom Land erhalten',
    account: 'land-claims',
    sumOf: (standing) => standing.receivedCents,
  },
  { label: 'Noch offen', account: 'land-claims', sumOf: (standing) => standing.landClaimsCents },
  {
    label: 'Verdient durch Weiterleitung und eigene Stellen',
    account: 'grant-income',
    sumOf: (standing) => standing.incomeCents,
  },
  {
    label: 'Zweckgebunden, noch nicht verdient',
    account: 'earmarked',
    sumOf: (standing) => standing.earmarkedCents,
  },
  {
    label: 'Rückzahlung an das Land offen',
    account: 'refunds-owed',
    sumOf: (standing) => standing.refundsOwedCents,
  },
];

export function postedNoticeLine(
  posted: Posted,
  line: { readonly id: string; readonly year: number },
): PostedNoticeLineView | undefined {
  if (posted.isEmpty) return undefined;
  const narrowed = { bescheidzeile: line.id, jahr: line.year.toString() };
  return {
    intro: `${postedUntil(posted.scope)}. Jeder Betrag führt zu seinen Buchungen.`,
    facts: TOLD.map(({ label, account, sumOf }) => ({
      label,
      value: moneyCell(sumOf(posted.total), {
        href: behindSum(posted.scope, paths.account(account), narrowed),
      }),
    })),
  };
}
