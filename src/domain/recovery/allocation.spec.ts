import fc from 'fast-check';
import { cents, sumCents } from '../money/cents.js';
import { allocatePayment, type OpenClaim } from './allocation.js';

const sumOf = ({ costs, interest, principal }: OpenClaim): bigint =>
  sumCents([costs, interest, principal]);

describe('the allocation of a payment (§ 367 BGB)', () => {
  it('of 1,000.00 leaves 1,306.04 of the principal (R26)', () => {
    const open = { costs: cents(500n), interest: cents(10_104n), principal: cents(220_000n) };
    expect(allocatePayment(cents(100_000n), open)).toMatchObject({
      allocated: { costs: 500n, interest: 10_104n, principal: 89_396n },
      remaining: { costs: 0n, interest: 0n, principal: 130_604n },
      leftOver: 0n,
    });
  });

  it('keeps what is too much', () => {
    const open = { costs: cents(0n), interest: cents(1n), principal: cents(10n) };
    expect(allocatePayment(cents(100n), open).leftOver).toBe(89n);
  });

  it('loses no cent and never meets a later part before an earlier one', () => {
    const amount = fc.bigInt(0n, 10n ** 9n).map(cents);
    const claim = fc.record({ costs: amount, interest: amount, principal: amount });
    fc.assert(
      fc.property(amount, claim, (payment, open) => {
        const { allocated, remaining, leftOver, derivation } = allocatePayment(payment, open);
        expect(sumOf(allocated) + leftOver).toBe(payment);
        expect(sumOf(allocated) + sumOf(remaining)).toBe(sumOf(open));
        if (remaining.costs > 0n) expect(allocated.interest).toBe(0n);
        if (remaining.interest > 0n) expect(allocated.principal).toBe(0n);
        expect(derivation().result).toEqual({ kind: 'money', cents: leftOver });
      }),
    );
  });
});
