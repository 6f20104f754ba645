import { calendarYear } from '../../src/domain/calendar/period.js';
import { parseEuro } from '../../src/domain/money/amount-text.js';
import { parseFte } from '../../src/domain/proration/fte.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
  PartnerDefinition,
  PartnersDefinition,
  PositionDefinition,
} from '../../src/programmes/definitions/definition.js';
import { parsePlainDate as day } from '../../src/domain/calendar/plain-date.js';

/** Notices, partners and posts for tests: KIM II with 18.0 VzÄ, unless the test says otherwise. */

export function aNoticeLine(given: Partial<NoticeLineDefinition> = {}): NoticeLineDefinition {
  const year = given.year ?? 2023;
  return {
    id: 'kim-2-2023',
    component: 'kim-2',
    year,
    period: calendarYear(year),
    fte: parseFte('18,0'),
    amountCents: parseEuro('1.026.000,00'),
    terms: [],
    clause: 'Nr. 1 des Bescheids',
    ...given,
  };
}

export function aNotice(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return {
    kind: 'notice',
    id: 'kim-2-2023-notice',
    programme: 'kim',
    title: 'KIM II 2023',
    grantor: 'Bezirksregierung Arnsberg',
    firstRecipient: 'Kreis Unna',
    reference: '36.30.06-078/2023-002',
    issuedOn: day('2023-02-15'),
    period: calendarYear(2023),
    lines: [aNoticeLine()],
    openItems: [],
    sources: [],
    ...given,
  };
}

export function aPartner(given: Partial<PartnerDefinition> = {}): PartnerDefinition {
  return {
    id: 'luenen',
    name: 'Stadt Lünen',
    shortName: 'Lünen',
    sector: 'municipality',
    otherNames: [],
    address: { street: 'Beispielweg', houseNumber: '1', postcode: '44532', city: 'Lünen' },
    bankAccount: { holder: 'Stadt Lünen', iban: 'DE02120300000000202051' },
    ...given,
  };
}

export function partnersOf(...partners: readonly PartnerDefinition[]): PartnersDefinition {
  return { kind: 'partners', partners };
}

export function aPosition(given: Partial<PositionDefinition> = {}): PositionDefinition {
  return anUnfundedPosition({ allocationLine: 'luenen-kim-2', ...given });
}

/** On no line and on no notice: the test says who pays, or that nobody does. */
export function anUnfundedPosition(given: Partial<PositionDefinition> = {}): PositionDefinition {
  return {
    id: 'luenen-1',
    label: 'LÜN-1',
    title: 'Fallmanagement',
    component: 'kim-2',
    plannedFte: parseFte('1,0'),
    from: day('2023-01-01'),
    employer: 'luenen',
    placeOfWork: 'Lünen',
    occupancies: [
      {
        id: 'luenen-1-a',
        personKey: 'LUE-0001',
        from: day('2023-01-01'),
        share: parseFte('1,0'),
        cover: false,
        unpaid: [],
      },
    ],
    ...given,
  };
}
