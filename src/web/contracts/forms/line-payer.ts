type Written = Readonly<Record<string, unknown>>;

/** Where each source of money has its name, in the definition language. */
const NAMED_BY = { 'notice-line': 'noticeLine', 'allocation-line': 'allocationLine' } as const;
type NamedSource = keyof typeof NAMED_BY;

/** The Kreis pays from its own budget. */
export const OWN_FUNDS = 'own-funds';

/** "Bezahlt aus" as one choice of a form: "notice-line:kim-2-2026", "own-funds". */
export function payerChoice(source: NamedSource, id: string): string {
  return `${source}:${id}`;
}

/** Who pays for a line in a year, as its form starts: source and name become one choice. */
export function shownFunding(funding: Written): Written {
  const { source, note, year } = funding;
  const name = isNamed(source) ? funding[NAMED_BY[source]] : undefined;
  const payer = isNamed(source) ? payerChoice(source, String(name)) : source;
  return present({ year, payer, note });
}

/** The same as files write it; a remark belongs to own funds only. */
export function writtenFunding({ year, payer, note }: Written): Written {
  const [source = '', id] = typeof payer === 'string' ? payer.split(':') : [];
  if (isNamed(source)) return present({ source, year, [NAMED_BY[source]]: id });
  return present({ source: source === '' ? undefined : source, year, note });
}

/** A path into a funding, as the form has it: source and name are told at the one choice. */
export function shownFundingPath(path: string): string {
  return path.replace(/(\.funding\[\d+\])\.(?:source|noticeLine|allocationLine)$/, '$1.payer');
}

function isNamed(source: unknown): source is NamedSource {
  return source === 'notice-line' || source === 'allocation-line';
}

function present(values: Written): Written {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
