import {
  CONFIDENCES,
  CONTRACT_FORMS,
  FUNDING_KINDS,
  INTEREST_BASES,
  PROOF_FORMS,
  RATE_KINDS,
  TWO_MONTH_RULES,
  UNSPENT_RULES,
  type ComponentDefinition,
  type FixedSumItem,
  type ProgrammeDefinition,
  type ProgrammeRate,
  type UpstreamRegime,
} from '../definition.js';
import { list, optionalList, record } from '../record.js';
import { choice, day, flag, id, money, text, whole, year } from '../scalars.js';

const regime = record<UpstreamRegime>({
  fromYear: year(),
  toYear: year(),
  legalBasis: text(),
  funding: choice(FUNDING_KINDS),
  twoMonthRule: choice(TWO_MONTH_RULES),
  proof: record<UpstreamRegime['proof']>({
    form: choice(PROOF_FORMS),
    dueText: text(),
    receipts: flag(),
    clause: text(),
  }),
  unspent: choice(UNSPENT_RULES),
  interestBasis: choice(INTEREST_BASES),
  contractForm: choice(CONTRACT_FORMS),
  confidence: choice(CONFIDENCES),
  note: text().optional(),
});

const rate = record<ProgrammeRate>({
  kind: choice(RATE_KINDS),
  validFrom: day(),
  amountCents: money(),
  clause: text(),
  confidence: choice(CONFIDENCES),
  note: text().optional(),
});

const fixedSum = record<FixedSumItem>({
  key: id(),
  name: text(),
  unit: text(),
  amountCents: money(),
  validFrom: day(),
  maxPerMonth: whole(1, 10_000).optional(),
  maxInTotal: whole(1, 10_000).optional(),
  maxCentsPerDay: money().optional(),
  maxPercentOfGrant: whole(1, 100).optional(),
  clause: text(),
});

const component = record<ComponentDefinition>({
  id: id(),
  name: text(),
  shortName: text(),
  forwardingClause: text().optional(),
  forwardingNote: text().optional(),
  regimes: list(regime, 1),
  rates: optionalList(rate),
  fixedSums: optionalList(fixedSum),
});

/** `kind: programme`: a Förderprogramm with its Bausteine. */
export const programmeSchema = record<ProgrammeDefinition>({
  kind: choice(['programme']),
  id: id(),
  name: text(),
  shortName: text(),
  grantor: text(),
  sources: list(text(), 1),
  components: list(component, 1),
});
