import {
  CAP_LEVELS,
  PRORATION_CONVENTIONS,
  PROOF_FORMS,
  TWO_MONTH_RULES,
  type ContractTerms,
} from '../definition.js';
import { record } from '../record.js';
import { choice, flag, text, whole } from '../scalars.js';

/** What is computed from a contract version; each term has its clause. */
export const termsSchema = record<ContractTerms>({
  proration: record<ContractTerms['proration']>({
    convention: choice(PRORATION_CONVENTIONS),
    clause: text(),
    note: text().optional(),
  }),
  capLevel: record<ContractTerms['capLevel']>({
    level: choice(CAP_LEVELS),
    clause: text(),
    note: text().optional(),
  }),
  unpaidSpells: record<ContractTerms['unpaidSpells']>({ cutCap: flag(), clause: text() }),
  proofDue: record<ContractTerms['proofDue']>({
    month: whole(1, 12),
    day: whole(1, 31),
    kind: choice(['frist', 'termin']),
    form: choice(PROOF_FORMS),
    clause: text(),
  }),
  quarterlyProof: record<ContractTerms['quarterlyProof']>({
    on: flag(),
    weeksAfterQuarter: whole(0, 52),
    clause: text(),
    note: text().optional(),
  }),
  noticePeriod: record<ContractTerms['noticePeriod']>({
    months: whole(0, 60),
    to: choice(['year-end']),
    clause: text(),
  }),
  twoMonthRule: record<ContractTerms['twoMonthRule']>({
    state: choice(TWO_MONTH_RULES),
    clause: text(),
    note: text().optional(),
  }),
  followsNotice: record<ContractTerms['followsNotice']>({ on: flag(), clause: text() }),
});
