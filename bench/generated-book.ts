import type { PlainDate } from '../src/domain/calendar/plain-date.js';
import { cents } from '../src/domain/money/cents.js';
import type { Fte } from '../src/domain/proration/fte.js';
import {
  CHECKLIST_ITEMS,
  type AllocationLineDefinition,
  type ContractDefinition,
  type ContractTerms,
  type NoticeDefinition,
  type OccupancyDefinition,
  type PartnerDefinition,
  type PositionDefinition,
} from '../src/programmes/definitions/definition.js';

/** A made-up book of any size, in the shape that definition files have: for measuring only. */

const day = (text: string): PlainDate => text as PlainDate;
const fte = (tenThousandths: number): Fte => tenThousandths as Fte;
const RATE = cents(5_700_000n);
const POSTS_PER_CONTRACT = 3;
const CLAUSE = '§ 6';

const TERMS: ContractTerms = {
  proration: { convention: 'calendar-month', clause: CLAUSE },
  capLevel: { level: 'per-post', clause: CLAUSE },
  unpaidSpells: { cutCap: false, clause: CLAUSE },
  proofDue: { month: 1, day: 15, kind: 'frist', form: 'usage-report', clause: '§ 8' },
  quarterlyProof: { on: false, weeksAfterQuarter: 4, clause: '§ 15' },
  noticePeriod: { months: 6, to: 'year-end', clause: '§ 15' },
  twoMonthRule: { state: 'off', clause: '§ 7' },
  followsNotice: { on: true, clause: '§ 7' },
};

export function generatedPartners(count: number): PartnerDefinition[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `partner-${index}`,
    name: `Beispielstadt ${index}`,
    shortName: `Stadt ${index}`,
    sector: 'municipality',
    otherNames: [],
    address: { street: 'Musterweg', houseNumber: '1', postcode: '59423', city: 'Unna' },
    bankAccount: { holder: `Stadtkasse ${index}`, iban: 'DE02120300000000202051' },
    example: 'Für Messungen erzeugt.',
  }));
}

export function generatedNotice(year: number, contracts: number): NoticeDefinition {
  const posts = BigInt(contracts * POSTS_PER_CONTRACT);
  return {
    kind: 'notice',
    id: `kim-2-gross-${year}`,
    programme: 'kim',
    title: `Erzeugter Bescheid ${year}`,
    grantor: 'Bezirksregierung Arnsberg',
    firstRecipient: 'Kreis Unna',
    reference: `erzeugt-${year}`,
    issuedOn: day(`${year}-02-15`),
    period: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
    lines: [
      {
        id: `kim-2-gross-${year}-1`,
        component: 'kim-2',
        year,
        period: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
        fte: fte(Number(posts) * 10_000),
        amountCents: cents(posts * RATE),
        terms: [
          {
            text: 'Personal',
            costKind: 'staff',
            quantity: posts.toString(),
            unitCents: RATE,
            amountCents: cents(posts * RATE),
          },
        ],
        clause: 'Nr. 1',
      },
    ],
    openItems: [],
    sources: [],
    example: 'Für Messungen erzeugt.',
  };
}

function generatedLine(index: number, partner: string, year: number): AllocationLineDefinition {
  return {
    id: `gross-${index}-linie`,
    partner,
    component: 'kim-2',
    title: 'Case Management',
    region: 'Kreis',
    towns: [],
    fte: fte(POSTS_PER_CONTRACT * 10_000),
    annualRateCents: RATE,
    materialCents: cents(0n),
    ceilingCents: cents(BigInt(POSTS_PER_CONTRACT) * RATE),
    measures: [],
    funding: [{ source: 'notice-line', year, noticeLine: `kim-2-gross-${year}-1` }],
    clause: '§ 4',
  };
}

export function generatedContract(
  index: number,
  partners: number,
  year: number,
): ContractDefinition {
  const partner = `partner-${index % partners}`;
  const signedOn = day(`${year}-01-02`);
  return {
    kind: 'contract',
    id: `gross-${index}`,
    programme: 'kim',
    title: `Erzeugter Vertrag ${index}`,
    fileReference: `WV-${year}-${String(index).padStart(5, '0')}`,
    legalForm: 'contract',
    direction: 'forwarding',
    form: 'free',
    forwardedBy: 'kreis',
    partners: [partner],
    versions: [
      {
        number: 1,
        kind: 'base',
        title: 'Grundvertrag',
        writtenOn: signedOn,
        inForceFrom: day(`${year}-01-01`),
        inForceTo: day(`${year}-12-31`),
        signatures: [
          { party: 'kreis', signedOn },
          { party: partner, signedOn },
        ],
        summary: 'Erzeugt',
        terms: TERMS,
        checklist: CHECKLIST_ITEMS.map((item) => ({ item, state: 'explicit', clause: CLAUSE })),
        clauses: [],
        parts: [],
        lines: [generatedLine(index, partner, year)],
        openItems: [],
      },
    ],
    sources: [],
    example: 'Für Messungen erzeugt.',
  };
}

export function generatedPositions(
  index: number,
  partners: number,
  year: number,
): PositionDefinition[] {
  return Array.from({ length: POSTS_PER_CONTRACT }, (_, post) => ({
    id: `gross-${index}-${post}`,
    label: `G-${index}-${post}`,
    title: 'Case Management',
    component: 'kim-2',
    plannedFte: fte(10_000),
    from: day(`${year}-01-01`),
    employer: `partner-${index % partners}`,
    placeOfWork: 'Unna',
    allocationLine: `gross-${index}-linie`,
    occupancies: generatedOccupancies(`gross-${index}-${post}`, index, post, year),
    example: 'Für Messungen erzeugt.',
  }));
}

function generatedOccupancies(
  position: string,
  index: number,
  post: number,
  year: number,
): OccupancyDefinition[] {
  const change = day(`${year}-0${1 + (index % 8)}-15`);
  const next = day(`${year}-0${1 + (index % 8)}-${post === 0 ? '16' : '28'}`);
  const spell = { share: fte(10_000), cover: false, unpaid: [] };
  return [
    {
      ...spell,
      id: `${position}-a`,
      personKey: `P-${index}-${post}-A`,
      from: day(`${year}-01-01`),
      to: change,
    },
    { ...spell, id: `${position}-b`, personKey: `P-${index}-${post}-B`, from: next },
  ];
}
