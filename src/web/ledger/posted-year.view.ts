import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, type Cents } from '../../domain/money/cents.js';
import type { AccountKey } from '../../ledger/chart.js';
import type { LinkView } from '../components/link.js';
import type { TileView } from '../components/parts.js';
import { paths } from '../paths.js';
import type { MoneyStanding } from './money-standing.js';
import { behindSum, postedUntil, type Posted } from './money-standings.js';

/** "Was gebucht ist" in a budget year: from the Land to the proof, and back. */
export interface PostedYearView {
  readonly title: string;
  /** "Gebucht bis 02.03.2026" */
  readonly until: string;
  readonly intro: string;
  readonly tiles: readonly TileView[];
  readonly links: readonly LinkView[];
}

/** Undefined while nothing is posted for the year. */
export function postedYear(posted: Posted, year: number): PostedYearView | undefined {
  if (posted.isEmpty) return undefined;
  const narrowed = { jahr: year.toString() };
  const address = (path: string): string => behindSum(posted.scope, path, narrowed);
  return {
    title: `Geld ${year}: was gebucht ist`,
    until: postedUntil(posted.scope),
    intro: `${postedUntil(posted.scope)}. Was später für ${year} gezahlt oder nachgewiesen wird, zählt hier mit.`,
    tiles: tilesOf(posted, address),
    links: [
      { href: address(paths.journal), label: 'Alle Buchungen des Jahres' },
      { href: address(paths.accounts), label: 'Alle Konten des Jahres' },
    ],
  };
}

function tilesOf({ total }: Posted, address: (path: string) => string): readonly TileView[] {
  const before = total.settledBeforeCents !== 0n;
  // What was settled before this book began stands in its take-over, not on the account.
  const pathOf = (account: AccountKey): string =>
    before && account === 'forwarded' ? paths.journal : paths.account(account);
  const tile = (
    label: string,
    amount: Cents,
    account: AccountKey,
    line: string,
    tone: TileView['tone'] = '',
  ): TileView => ({
    ...{ label, figure: euro(amount), tone },
    lines: line === '' ? [] : [line],
    explain: { href: address(pathOf(account)), label: 'Buchungen ansehen' },
  });
  const paid = cents(total.orderedCents - total.inTransitCents);
  const open = (amount: Cents): TileView['tone'] => (amount === 0n ? 'muted' : 'warning');
  return [
    tile('Vom Land erhalten', total.receivedCents, 'land-claims', receivedText(total)),
    tile(
      'Vertraglich gebunden',
      total.committedCents,
      'commitments',
      `noch nicht angeordnet ${euro(total.openCommitmentCents)}`,
    ),
    tile('Angeordnet', total.orderedCents, 'commitments', 'an Partner'),
    tile('Ausgezahlt', paid, 'in-transit', `unterwegs ${euro(total.inTransitCents)}`),
    tile(
      'Nachgewiesen',
      total.settledCents,
      'forwarded',
      total.payablesCents === 0n ? '' : `davon noch zu zahlen ${euro(total.payablesCents)}`,
    ),
    tile(
      'Noch nachzuweisen',
      total.advancesCents,
      'advances',
      'Vorauszahlungen an Partner',
      open(total.advancesCents),
    ),
    tile(
      'Rückforderungen offen',
      total.recoveriesCents,
      'recovery-claims',
      'gegen Partner',
      open(total.recoveriesCents),
    ),
    tile(
      'An das Land zurück',
      total.refundsOwedCents,
      'refunds-owed',
      'fällig, noch nicht gezahlt',
      open(total.refundsOwedCents),
    ),
  ];
}

/** "von 100,00 €, offen 20,00 €, nicht abgerufen 5,00 €" */
function receivedText({ grantedCents, landClaimsCents, notCalledCents }: MoneyStanding): string {
  const parts = [`von ${euro(grantedCents)}`, `offen ${euro(landClaimsCents)}`];
  if (notCalledCents !== 0n) parts.push(`nicht abgerufen ${euro(notCalledCents)}`);
  return parts.join(', ');
}

function euro(amount: Cents): string {
  return formatEuro(amount).replace('-', '−');
}
