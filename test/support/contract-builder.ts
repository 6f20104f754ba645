import { parsePlainDate as day } from '../../src/domain/calendar/plain-date.js';
import { cents } from '../../src/domain/money/cents.js';
import { fte } from '../../src/domain/proration/fte.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  ContractTerms,
  ContractVersionDefinition,
} from '../../src/programmes/definitions/definition.js';

/** Contracts for tests: complete and in force, unless the test says otherwise. */

export const TERMS: ContractTerms = {
  proration: { convention: 'calendar-month', clause: '§ 6' },
  capLevel: { level: 'per-post', clause: '§ 6' },
  unpaidSpells: { cutCap: false, clause: '§ 8' },
  proofDue: { month: 1, day: 15, kind: 'frist', form: 'usage-report', clause: '§ 8' },
  quarterlyProof: { on: false, weeksAfterQuarter: 4, clause: '§ 15 Abs. 2' },
  noticePeriod: { months: 6, to: 'year-end', clause: '§ 15 Abs. 2' },
  twoMonthRule: { state: 'undecided', clause: '§ 2 Abs. 3' },
  followsNotice: { on: true, clause: '§ 7 Abs. 3' },
};

export function aLine(given: Partial<AllocationLineDefinition> = {}): AllocationLineDefinition {
  return {
    id: 'luenen-kim-2',
    partner: 'luenen',
    component: 'kim-2',
    title: 'Fallmanagement Nordkreis',
    region: 'Nordkreis',
    towns: ['Lünen', 'Selm', 'Werne'],
    fte: fte(50_000),
    annualRateCents: cents(5_700_000n),
    materialCents: cents(0n),
    ceilingCents: cents(28_500_000n),
    measures: [],
    funding: [{ source: 'notice-line', year: 2023, noticeLine: 'kim-2-2023' }],
    clause: '§ 4 Abs. 1 b',
    ...given,
  };
}

export function aVersion(
  given: Partial<ContractVersionDefinition> = {},
): ContractVersionDefinition {
  return {
    number: 1,
    kind: 'base',
    title: 'Weiterleitungsvertrag',
    writtenOn: day('2022-12-15'),
    inForceFrom: day('2023-01-01'),
    inForceTo: day('2025-12-31'),
    signatures: ['kreis', 'luenen'].map((party) => ({ party, signedOn: day('2022-12-20') })),
    summary: 'Grundvertrag',
    terms: TERMS,
    checklist: [],
    clauses: [],
    parts: [],
    lines: [aLine()],
    openItems: [],
    ...given,
  };
}

export function aContract(given: Partial<ContractDefinition> = {}): ContractDefinition {
  return {
    kind: 'contract',
    id: 'kim-luenen',
    programme: 'kim',
    title: 'KIM Lünen',
    fileReference: '50.1-KIM-1',
    legalForm: 'contract',
    direction: 'forwarding',
    form: 'free',
    forwardedBy: 'kreis',
    partners: ['luenen'],
    versions: [aVersion()],
    sources: [],
    ...given,
  };
}
