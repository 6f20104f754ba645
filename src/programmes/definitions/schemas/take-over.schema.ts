import type {
  TakenLine,
  TakenNoticeLine,
  TakenOwnFunds,
  TakeOverDefinition,
} from '../definition.js';
import { optionalList, record } from '../record.js';
import { balance, choice, day, id, money, text, year } from '../scalars.js';

/** Left out: nothing. */
const moneyOrNone = () => money().prefault('0.00');

const line = record<TakenLine>({
  line: id(),
  year: year(),
  document: text(),
  orderedCents: money(),
  paidCents: money(),
  acceptedCents: money().optional(),
  claimedCents: moneyOrNone(),
  regressCents: moneyOrNone(),
  returnedCents: moneyOrNone(),
  interestCents: moneyOrNone(),
  interestReturnedCents: moneyOrNone(),
  note: text().optional(),
  example: text().optional(),
});

const noticeLine = record<TakenNoticeLine>({
  noticeLine: id(),
  document: text(),
  receivedCents: money(),
  ownCostCents: moneyOrNone(),
  notCalledCents: moneyOrNone(),
  unspentCents: moneyOrNone(),
  revokedCents: moneyOrNone(),
  refundedCents: moneyOrNone(),
  treasuryBalanceCents: balance(),
  note: text().optional(),
  example: text().optional(),
});

const ownFunds = record<TakenOwnFunds>({
  year: year(),
  document: text(),
  treasuryBalanceCents: balance(),
});

/** `kind: take-over`: running cases on a key date. */
export const takeOverSchema = record<TakeOverDefinition>({
  kind: choice(['take-over']),
  id: id(),
  programme: id(),
  title: text(),
  keyDate: day(),
  noticeLines: optionalList(noticeLine),
  ownFunds: optionalList(ownFunds),
  lines: optionalList(line),
  sources: optionalList(text()),
  example: text().optional(),
});
