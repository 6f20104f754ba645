import { formatGermanDay, lastOfYear } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import type { BookPage } from '../book/book-page.js';
import { fteText } from '../book/words.js';
import type { TileView } from '../components/parts.js';

/** What a partner passes on is in its own line already. */
export function isOwnForwarding({ subForwarding }: LineEntitlement): boolean {
  return !subForwarding;
}

/** "Höchstbetrag, Anspruch, nicht erreicht": the sums of the lines, each euro counted once. */
export function entitlementTiles(
  { asOf }: BookPage,
  all: readonly LineEntitlement[],
): readonly TileView[] {
  const lines = all.filter(isOwnForwarding);
  const [amount, ceiling] = [amountOf(lines), ceilingOf(lines)];
  const missing = cents(ceiling - amount);
  return [
    {
      label: 'Höchstbetrag',
      figure: formatEuro(ceiling),
      lines: [fteText(sumFte(lines.map((line) => line.fte)))],
      tone: '',
    },
    {
      label: 'Anspruch',
      figure: formatEuro(amount),
      lines: [`Stand ${formatGermanDay(asOf.on)}`],
      tone: '',
    },
    {
      label: 'Nicht erreicht',
      figure: formatEuro(missing),
      lines: [missing === 0n ? 'ganz erreicht' : whyMissing(asOf)],
      tone: missing > 0n ? 'warning' : 'muted',
    },
  ];
}

/** In the running year the days to come are missing too. */
function whyMissing({ year, on }: BookPage['asOf']): string {
  return on < lastOfYear(year)
    ? 'durch unbesetzte oder noch nicht vergangene Zeit'
    : 'durch unbesetzte Zeit';
}

export function amountOf(lines: readonly LineEntitlement[]): Cents {
  return sumCents(lines.map(({ amountCents }) => amountCents));
}

export function ceilingOf(lines: readonly LineEntitlement[]): Cents {
  return sumCents(lines.map(({ ceilingCents }) => ceilingCents));
}
