import { z } from 'zod';
import type { AllocationLineDefinition, LineFunding, LineMeasure } from '../definition.js';
import { optionalList, record } from '../record.js';
import { choice, fteAmount, id, money, text, whole, year } from '../scalars.js';

type Source<S extends LineFunding['source']> = Extract<LineFunding, { source: S }>;

const sources = {
  'notice-line': record<Source<'notice-line'>>({
    source: choice(['notice-line']),
    year: year(),
    noticeLine: id(),
  }),
  'own-funds': record<Source<'own-funds'>>({
    source: choice(['own-funds']),
    year: year(),
    note: text().optional(),
  }),
  'allocation-line': record<Source<'allocation-line'>>({
    source: choice(['allocation-line']),
    year: year(),
    allocationLine: id(),
  }),
};

const sourceName = choice(Object.keys(sources) as LineFunding['source'][]);

/** Reads the source first, and the rest by it. */
const funding = z.unknown().transform((input, context): LineFunding => {
  const written: unknown = Object(input);
  const name = sourceName.safeParse((written as { source?: unknown }).source);
  const result = name.success ? sources[name.data].safeParse(input) : name;
  if (result.success) return result.data;
  const prefix = name.success ? [] : ['source'];
  for (const issue of result.error.issues) {
    context.issues.push({
      ...issue,
      path: [...prefix, ...issue.path],
      input,
    } as z.core.$ZodRawIssue);
  }
  return z.NEVER;
});

const measure = record<LineMeasure>({
  item: id(),
  quantity: whole(1, 100_000),
  months: whole(1, 12).optional(),
});

/** A Zuweisungszeile of a contract version. */
export const lineSchema = record<AllocationLineDefinition>({
  id: id(),
  partner: id(),
  component: id(),
  title: text(),
  region: text(),
  towns: optionalList(text()),
  fte: fteAmount(),
  annualRateCents: money(),
  materialCents: money(),
  ceilingCents: money(),
  measures: optionalList(measure),
  funding: optionalList(funding),
  permission: text().optional(),
  permissionNote: text().optional(),
  clause: text(),
  note: text().optional(),
  example: text().optional(),
});
