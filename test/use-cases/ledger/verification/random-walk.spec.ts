import fc from 'fast-check';
import { parsePlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../../src/domain/money/cents.js';
import { CHART, Ledger, type AccountKey, type NewEntry } from '../../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../../support/open-app.js';
import { findingsOf } from '../../../support/verify-ledger.js';

const ON_BALANCE = (Object.keys(CHART) as AccountKey[]).filter((key) => CHART[key].kind !== 'memo');

const dimensions = fc.record(
  {
    allocationLine: fc.constantFrom('luenen-kim-2', 'unna-kim-1'),
    budgetYear: fc.constantFrom(2024, 2025),
    contract: fc.constantFrom('kim-cities', 'kim-unna'),
    claim: fc.constant('ß„"\\'),
  },
  { requiredKeys: [] },
);

const move = fc.record({
  from: fc.constantFrom(...ON_BALANCE),
  to: fc.constantFrom(...ON_BALANCE),
  amount: fc.bigInt(1n, 10n ** 12n),
  day: fc.constantFrom('2023-12-31', '2024-01-01', '2025-02-28', '2025-03-31'),
  text: fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
  dimensions,
  /** Whether an entry is taken back afterwards. */
  back: fc.boolean(),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

function entryOf({ from, to, amount, day, text, dimensions: named }: Move): NewEntry {
  return {
    effectiveOn: parsePlainDate(day),
    kind: 'adjustment',
    subject: 'document:Beleg',
    text,
    actors: { entered: 'system:test' },
    commandKey: 'walk',
    postings: [
      { ...named, account: to, cents: cents(amount) },
      { ...named, account: from, cents: cents(-amount) },
    ],
  };
}

appOnEachDatabase({}, (app) => {
  it('finds nothing after whatever was entered and taken back', async () => {
    const ledger = app().get(Ledger);
    const unitOfWork = app().get(UnitOfWork);
    const walk = async (moves: readonly Move[]): Promise<void> => {
      const ids = await unitOfWork.run((tx) => ledger.appendAll(tx, moves.map(entryOf)));
      for (const [index, { back }] of moves.entries()) {
        const entry = ids[index];
        if (!back || entry === undefined) continue;
        await unitOfWork.run((tx) =>
          ledger.reverse(tx, {
            ...{ entry, effectiveOn: parsePlainDate('2025-04-01'), text: 'zurück' },
            ...{ actors: { entered: 'system:test' }, commandKey: 'walk' },
          }),
        );
      }
      // All are by hand: that nobody has countersigned them yet is told, and right.
      const findings = await findingsOf(app());
      expect(findings.filter((each) => !each.includes('2 Gegenzeichnungen'))).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), walk), {
      numRuns: 12,
    });
  });
});
