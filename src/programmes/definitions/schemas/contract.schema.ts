import {
  CHECKLIST_ITEMS,
  CHECKLIST_STATES,
  CONTRACT_FORMS,
  KREIS,
  VERSION_KINDS,
  type ChecklistEntry,
  type ContractClause,
  type ContractDefinition,
  type ContractHead,
  type ContractPart,
  type ContractVersionDefinition,
  type Signature,
  type Termination,
} from '../definition.js';
import { list, optionalList, record, type Fields } from '../record.js';
import { choice, day, id, text, whole } from '../scalars.js';
import { lineSchema } from './line.schema.js';
import { termsSchema } from './terms.schema.js';

const signature = record<Signature>({
  party: id(),
  signedOn: day(),
  example: text().optional(),
});

const checklistEntry = record<ChecklistEntry>({
  item: choice(CHECKLIST_ITEMS),
  state: choice(CHECKLIST_STATES),
  clause: text().optional(),
  note: text().optional(),
});

const part = record<ContractPart>({
  title: text(),
  clause: text(),
  reference: text().optional(),
  datedOn: day().optional(),
  handedOverOn: day().optional(),
  note: text().optional(),
});

const clause = record<ContractClause>({
  number: text(),
  heading: text(),
  paragraphs: optionalList(text()),
});

/** A Fassung by itself. */
export const versionSchema = record<ContractVersionDefinition>({
  number: whole(1, 999),
  kind: choice(VERSION_KINDS),
  title: text(),
  writtenOn: day().optional(),
  sentOn: day().optional(),
  cause: id().optional(),
  inForceFrom: day(),
  inForceTo: day(),
  signatures: optionalList(signature),
  summary: text(),
  terms: termsSchema,
  checklist: list(checklistEntry),
  clauses: optionalList(clause),
  parts: optionalList(part),
  lines: list(lineSchema, 1),
  openItems: optionalList(text()),
  example: text().optional(),
});

const termination = record<Termination>({
  party: id(),
  receivedOn: day(),
  endsOn: day(),
  clause: text(),
  note: text().optional(),
});

const head: Fields<ContractHead> = {
  id: id(),
  programme: id(),
  title: text(),
  fileReference: text(),
  legalForm: choice(['contract', 'notice']),
  direction: choice(['forwarding', 'refund']),
  form: choice(CONTRACT_FORMS),
  forwardedBy: id().default(KREIS),
  partners: list(id(), 1),
  sources: optionalList(text()),
  example: text().optional(),
};

/** What a contract says beside its versions. */
export const contractHeadSchema = record<ContractHead>(head);

/** `kind: contract`: a Weiterleitungsvertrag, or an agreement by which partners refund the Kreis. */
export const contractSchema = record<ContractDefinition>({
  kind: choice(['contract']),
  ...head,
  versions: list(versionSchema, 1),
  termination: termination.optional(),
});
