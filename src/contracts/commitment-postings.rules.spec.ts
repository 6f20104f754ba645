import fc from 'fast-check';
import { cents, sumCents } from '../domain/money/cents.js';
import { allocationLineScope, Standing, type Dimensions } from '../ledger/ledger.js';
import { aContract, aLine, aVersion } from '../../test/support/contract-builder.js';
import { commitmentPostings, commitmentsOf } from './commitment-postings.rules.js';
import { bookedExcess } from './commitment-excess.rules.js';
import { commitmentEntries, commitmentSteps } from './commitment-steps.rules.js';
import { parsePlainDate as day } from '../domain/calendar/plain-date.js';

const SCOPE = allocationLineScope('luenen-kim-2', 2025);

function dimensions(noticeLine?: string): Dimensions {
  return {
    ...{ allocationLine: 'luenen-kim-2', budgetYear: 2025, contract: 'kim-cities' },
    ...(noticeLine !== undefined && { noticeLine }),
  };
}

const happening = fc.record({
  wanted: fc.option(fc.bigInt(0n, 1_000_000n), { freq: 6, nil: undefined }),
  noticeLine: fc.constantFrom('kim-2-2025', 'kim-1-2025', undefined),
  ordered: fc.integer({ min: 0, max: 100 }),
  orderedUnder: fc.constantFrom('kim-2-2025', 'kim-1-2025', undefined),
});

describe('what a line binds in a year', () => {
  it('is booked to the cent, except what was ordered before it fell; and once', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        const standing = new Standing();
        for (const { wanted, noticeLine, ordered, orderedUnder } of happenings) {
          const commitment =
            wanted === undefined
              ? undefined
              : { cents: cents(wanted), dimensions: dimensions(noticeLine) };
          const postings = commitmentPostings(SCOPE, commitment, standing);
          expect(sumCents(postings.map((posting) => posting.cents))).toBe(0n);
          expect(commitmentPostings(SCOPE, commitment, standing)).toEqual([]);
          const open = standing.allOf('commitments', SCOPE);
          const excess = bookedExcess(SCOPE, cents(wanted ?? 0n), standing)?.excessCents ?? 0n;
          expect(standing.ownOf('commitments', SCOPE)).toBe((wanted ?? 0n) + excess);
          expect(open >= 0n && (excess === 0n || open === 0n)).toBe(true);
          const order = cents((-open * BigInt(ordered)) / 100n);
          standing.add([
            { account: 'commitments', dimensions: dimensions(orderedUnder), cents: order },
          ]);
        }
      }),
    );
  });

  it('is nothing for a refund agreement and for what a partner passes on', () => {
    expect(commitmentsOf(aContract({ direction: 'refund' })).size).toBe(0);
    expect(commitmentsOf(aContract({ forwardedBy: 'luenen' })).size).toBe(0);
    expect([...commitmentsOf(aContract()).values()].map((each) => each.cents)).toEqual([
      28_500_000n,
      28_500_000n,
      28_500_000n,
    ]);
  });
});

describe('a contract that comes with all its versions', () => {
  const second = aVersion({
    ...{ number: 2, kind: 'amendment', inForceFrom: day('2025-01-01') },
    lines: [aLine({ ceilingCents: cents(34_200_000n) })],
  });
  const termination = {
    ...{
      party: 'luenen',
      receivedOn: day('2024-03-01'),
      endsOn: day('2024-12-31'),
      clause: '§ 15',
    },
  };

  it('has bound one after the other, and then the termination', () => {
    const after = aContract({ versions: [second, aVersion()], termination });
    const told = commitmentSteps({ before: undefined, after }).map(({ subject, effectiveOn }) => [
      ...[subject, effectiveOn],
    ]);
    expect(told).toEqual([
      ['contract:kim-luenen/1', '2023-01-01'],
      ['contract:kim-luenen/2', '2025-01-01'],
      ['contract:kim-luenen', '2025-01-01'],
    ]);
    const standing = new Standing();
    const entries = commitmentEntries({ before: undefined, after }, standing);
    expect(entries).toHaveLength(3);
    for (const year of [2023, 2024, 2025]) {
      const scope = allocationLineScope('luenen-kim-2', year);
      expect(standing.ownOf('commitments', scope)).toBe(year === 2025 ? 0n : 28_500_000n);
    }
  });

  it('has nothing more to tell when its head is corrected', () => {
    const before = aContract({ versions: [aVersion(), second] });
    expect(commitmentSteps({ before, after: { ...before, title: 'anders' } })).toEqual([]);
  });
});
