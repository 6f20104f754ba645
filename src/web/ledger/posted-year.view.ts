import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, type Cents } from '../../domain/money/cents.js';
import type { AccountKey } from '../../ledger/chart.js';
import type { LinkView } from '../components/link.js';
import type { TileView } from '../components/parts.js';
import { paths } from '../paths.js';
import { behindSum, postedUntil, type Posted } from './money-standings.js';

/** "Was gebucht ist" in a budget year: from the Land to the proof, and back. */
export interface PostedYearView {
  readonly title: string;
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
    intro: `${postedUntil(posted.scope)}. Was später für ${year} gezahlt oder nachgewiesen wird, zählt hier mit.`,
    tiles: tilesOf(posted, (account) => address(paths.account(account))),
    links: [
      { href: address(paths.journal), label: 'Alle Buchungen des Jahres' },
      { href: address(paths.accounts), label: 'Alle Konten des Jahres' },
    ],
  };
}

function tilesOf(
  { total }: Posted,
  addressOf: (account: AccountKey) => string,
): readonly TileView[] {
  const tile = (
    label: string,
    amount: Cents,
    account: AccountKey,
    line: string,
    tone: TileView['tone'] = '',
  ): TileView => ({
    ...{ label, figure: euro(amount), tone },
    lines: line === '' ? [] : [line],
    explain: { href: addressOf(account), label: 'Buchungen ansehen' },
  });
  const paid = cents(total.orderedCents - total.inTransitCents);
  const open = (amount: Cents): TileView['tone'] => (amount === 0n ? 'muted' : 'warning');
  return [
    tile(
      'Vom Land erhalten',
      total.receivedCents,
      'land-claims',
      `von ${euro(total.grantedCents)}, offen ${euro(total.landClaimsCents)}`,
    ),
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

function euro(amount: Cents): string {
  return formatEuro(amount).replace('-', '−');
}
