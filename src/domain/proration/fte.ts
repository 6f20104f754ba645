import { InvalidField } from '../errors/invalid-field.js';
import type { Fraction } from '../money/fraction.js';

declare const brand: unique symbol;

/** "VzÄ": a full-time equivalent in whole ten-thousandths, so that 0.5 VzÄ is 5000. */
export type Fte = number & { readonly [brand]: 'Fte' };

/** 1.0 VzÄ. */
export const FULL_TIME = 10_000 as Fte;

export const ZERO_FTE = 0 as Fte;

/** Below this share a post draws a warning (R5). */
export const SMALLEST_USUAL_SHARE = 5_000 as Fte;

const FTE_TEXT = /^(\d{1,6})(?:[.,](\d{1,4}))?$/;

const API_FTE_TEXT = /^\d{1,6}(?:\.\d{1,4})?$/;

export function fte(tenThousandths: number): Fte {
  return tenThousandths as Fte;
}

/** Whether the text is a share: no sign, at most 4 places behind point or comma. */
export function isFte(text: string): boolean {
  return FTE_TEXT.test(text.trim());
}

/** Whether the text is a share as the API and definition files write it: with a point, no blanks. */
export function isApiFte(text: string): boolean {
  return API_FTE_TEXT.test(text);
}

/**
 * Reads "0.5" or "0,5".
 * @throws InvalidField reason `fte`
 */
export function parseFte(text: string, pointer = ''): Fte {
  const match = FTE_TEXT.exec(text.trim());
  if (!match) throw new InvalidField('fte', text, pointer);
  const [, whole = '', places = ''] = match;
  return fte(Number(whole) * FULL_TIME + Number(places.padEnd(4, '0')));
}

/** Writes "0,5" or "18,0": German, at least one place. */
export function formatFte(share: Fte): string {
  return decimalOf(share, ',');
}

/** Writes "0.5" or "18.0", for the API. */
export function fteToApi(share: Fte): string {
  return decimalOf(share, '.');
}

export function sumFte(shares: readonly Fte[]): Fte {
  return fte(shares.reduce((sum, share) => sum + share, 0));
}

export function fteFraction(share: Fte): Fraction {
  return { n: BigInt(share), d: BigInt(FULL_TIME) };
}

/** R5: a post below 0.5 VzÄ is allowed, but draws a warning. */
export function isBelowUsualShare(share: Fte): boolean {
  return share < SMALLEST_USUAL_SHARE;
}

function decimalOf(share: Fte, separator: ',' | '.'): string {
  const magnitude = share < 0 ? -share : share;
  const whole = Math.floor(magnitude / FULL_TIME);
  const places = (magnitude % FULL_TIME)
    .toString()
    .padStart(4, '0')
    .replace(/0{1,3}$/, '');
  return `${share < 0 ? '-' : ''}${whole.toString()}${separator}${places}`;
}
