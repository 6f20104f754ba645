/**
 * Questions and answers for the API's description: KIM II of 2025 at 55,000 €, with a notice that
 * raises the rate to 57,000 € from 01.07.2025 on. The tests ask each question of such a book.
 */
export const flowDownExample = {
  answer: {
    notice: 'notice-2025-raise',
    amends: 'notice-2025',
    effectiveFrom: '2025-07-01',
    passedOn: false,
    contracts: [
      { contract: 'kim-awo', state: 'open', kind: 'amendment', rule: 'R4' },
      {
        contract: 'kim-cities',
        state: 'open',
        kind: 'by-notice',
        rule: 'R10',
        clause: '§ 7 Abs. 3',
        inForceFrom: '2025-07-01',
        lines: [
          {
            line: 'luenen-kim-2',
            annualRate: { before: '55000.00', after: '57000.00' },
            ceiling: { before: '275000.00', after: '285000.00' },
            marks: [],
          },
          { line: 'bergkamen-kim-2' },
        ],
      },
    ],
    next: null,
  },
} as const;

export const draftExample = {
  question: { reason: 'Änderungsbescheid vom 16.06.2025', contracts: ['kim-cities', 'kim-awo'] },
  answer: {
    notice: 'notice-2025-raise',
    passedOn: false,
    contracts: [
      { contract: 'kim-awo', state: 'drafted', versions: [2] },
      { contract: 'kim-cities', state: 'effective', versions: [2] },
    ],
  },
} as const;

export const followOnExample = {
  question: { reason: 'Anschlussbescheid 2026', leaveOut: ['kim-awo'] },
  answer: {
    notice: 'notice-2026',
    follows: 'notice-2025',
    fits: true,
    contracts: [
      { contract: 'kim-awo', state: 'open' },
      { contract: 'kim-cities', state: 'taken-over', versions: [2] },
    ],
  },
} as const;

export const whatIfExample = {
  question: {
    moves: [
      { fromLine: 'luenen-kim-2', toLine: 'bergkamen-kim-2', fte: '0.5', from: '2025-07-01' },
    ],
  },
  answer: {
    fits: true,
    contracts: [
      {
        contract: 'kim-cities',
        inForceFrom: '2025-07-01',
        lines: [
          {
            line: 'luenen-kim-2',
            fte: { before: '5.0', after: '4.5' },
            ceiling: { before: '275000.00', after: '247500.00' },
          },
          {
            line: 'bergkamen-kim-2',
            fte: { before: '4.0', after: '4.5' },
            ceiling: { before: '220000.00', after: '247500.00' },
          },
        ],
      },
    ],
  },
} as const;

export const whatIfDraftExample = {
  answer: { versions: [{ contract: 'kim-cities', number: 2, kind: 'amendment' }] },
} as const;

export const effectsExample = {
  answer: {
    years: [
      {
        year: 2025,
        lines: [
          { line: 'bergkamen-kim-2', difference: { fte: '0.5', ceiling: '13750.00' } },
          { line: 'luenen-kim-2', difference: { fte: '-0.5', ceiling: '-13750.00' } },
        ],
      },
    ],
    difference: '0.00',
  },
} as const;
