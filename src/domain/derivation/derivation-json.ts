import { formatAmount } from '../money/amount-text.js';
import { toText } from '../money/fraction.js';
import { fteToApi } from '../proration/fte.js';
import type { Derivation, DerivationStep, NamedQuantity, Quantity } from './derivation.js';

/** A value as JSON: amounts, fractions and shares as text, so that nothing is lost on the way. */
export interface JsonQuantity {
  readonly kind: Quantity['kind'];
  readonly value: unknown;
}

export interface JsonStep {
  readonly key: string;
  readonly clause?: string;
  readonly inputs: readonly (JsonQuantity & { readonly name: string })[];
  readonly result: JsonQuantity;
}

export interface JsonDerivation {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly rounding: string;
  readonly steps: readonly JsonStep[];
  readonly result: JsonQuantity;
}

/** The derivation as plain JSON, for the API and for storing beside the amount. */
export function derivationToJson(derivation: Derivation): JsonDerivation {
  const { rule, ruleVersion, rounding, steps, result } = derivation;
  return {
    rule,
    ruleVersion,
    rounding,
    steps: steps.map(stepToJson),
    result: quantityToJson(result),
  };
}

export function stepToJson({ key, clause, inputs, result }: DerivationStep): JsonStep {
  const values = { inputs: inputs.map(inputToJson), result: quantityToJson(result) };
  return clause === undefined ? { key, ...values } : { key, clause, ...values };
}

function inputToJson({ name, value }: NamedQuantity): JsonQuantity & { readonly name: string } {
  return { name, ...quantityToJson(value) };
}

export function quantityToJson(quantity: Quantity): JsonQuantity {
  return { kind: quantity.kind, value: valueOf(quantity) };
}

function valueOf(quantity: Quantity): unknown {
  switch (quantity.kind) {
    case 'money':
      return formatAmount(quantity.cents);
    case 'exact-money':
      return toText({ n: quantity.cents.n, d: quantity.cents.d * 100n });
    case 'fraction':
    case 'percent':
      return toText(quantity.value);
    case 'number':
      return quantity.value;
    case 'days':
      return quantity.days;
    case 'year':
      return quantity.year;
    case 'fte':
      return fteToApi(quantity.fte);
    case 'day':
      return quantity.day;
    case 'period':
      return quantity.period;
    case 'daily-shares':
      return quantity.shares.map(({ from, to, share }) => ({ from, to, share: fteToApi(share) }));
    case 'months':
      return monthShares(quantity.units, quantity.whole);
    case 'text':
      return quantity.text;
  }
}

/** The months that count at all, with the share of the month that counts. */
export function monthShares(
  units: readonly number[],
  whole: number,
): { readonly month: number; readonly share: string }[] {
  return units.flatMap((unit, index) =>
    unit === 0 ? [] : [{ month: index + 1, share: toText({ n: BigInt(unit), d: BigInt(whole) }) }],
  );
}
