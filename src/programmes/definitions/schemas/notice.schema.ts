import type { Period } from '../../../domain/calendar/plain-date.js';
import {
  COST_KINDS,
  type NoticeDefinition,
  type NoticeLineDefinition,
  type NoticeLineTerm,
} from '../definition.js';
import { list, optionalList, record } from '../record.js';
import { choice, day, decimalText, fteAmount, id, money, text, year } from '../scalars.js';

/** Both days included. */
export const periodSchema = record<Period>({ from: day(), to: day() });

const term = record<NoticeLineTerm>({
  text: text(),
  costKind: choice(COST_KINDS),
  quantity: decimalText(),
  unitCents: money(),
  amountCents: money(),
});

const line = record<NoticeLineDefinition>({
  id: id(),
  component: id(),
  year: year(),
  period: periodSchema,
  fte: fteAmount(),
  amountCents: money(),
  terms: list(term, 1),
  clause: text(),
  example: text().optional(),
});

/** `kind: notice`: a Zuwendungsbescheid with its lines. */
export const noticeSchema = record<NoticeDefinition>({
  kind: choice(['notice']),
  id: id(),
  programme: id(),
  title: text(),
  grantor: text(),
  firstRecipient: text(),
  reference: text().optional(),
  issuedOn: day().optional(),
  period: periodSchema,
  amends: id().optional(),
  effectiveFrom: day().optional(),
  follows: id().optional(),
  lines: list(line, 1),
  openItems: optionalList(text()),
  sources: optionalList(text()),
  example: text().optional(),
});
