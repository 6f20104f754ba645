import type {
  Derivation,
  DerivationStep,
  Quantity,
  QuantityName,
  StepKey,
} from '../../domain/derivation/derivation.js';
import { isConvention } from '../../domain/proration/conventions.js';
import { fractionText, monthsText, monthSum, quantityText } from './quantity-text.js';
import { capLevelNames, conventionNames, dayCountNames } from './terms.js';

/** A line of the calculation sheet ("Rechenblatt"): Schritt, Was, Wert, Grundlage. */
export interface DerivationRow {
  /** Counts from 1. */
  readonly number: number;
  /** Where the sheet covers several years: the year that the line belongs to. */
  readonly year?: number;
  readonly label: string;
  readonly value: string;
  /** The clause, the rule or the way of rounding; empty where there is nothing to name. */
  readonly basis: string;
  /** Whether this line is what the sheet was made for. */
  readonly isResult: boolean;
}

/** The calculation sheet of a derivation, in German. */
export function derivationRows({ steps }: Derivation): readonly DerivationRow[] {
  return steps.map((step, index) => {
    const year = inputOf(step, 'year');
    const row = {
      number: index + 1,
      label: LABELS[step.key](step, steps[index - 1]),
      value: quantityText(step.result),
      basis: basisOf(step),
      isResult: index === steps.length - 1,
    };
    return year?.kind === 'year' ? { ...row, year: year.year } : row;
  });
}

type Label = (step: DerivationStep, previous: DerivationStep | undefined) => string;

const LABELS: Readonly<Record<StepKey, Label>> = {
  'annual-rate': (step) => `Jahressatz je VzÄ${since(step)}`,
  'post-share': () => 'Anteil der Stelle',
  period: () => 'Zeitraum, beide Tage zählen',
  'daily-shares': () => 'Besetzung der Stelle',
  months: monthsLabel,
  'weighted-days': () => 'Tage, die zählen',
  'year-share': yearShareLabel,
  'rate-part': (step) => `Teil: ${productLabel(step)}`,
  product: productLabel,
  rounded: () => 'auf Cent gerundet, einmal, am Ende',
  'sum-of-years': () => 'Summe der Jahre',
  'sum-of-parts': partsLabel,
  cap: capLabel,
  'actual-cost': () => 'Anerkannte Ausgaben',
  'pooled-cap': () => 'Höchstbeträge aller Stellen der Zeile',
  'pooled-cost': () => 'Anerkannte Ausgaben aller Stellen der Zeile',
  'lower-of-cap-and-cost': lowerLabel,
  quantity: (step) => `${said(step, 'item')}: Menge`,
  'capped-quantity': (step) => `${said(step, 'item')}: anerkannte Menge, begrenzt`,
  'fixed-sum': (step) =>
    `${said(step, 'item')}: ${said(step, 'quantity')} × ${said(step, 'unit-sum')}`,
  'capped-sum': cappedLabel,
  'capped-grant-share': (step) =>
    `${said(step, 'item')}: höchstens ${said(step, 'percent')} von ${said(step, 'amount')}`,
  date: () => 'Eingegebener Tag',
  'end-of-term': () => 'Ende der Vertragslaufzeit',
  'months-back': (step) => `${said(step, 'months')} Monate vorher`,
  'end-of-quarter': () => 'Ende des Quartals',
  'weeks-after': (step) => `${said(step, 'weeks')} Wochen danach`,
  'non-working-day': (step) => `kein Werktag: ${said(step, 'reason')}`,
  'due-day': () => 'Fällig am',
  'safe-day': () => 'Sicher bis: letzter Werktag bis dahin',
  principal: () => 'Zu verzinsender Betrag',
  'part-payment': (step) => `Teilzahlung am ${said(step, 'on')}`,
  'interest-segment': segmentLabel,
  'exact-interest': () => 'Summe der Abschnitte',
  payment: () => 'Zahlung',
  'to-costs': (step) => `auf Kosten, offen ${said(step, 'open')}`,
  'to-interest': (step) => `auf Zinsen, offen ${said(step, 'open')}`,
  'to-principal': (step) => `auf die Hauptforderung, offen ${said(step, 'open')}`,
  remaining: () => 'Danach noch offen',
  'left-over': () => 'Rest der Zahlung',
  total: () => 'Summe',
  weight: () => 'Gewicht',
  share: (step) => `Teil mit dem Gewicht ${said(step, 'weight')}`,
};

