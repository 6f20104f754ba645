import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { formatFte, type Fte } from '../../domain/proration/fte.js';
import { cell, fteCell, moneyCell, type CellView } from '../components/table.js';

/** "+1.200,00 €": how much more or less. */
export function signedEuro(amount: Cents): string {
  const text = formatEuro(amount).replace('-', '−');
  return amount > 0n ? `+${text}` : text;
}

/** An amount, with the one before a change struck through. */
export function changedMoney(
  before: Cents,
  after: Cents,
  more: Omit<CellView, 'text'> = {},
): CellView {
  return moneyCell(after, { ...(before !== after && { was: formatEuro(before) }), ...more });
}

/** VzÄ, with those before a change struck through. */
export function changedFte(before: Fte, after: Fte): CellView {
  return fteCell(after, before === after ? {} : { was: formatFte(before) });
}

/** How much more or less in the year, and up to the day that is asked about. */
export function differenceCell(inYear: Cents, toDate: Cents, on: PlainDate): CellView {
  return cell(signedEuro(inYear), { sub: `bis ${formatGermanDay(on)}: ${signedEuro(toDate)}` });
}
