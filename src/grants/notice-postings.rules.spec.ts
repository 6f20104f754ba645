import fc from 'fast-check';
import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import { noticeLineScope, Standing, type NewPosting } from '../ledger/ledger.js';
import { aNotice, aNoticeLine } from '../../test/support/notice-builder.js';
import {
  bookedGrant,
  grantDimensions,
  noticeEntries,
  noticeSteps,
} from './notice-postings.rules.js';
import { grantedLines, type GrantedLine } from './notice.rules.js';

const LINE = 'kim-2-2023';
const SCOPE = noticeLineScope(LINE);

function granting(amount: Cents, component = 'kim-2'): GrantedLine {
  const line = aNoticeLine({ id: LINE, amountCents: amount, component });
  return { line, notice: aNotice({ lines: [line] }) };
}

/** Enters what the line grants now. */
function follow(granted: GrantedLine | undefined, standing: Standing): readonly NewPosting[] {
  const wanted = { lineId: LINE, ...(granted && { granted }) };
  const cause = { notice: granted?.notice ?? aNotice(), event: 'corrected' } as const;
  const steps = noticeSteps([wanted], standing, cause);
  return steps.flatMap((step) => noticeEntries(step, standing)).flatMap(({ postings }) => postings);
}

const amount = fc.bigInt(0n, 10_000_000n).map(cents);

/** What the Land pays and the Kreis earns in between, each as far as there is any. */
const happening = fc.record({
  wanted: fc.option(amount, { freq: 8, nil: undefined }),
  component: fc.constantFrom('kim-1', 'kim-2'),
  paid: fc.integer({ min: 0, max: 100 }),
  earned: fc.integer({ min: 0, max: 100 }),
});

describe('the entries of a notice line', () => {
  it('balance, have what is granted, and overdraw nothing, whatever happens in between', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        const standing = new Standing();
        for (const { wanted, component, paid, earned } of happenings) {
          const granted = wanted === undefined ? undefined : granting(wanted, component);
          const postings = follow(granted, standing);
          expect(sumCents(postings.map((posting) => posting.cents))).toBe(0n);
          const booked = standing.dimensionsOf(SCOPE).map((each) => bookedGrant(standing, each));
          expect(sumCents(booked)).toBe(wanted ?? 0n);
          expect(follow(granted, standing)).toEqual([]);
          expect(standing.allOf('earmarked', SCOPE) <= 0n).toBe(true);
          expect(standing.allOf('land-claims', SCOPE) >= 0n).toBe(true);
          happen(standing, granted, paid, earned);
        }
      }),
    );
  });

  it('are of no kind but more and less: a raise is a notice, a fall is a cut', () => {
    const standing = new Standing();
    const kinds = (euros: bigint) =>
      noticeSteps([{ lineId: LINE, granted: granting(cents(euros)) }], standing)
        .flatMap((step) => noticeEntries(step, standing))
        .map(({ kind }) => kind);
    expect(kinds(100n)).toEqual(['notice']);
    expect(kinds(40n)).toEqual(['notice-cut']);
    expect(kinds(40n)).toEqual([]);
  });

  it('tell the history of a line that nothing is booked of, amendment after amendment', () => {
    const base = aNotice({ id: 'base' });
    const raise = aNotice({
      ...{ id: 'raise', amends: 'base' },
      lines: [aNoticeLine({ amountCents: cents(120_000_000n) })],
    });
    const granted = grantedLines([raise, base]).get(LINE);
    if (granted === undefined) throw new Error('the line is granted');
    const standing = new Standing();
    const steps = noticeSteps([{ lineId: LINE, granted }], standing);
    const told = steps.flatMap((step) => noticeEntries(step, standing));
    expect(told.map(({ subject, text }) => [subject, text])).toEqual([
      ['notice:base', 'Bewilligt durch Bescheid „KIM II 2023“ (36.30.06-078/2023-002)'],
      ['notice:raise', 'Mehr bewilligt durch Bescheid „KIM II 2023“ (36.30.06-078/2023-002)'],
    ]);
  });
});

/** So many percent of what is open is paid by the Land, and earned. */
function happen(
  standing: Standing,
  granted: GrantedLine | undefined,
  paid: number,
  earned: number,
): void {
  if (granted === undefined) return;
  const dimensions = grantDimensions(granted);
  const part = (open: bigint, percent: number): Cents => cents((open * BigInt(percent)) / 100n);
  const claims = part(standing.allOf('land-claims', SCOPE), paid);
  const income = part(-standing.allOf('earmarked', SCOPE), earned);
  const sums = [
    { account: 'land-claims', dimensions, cents: cents(-claims) },
    { account: 'earmarked', dimensions, cents: income },
  ] as const;
  standing.add(sums);
}
