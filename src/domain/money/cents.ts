declare const brand: unique symbol;

/** Whole euro cents: the only type that stands for money. A `bigint`, so no float can slip in. */
export type Cents = bigint & { readonly [brand]: 'Cents' };

export const ZERO_CENTS = 0n as Cents;

export function cents(value: bigint): Cents {
  return value as Cents;
}

export function sumCents(amounts: readonly Cents[]): Cents {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

export function addCents(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function minCents(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function maxCents(a: Cents, b: Cents): Cents {
  return a > b ? a : b;
}
