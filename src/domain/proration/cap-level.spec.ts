import { parseAmount } from '../money/amount-text.js';
import { CAP_LEVELS, provenEntitlement, type ProvenPost } from './cap-level.js';

const post = (label: string, cost: string): ProvenPost => ({
  label,
  capCents: parseAmount('57000.00'),
  costCents: parseAmount(cost),
});
const dear = post('L-01', '61200.00');
const cheap = post('L-02', '52310.44');

describe('the entitlement after the proof (R6)', () => {
  it.each(CAP_LEVELS)('of one post is the lower of cap and cost, %s', (level) => {
    expect(provenEntitlement([dear], level).amount).toBe(5_700_000n);
    expect(provenEntitlement([cheap], level).amount).toBe(5_231_044n);
  });

  it.each([
    ['per-post', 10_931_044n, ['lower-of-cap-and-cost', 'lower-of-cap-and-cost', 'total']],
    ['per-line', 11_351_044n, ['pooled-cap', 'pooled-cost', 'lower-of-cap-and-cost']],
  ] as const)('of both posts %s is %s cents', (level, amount, keys) => {
    const result = provenEntitlement([dear, cheap], level, '§ 4 Abs. 1');
    expect(result.amount).toBe(amount);
    expect(result.derivation().steps.map(({ key }) => key)).toEqual(keys);
    expect(result.derivation().result).toEqual({ kind: 'money', cents: amount });
  });
});
