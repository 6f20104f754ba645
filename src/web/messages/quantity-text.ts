import type { Quantity } from '../../domain/derivation/derivation.js';
import { formatGermanDay, type Period } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { formatPercent } from '../../domain/money/percent.js';
import { reduced, toDecimal, toText, type Fraction } from '../../domain/money/fraction.js';
import { roundHalfAwayFromZero, sumFractions } from '../../domain/money/fraction.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte } from '../../domain/proration/fte.js';

/** A fraction longer than this is shown as a decimal, cut after six places. */
const FRACTION_TEXT_MAX = 13;
const NO_BREAK_SPACE = '\u00a0';

export const MONTH_NAMES = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

/** A quantity as people read it: "57.000,00 €", "0,5 VzÄ", "15.03.2023 – 31.12.2023". */
export function quantityText(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'money':
      return formatEuro(quantity.cents);
    case 'exact-money':
      return exactEuro(quantity.cents);
    case 'fraction':
      return fractionText(quantity.value);
    case 'percent':
      return formatPercent(quantity.value);
    case 'number':
      return quantity.value.toString();
    case 'days':
      return `${quantity.days.toString()}${NO_BREAK_SPACE}${quantity.days === 1 ? 'Tag' : 'Tage'}`;
    case 'year':
      return quantity.year.toString();
    case 'fte':
      return `${formatFte(quantity.fte)}${NO_BREAK_SPACE}VzÄ`;
    case 'day':
      return formatGermanDay(quantity.day);
    case 'period':
      return periodText(quantity.period);
    case 'daily-shares':
      return quantity.shares.length === 0
        ? 'nicht besetzt'
        : quantity.shares
            .map((part) => `${periodText(part)}: ${formatFte(part.share)}${NO_BREAK_SPACE}VzÄ`)
            .join('; ');
    case 'months':
      return fractionText(monthSum(quantity.units, quantity.whole));
    case 'text':
      return quantity.text;
  }
}

export function periodText({ from, to }: Period): string {
  return from === to ? formatGermanDay(from) : `${formatGermanDay(from)} – ${formatGermanDay(to)}`;
}

/** "74/93", "9"; a long fraction as "0,836217…". */
export function fractionText(value: Fraction): string {
  const text = toText(value);
  if (text.length <= FRACTION_TEXT_MAX) return text;
  return decimalText(value, 6);
}

/** Euros that are not rounded yet: "22.677,4193… €"; with two places where that is exact. */
export function exactEuro(exactCents: Fraction): string {
  const lowest = reduced(exactCents);
  if (lowest.d === 1n) return formatEuro(cents(roundHalfAwayFromZero(lowest)));
  const text = decimalText({ n: lowest.n, d: lowest.d * 100n }, 4);
  const [euros = '', places = ''] = text.split(',');
  const grouped = euros.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${grouped},${places}${NO_BREAK_SPACE}€`;
}

/** "März 17/31, April bis Dezember 9": neighbours that count in full are drawn together. */
export function monthsText(units: readonly number[], whole: number): string {
  const parts: string[] = [];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] ?? 0;
    if (unit === 0) continue;
    let last = index;
    while (unit === whole && units[last + 1] === whole) last++;
    const name = MONTH_NAMES[index] ?? '';
    const share = fractionText({ n: BigInt(unit), d: BigInt(whole) });
    parts.push(
      last === index
        ? `${name} ${share}`
        : `${name} bis ${MONTH_NAMES[last] ?? ''} ${(last - index + 1).toString()}`,
    );
    index = last;
  }
  return parts.length === 0 ? 'keine' : parts.join(', ');
}

export function monthSum(units: readonly number[], whole: number): Fraction {
  return sumFractions(units.map((unit) => ({ n: BigInt(unit), d: BigInt(whole) })));
}

function decimalText(value: Fraction, places: number): string {
  const { text, exact } = toDecimal(value, places);
  return `${text.replace('.', ',')}${exact ? '' : '…'}`;
}
