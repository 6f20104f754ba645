import { formatAmount } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { toText, type Fraction } from '../../domain/money/fraction.js';
import { fteToApi, type Fte } from '../../domain/proration/fte.js';

const SHARES = new Set(['fte', 'share', 'missing', 'filled', 'paid']);

/**
 * A read model as the API tells it: `amountCents: 5700000n` becomes `amount: "57000.00"`, VzÄ become
 * decimals, fractions "74/93", and what can only be called (a derivation) is left out.
 */
export function toApiJson(value: unknown): unknown {
  if (typeof value === 'bigint') return formatAmount(cents(value));
  if (Array.isArray(value)) return value.map(toApiJson);
  if (!isRecord(value)) return value;
  if (value instanceof Map) return toApiJson(Object.fromEntries(value));
  if (isFraction(value)) return toText(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => typeof entry !== 'function' && entry !== undefined)
      .map(([key, entry]) => [apiName(key, entry), apiValue(key, entry)]),
  );
}

function apiName(key: string, entry: unknown): string {
  if (typeof entry !== 'bigint') return key;
  return key === 'cents' ? 'amount' : key.replace(/Cents$/, '');
}

function apiValue(key: string, entry: unknown): unknown {
  const isShare = typeof entry === 'number' && (SHARES.has(key) || key.endsWith('Fte'));
  return isShare ? fteToApi(entry as Fte) : toApiJson(entry);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFraction(value: Record<string, unknown>): value is Record<string, unknown> & Fraction {
  return typeof value['n'] === 'bigint' && typeof value['d'] === 'bigint';
}