/** "Höchstbetrag 01.01.2025 – 30.06.2025: 57.000,00 € × 1/2"; a whole year needs no share. */
function capLabel(step: DerivationStep): string {
  const days = said(step, 'period');
  const share = said(step, 'year-share');
  const part = share === '1' ? '' : ` × ${share}`;
  return `Höchstbetrag ${days}: ${said(step, 'limit')}${part}`;
}

/** A line adds up its posts, a post the parts of its year. */
function partsLabel(step: DerivationStep): string {
  if (said(step, 'cap-level') === '') return 'Summe der Teile';
  const posts = step.inputs.filter(({ name }) => name === 'amount').length;
  return posts === 1 ? 'Betrag der Stelle' : `Summe der ${posts} Stellen`;
}

function monthsLabel(step: DerivationStep): string {
  return step.result.kind === 'months'
    ? `Monate: ${monthsText(step.result.units, step.result.whole)}`
    : 'Monate';
}

/** "Anteil des Jahres: 296/31 : 12", from what the step before has counted. */
function yearShareLabel(_: DerivationStep, previous: DerivationStep | undefined): string {
  const counted = previous?.result;
  if (counted?.kind === 'months') {
    return `Anteil des Jahres: ${fractionText(monthSum(counted.units, counted.whole))} : 12`;
  }
  const days = previous && daysOfYear(previous);
  if (counted?.kind !== 'fraction' || days === undefined) return 'Anteil des Jahres';
  return `Anteil des Jahres: ${fractionText(counted.value)} : ${days.toString()}`;
}

function daysOfYear(step: DerivationStep): number | undefined {
  const days = inputOf(step, 'days-in-year');
  return days?.kind === 'days' ? days.days : undefined;
}

function productLabel(step: DerivationStep): string {
  const sum = said(step, 'unit-sum');
  if (sum !== '') return `Sachmittel: ${sum} × ${said(step, 'year-share')}`;
  const share = said(step, 'planned-share').replace(/\u00a0VzÄ$/, '');
  return `${said(step, 'rate')} × ${share} × ${said(step, 'year-share')}`;
}

/** A fixed sum is capped for each day, a line by what it yields at most in the year. */
function cappedLabel(step: DerivationStep): string {
  const item = said(step, 'item');
  return item === ''
    ? `höchstens der Höchstbetrag der Zeile, ${said(step, 'limit')}`
    : `${item}: begrenzt auf den Höchstbetrag je Tag`;
}

function lowerLabel(step: DerivationStep): string {
  const item = said(step, 'item');
  const compared = `${said(step, 'cap')} oder ${said(step, 'cost')}`;
  return `${item === '' ? '' : `${item}: `}der kleinere Betrag, ${compared}`;
}

function segmentLabel(step: DerivationStep): string {
  const days = `${said(step, 'days')} : ${said(step, 'days-in-year').replace(/\u00a0.*$/, '')}`;
  return `${said(step, 'period')}: ${said(step, 'principal')} × ${said(step, 'rate')} × ${days}`;
}

function since(step: DerivationStep): string {
  const on = said(step, 'on');
  return on === '' ? '' : `, seit ${on}`;
}

/** The clause first, then the term of the contract that the step applies. */
function basisOf(step: DerivationStep): string {
  const parts = [step.clause ?? '', termOf(step), ROUNDED_BY[step.key] ?? ''];
  return parts.filter((part) => part !== '').join(', ');
}

const ROUNDED_BY: Partial<Readonly<Record<StepKey, string>>> = { rounded: 'kaufmännisch gerundet' };

function termOf(step: DerivationStep): string {
  const convention = said(step, 'convention');
  if (isConvention(convention)) return `Regel „${conventionNames[convention]}“`;
  const level = said(step, 'cap-level');
  if (level === 'per-post' || level === 'per-line') return capLevelNames[level];
  const count = said(step, 'day-count');
  return count === 'act/act' || count === 'act/365' || count === 'thirty-360'
    ? dayCountNames[count]
    : ratesOf(step);
}

function ratesOf(step: DerivationStep): string {
  if (step.key !== 'interest-segment') return '';
  return `Basiszins ${said(step, 'base-rate')} und ${said(step, 'margin')} darüber`;
}

function inputOf(step: DerivationStep, name: QuantityName): Quantity | undefined {
  return step.inputs.find((input) => input.name === name)?.value;
}

function said(step: DerivationStep, name: QuantityName): string {
  const value = inputOf(step, name);
  return value === undefined ? '' : quantityText(value);
}
