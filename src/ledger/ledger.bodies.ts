import type { ApiBodyOptions } from '@nestjs/swagger';
import { ACCOUNT_KEYS } from './chart.js';
import { ledgerExamples } from './ledger.examples.js';

/** How the requests that write into the journal are described. */

const text = (description: string, maxLength: number) =>
  ({ type: 'string', description, maxLength }) as const;
const day = { type: 'string', format: 'date', description: 'wirksam an diesem Tag' } as const;
const reason = text('Grund; steht im Buch.', 500);
const id = (description: string) => text(description, 64);

type SchemaOf = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

const posting: SchemaOf = {
  type: 'object',
  required: ['account', 'amount'],
  additionalProperties: false,
  properties: {
    account: { type: 'string', enum: [...ACCOUNT_KEYS] },
    amount: {
      type: 'string',
      pattern: String.raw`^-?\d+(\.\d{1,2})?$`,
      description: 'Euro; Soll ist positiv, Haben negativ',
    },
    allocationLine: id('Zuweisungszeile; Vertrag, Partner und Bescheidzeile folgen daraus'),
    budgetYear: { type: 'integer', description: 'Haushaltsjahr; zu einer Zuweisungszeile nötig' },
    noticeLine: id('Bescheidzeile; Programm, Baustein und Haushaltsjahr folgen daraus'),
    contract: id('Vertrag'),
    partner: id('Partner'),
    component: id('Baustein'),
    programme: id('Förderprogramm'),
    claim: id('Forderung'),
  },
};

export const entryBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['effectiveOn', 'text', 'postings'],
    additionalProperties: false,
    properties: {
      effectiveOn: day,
      kind: { type: 'string', enum: ['adjustment'] },
      text: text('warum von Hand gebucht wird; steht im Buch', 500),
      document: text('der Beleg, auf den sich die Buchung stützt', 100),
      postings: { type: 'array', minItems: 2, maxItems: 200, items: posting },
    },
  },
  examples: { Fehlbuchung: { value: ledgerExamples.enter } },
};

export const reversalBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['effectiveOn', 'text'],
    additionalProperties: false,
    properties: { effectiveOn: day, text: text('warum; steht im Buch', 500) },
  },
  examples: { Storno: { value: ledgerExamples.reverse } },
};

export const closeBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['reason'],
    additionalProperties: false,
    properties: { reason },
  },
  examples: { Jahresabschluss: { value: ledgerExamples.close } },
};

export const officeAccountBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['officeAccount', 'reason'],
    additionalProperties: false,
    properties: {
      officeAccount: text('Sachkonto der Kämmerei; leer, wenn es keines gibt', 40),
      reason,
    },
  },
  examples: { Sachkonto: { value: ledgerExamples.officeAccount } },
};
