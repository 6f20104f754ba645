import { cents, type Cents } from '../domain/money/cents.js';

/** More than this nobody enters or brings in; a slip of the keys is no sum of a Kreis. */
const AMOUNT_MAX = cents(99_999_999_999_99n);

/** Why an amount of a posting is none, in one German sentence; undefined if it is one. */
export function amountFlaw(amount: Cents): string | undefined {
  if (amount === 0n) return 'Der Betrag darf nicht null sein.';
  const size = amount < 0n ? -amount : amount;
  return size > AMOUNT_MAX ? 'Der Betrag ist größer als 99.999.999.999,99 €.' : undefined;
}
