import { InvalidField } from '../errors/invalid-field.js';
import { cents, type Cents } from './cents.js';

/** Money as text: German for people ("1.234,56 €"), a decimal with a point for the API ("1234.56"). */

const GERMAN_AMOUNT = /^(-?)(\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})(?:,(\d{2}))?$/;
const API_AMOUNT = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;
const NO_BREAK_SPACE = '\u00a0';
const TRAILING_EURO = /[\s\u00a0\u202f]*(?:€|EUR)$/;

/** Whether the text is a German amount; "1,234.56" and "12,5" are none: nothing is guessed. */
export function isEuro(text: string): boolean {
  return GERMAN_AMOUNT.test(bareEuro(text));
}

/**
 * Reads "1.234,56", "1234,56 €" or "-5".
 * @throws InvalidField reason `euro`
 */
export function parseEuro(text: string, pointer = ''): Cents {
  const match = GERMAN_AMOUNT.exec(bareEuro(text));
  if (!match) throw new InvalidField('euro', text, pointer);
  const [, sign = '', euros = '', places = ''] = match;
  return toCents(sign, euros.replaceAll('.', ''), places);
}

/** Writes "1.234,56 €", with the no-break space that German typesetting wants. */
export function formatEuro(amount: Cents): string {
  return `${formatEuroPlain(amount)}${NO_BREAK_SPACE}€`;
}

/** Writes "1.234,56" without the currency, for table columns and form fields. */
export function formatEuroPlain(amount: Cents): string {
  const { sign, euros, places } = digitsOf(amount);
  return `${sign}${euros.replace(/\B(?=(\d{3})+$)/g, '.')},${places}`;
}

/** Whether the text is an API amount: `-?\d+(\.\d{1,2})?`, at most 15 digits before the point. */
export function isAmount(text: string): boolean {
  return API_AMOUNT.test(text);
}

/**
 * Reads the API's "1234.5" or "-5.00".
 * @throws InvalidField reason `amount`
 */
export function parseAmount(text: string, pointer = ''): Cents {
  const match = API_AMOUNT.exec(text);
  if (!match) throw new InvalidField('amount', text, pointer);
  const [, sign = '', euros = '', places = ''] = match;
  return toCents(sign, euros, places);
}

/** Writes the API's "1234.56", always with both decimals. */
export function formatAmount(amount: Cents): string {
  const { sign, euros, places } = digitsOf(amount);
  return `${sign}${euros}.${places}`;
}

function bareEuro(text: string): string {
  return text.trim().replace(TRAILING_EURO, '');
}

function toCents(sign: string, euros: string, places: string): Cents {
  const amount = BigInt(euros + places.padEnd(2, '0'));
  return cents(sign === '-' ? -amount : amount);
}

function digitsOf(amount: Cents): { sign: string; euros: string; places: string } {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return {
    sign: amount < 0n ? '-' : '',
    euros: digits.slice(0, -2),
    places: digits.slice(-2),
  };
}
