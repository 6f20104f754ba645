import { parsePlainDate as day } from '../../src/domain/calendar/plain-date.js';
import { calendarYear } from '../../src/domain/calendar/period.js';
import { parseEuro } from '../../src/domain/money/amount-text.js';
import { parseFte } from '../../src/domain/proration/fte.js';
import { yearlySum } from '../../src/domain/proration/yearly-sum.js';
import type { FactChange } from '../../src/platform/database/fact-change.js';
import {
  CHECKLIST_ITEMS,
  type AllocationLineDefinition,
  type ContractDefinition,
  type ContractTerms,
  type ContractVersionDefinition,
  type NoticeDefinition,
  type NoticeLineTerm,
  type PositionDefinition,
} from '../../src/programmes/definitions/definition.js';
import { aContract, aLine, aVersion, TERMS } from './contract-builder.js';
import { aNotice, aNoticeLine, aPosition } from './notice-builder.js';

/** KIM II of 2025 at 55,000 € per VzÄ: what amending notices change in tests. */

export const LINE_2025 = 'kim-2-2025';

export function staffTerm(quantity: string, unit: string, amount: string): NoticeLineTerm {
  return {
    text: 'Fallmanagement',
    costKind: 'staff',
    quantity,
    unitCents: parseEuro(unit),
    amountCents: parseEuro(amount),
  };
}

/** 18.0 VzÄ at 55,000 €. */
export function notice2025(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return aNotice({
    id: 'notice-2025',
    title: 'KIM II 2025',
    reference: '36.30.06-078/2025-002',
    issuedOn: day('2025-02-10'),
    period: calendarYear(2025),
    lines: [
      aNoticeLine({
        id: LINE_2025,
        year: 2025,
        amountCents: parseEuro('990.000,00'),
        terms: [staffTerm('18', '55.000,00', '990.000,00')],
      }),
    ],
    ...given,
  });
}

/** The Land pays 57,000 € from 01.07.2025 on: half a year each way. */
export function raise2025(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return notice2025({
    id: 'notice-2025-raise',
    title: 'Änderungsbescheid KIM II 2025',
    reference: '36.30.06-078/2025-002-1',
    issuedOn: day('2025-06-16'),
    amends: 'notice-2025',
    effectiveFrom: day('2025-07-01'),
    lines: [
      aNoticeLine({
        id: LINE_2025,
        year: 2025,
        amountCents: parseEuro('1.008.000,00'),
        terms: [
          staffTerm('9', '55.000,00', '495.000,00'),
          staffTerm('9', '57.000,00', '513.000,00'),
        ],
      }),
    ],
    ...given,
  });
}

/** The Land takes 1.0 VzÄ back for the whole year. */
export function cut2025(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return raise2025({
    id: 'notice-2025-cut',
    title: 'Kürzungsbescheid KIM II 2025',
    effectiveFrom: day('2025-01-01'),
    lines: [
      aNoticeLine({
        id: LINE_2025,
        year: 2025,
        fte: parseFte('17,0'),
        amountCents: parseEuro('935.000,00'),
        terms: [staffTerm('17', '55.000,00', '935.000,00')],
      }),
    ],
    ...given,
  });
}

/** Goes on in 2026 with 18.0 VzÄ at 57,000 €. */
export function follow2026(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return aNotice({
    id: 'notice-2026',
    title: 'KIM II 2026',
    reference: '36.30.06-078/2026-002',
    issuedOn: day('2026-01-20'),
    period: calendarYear(2026),
    follows: 'notice-2025',
    lines: [
      aNoticeLine({
        id: 'kim-2-2026',
        year: 2026,
        terms: [staffTerm('18', '57.000,00', '1.026.000,00')],
      }),
    ],
    ...given,
  });
}

export const NOT_FOLLOWING: ContractTerms = {
  ...TERMS,
  followsNotice: { on: false, clause: '§ 9' },
};

/** A line of 2025 at 55,000 € per VzÄ. */
export function line2025(
  partner: string,
  share: string,
  given: Partial<AllocationLineDefinition> = {},
): AllocationLineDefinition {
  const rate = parseEuro('55.000,00');
  return aLine({
    id: `${partner}-kim-2`,
    partner,
    title: `Fallmanagement ${partner}`,
    fte: parseFte(share),
    annualRateCents: rate,
    ceilingCents: yearlySum(rate, parseFte(share)),
    funding: [{ source: 'notice-line', year: 2025, noticeLine: LINE_2025 }],
    ...given,
  });
}

/** In force all of 2025, signed by all. */
export function contract2025(
  id: string,
  lines: readonly AllocationLineDefinition[],
  version: Partial<ContractVersionDefinition> = {},
  given: Partial<ContractDefinition> = {},
): ContractDefinition {
  const partners = [...new Set(lines.map(({ partner }) => partner))];
  const parties = [given.forwardedBy ?? 'kreis', ...partners];
  return aContract({
    id,
    title: `Vertrag ${id}`,
    partners,
    versions: [
      aVersion({
        writtenOn: day('2024-12-02'),
        inForceFrom: day('2025-01-01'),
        signatures: parties.map((party) => ({ party, signedOn: day('2024-12-16') })),
        checklist: CHECKLIST_ITEMS.map((item) => ({ item, state: 'explicit', clause: '§ 1' })),
        lines,
        ...version,
      }),
    ],
    ...given,
  });
}

/** A post of 1.0 VzÄ, filled from 01.01.2025 on. */
export function post2025(
  id: string,
  line: string,
  given: Partial<PositionDefinition> = {},
): PositionDefinition {
  const share = given.plannedFte ?? parseFte('1,0');
  return aPosition({
    id,
    label: id.toUpperCase(),
    from: day('2025-01-01'),
    allocationLine: line,
    occupancies: [
      {
        id: `${id}-a`,
        personKey: `${id.toUpperCase()}-P`,
        from: day('2025-01-01'),
        share,
        cover: false,
        unpaid: [],
      },
    ],
    ...given,
  });
}

export function changeOf(key: string, reason = 'Bescheid weitergegeben'): FactChange {
  return { by: 'person:officer', reason, key };
}
