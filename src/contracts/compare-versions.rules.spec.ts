import { parseEuro } from '../domain/money/amount-text.js';
import { aLine, aVersion, TERMS } from '../../test/support/contract-builder.js';
import { completeChecklist, summarizeChecklist } from './checklist.rules.js';
import { compareVersions } from './compare-versions.rules.js';

describe('the comparison of two versions', () => {
  it('finds nothing between a version and itself', () => {
    expect(compareVersions(aVersion(), aVersion())).toEqual([]);
  });

  it('names each figure with both values and clauses', () => {
    const before = aVersion({ lines: [aLine({ annualRateCents: parseEuro('55.000,00') })] });
    const after = aVersion({ lines: [aLine({ clause: '§ 4 Abs. 1 c' })] });
    expect(compareVersions(before, after)).toContainEqual({
      area: 'line',
      subject: 'luenen-kim-2',
      field: 'annualRate',
      before: { kind: 'money', cents: 5_500_000n },
      after: { kind: 'money', cents: 5_700_000n },
      clauseBefore: '§ 4 Abs. 1 b',
      clauseAfter: '§ 4 Abs. 1 c',
    });
  });

  it('names a changed term, and a line that came or went with one side only', () => {
    const after = aVersion({
      terms: { ...TERMS, proration: { convention: 'thirty-360', clause: '§ 6' } },
      lines: [aLine({ id: 'new' })],
    });
    const found = compareVersions(aVersion(), after);
    expect(found).toContainEqual(
      expect.objectContaining({
        subject: 'proration',
        before: { kind: 'key', key: 'calendar-month' },
        after: { kind: 'key', key: 'thirty-360' },
      }),
    );
    const gone = found.filter(({ subject }) => subject === 'luenen-kim-2');
    expect(gone.every((difference) => difference.after === undefined)).toBe(true);
    const come = found.filter(({ subject }) => subject === 'new');
    expect(come.every((difference) => difference.before === undefined)).toBe(true);
  });
});

describe('the checklist (R4)', () => {
  it('has 13 items, and what nobody looked at is missing', () => {
    const entries = [{ item: 'interest', state: 'by-reference' }] as const;
    expect(completeChecklist(entries)).toHaveLength(13);
    expect(summarizeChecklist(entries)).toEqual({
      explicit: 0,
      'by-reference': 1,
      missing: 12,
      contradictory: 0,
    });
  });
});
