import { InvalidField } from '../domain/errors/invalid-field.js';
import type { InterestQuestion } from '../domain/interest/interest.js';
import { toText, type Fraction } from '../domain/money/fraction.js';

/** More parts than any book has lines: a limit against requests that only cost time. */
const WEIGHTS_MAX = 10_000;

/** The principal and the margin of a question about interest (R21). */
export function ensureInterestQuestion(question: InterestQuestion): void {
  const { principal, period, basis, agreedMargin } = question;
  if (principal < 0n) throw new InvalidField('amount-negative', principal.toString(), '/principal');
  if (period.from > period.to) {
    throw new InvalidField('from-after-to', period.from, '/from', { to: period.to });
  }
  if (basis === 'agreed' && agreedMargin === undefined) {
    throw new InvalidField('required', '', '/margin');
  }
  if (basis !== 'agreed' && agreedMargin !== undefined) {
    throw new InvalidField('not-allowed', toText(agreedMargin), '/margin');
  }
  if (agreedMargin !== undefined && agreedMargin.n < 0n) {
    throw new InvalidField('decimal-negative', toText(agreedMargin), '/margin');
  }
}

/** Weights of a split: none negative, at least one positive. */
export function ensureWeights(weights: readonly Fraction[]): void {
  if (weights.length === 0) throw new InvalidField('weights-missing', '', '/weights');
  if (weights.length > WEIGHTS_MAX) {
    throw new InvalidField('weights-too-many', weights.length.toString(), '/weights');
  }
  const negative = weights.findIndex(({ n }) => n < 0n);
  if (negative >= 0) {
    const pointer = `/weights/${negative.toString()}`;
    throw new InvalidField(
      'weight-negative',
      toText(weights[negative] ?? { n: 0n, d: 1n }),
      pointer,
    );
  }
  if (weights.every(({ n }) => n === 0n)) throw new InvalidField('weights-zero', '', '/weights');
}
