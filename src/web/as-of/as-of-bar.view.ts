import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { fieldView, type FieldView } from '../components/field.js';
import { dayFieldText } from '../forms/read.js';
import { queryText, usualDay, type AsOf, type AsOfInput, type AsOfLimits } from './as-of.js';
import type { PageQuery } from './as-of.js';

/** The bar "Förderjahr · Stand am · wie bekannt am": one line, unfolded where something is wrong. */
export interface AsOfBarView {
  readonly open: boolean;
  /** The page does not show the present: said by colour and words. */
  readonly past: boolean;
  readonly action: string;
  /** Other query parameters of the page, kept. */
  readonly keep: readonly { readonly name: string; readonly value: string }[];
  readonly year: string;
  readonly on: string;
  readonly known: string;
  readonly fields: readonly FieldView[];
  /** The same page as known now; '' where it is that already. */
  readonly reset: string;
}

const OWN = ['jahr', 'stand', 'bekannt'] as const;
const HINT = 'Zum Beispiel 31.12.2025';

export function asOfBar(
  path: string,
  query: PageQuery,
  limits: AsOfLimits,
  { asOf, input }: { readonly asOf: AsOf; readonly input: AsOfInput },
): AsOfBarView {
  const keep = Object.keys(query)
    .filter((name) => !OWN.some((own) => own === name))
    .map((name) => ({ name, value: queryText(query, name) }));
  const past = asOf.knownOn !== undefined || asOf.on !== usualDay(asOf.year, limits.today);
  return {
    open: [input.year, input.on, input.knownOn].some(({ error }) => error !== ''),
    past,
    action: path,
    keep,
    year: `Förderjahr ${asOf.year}`,
    on: `Stand am ${formatGermanDay(asOf.on)}`,
    known:
      asOf.knownOn === undefined
        ? 'wie heute bekannt'
        : `wie bekannt am ${formatGermanDay(asOf.knownOn)}`,
    fields: [
      yearField(asOf.year, limits.years, input.year.error),
      dayField('stand', 'Stand am', HINT, input.on),
      dayField('bekannt', 'Wie bekannt am', 'Leer: wie heute bekannt', input.knownOn),
    ],
    reset: past ? withQuery(path, [...keep, { name: 'jahr', value: asOf.year.toString() }]) : '',
  };
}

/** The selection as query text for links to other pages of the book: "?jahr=2025&stand=…" or ''. */
export function asOfQuery(asOf: AsOf, limits: AsOfLimits): string {
  const { year, on, knownOn } = asOf;
  const pairs = [
    ...(year === limits.defaultYear ? [] : [{ name: 'jahr', value: year.toString() }]),
    ...(on === usualDay(year, limits.today) ? [] : [{ name: 'stand', value: on }]),
    ...(knownOn === undefined ? [] : [{ name: 'bekannt', value: knownOn }]),
  ];
  return withQuery('', pairs);
}

/** Leads to other pages of the book, for the same year, day and knowledge. */
export function asOfLink(asOf: AsOf, limits: AsOfLimits): (path: string) => string {
  const query = asOfQuery(asOf, limits);
  return (path) => {
    const [address = '', ...place] = path.split(/(?=#)/);
    return address + (address.includes('?') ? query.replace('?', '&') : query) + place.join('');
  };
}

/** A path with query parameters. */
export function withQuery(
  path: string,
  pairs: readonly { readonly name: string; readonly value: string }[],
): string {
  const parameters = new URLSearchParams();
  for (const { name, value } of pairs) parameters.append(name, value);
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}

function yearField(selected: number, years: readonly number[], error: string): FieldView {
  return fieldView({
    kind: 'select',
    id: 'asof-jahr',
    name: 'jahr',
    label: 'Förderjahr',
    hint: 'Für das bewilligt wurde',
    error,
    options: years.map((year) => ({
      value: year.toString(),
      label: year.toString(),
      selected: year === selected,
    })),
  });
}

function dayField(
  name: string,
  label: string,
  hint: string,
  { text, error }: { readonly text: string; readonly error: string },
): FieldView {
  const value = error === '' ? dayFieldText(text) : text;
  return fieldView({ kind: 'day', id: `asof-${name}`, name, label, hint, value, error });
}
