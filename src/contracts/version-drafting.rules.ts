import { yearOf, type PlainDate } from '../domain/calendar/plain-date.js';
import { contains } from '../domain/calendar/period.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { writeFact } from '../programmes/definitions/fact-reading.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { factFrom } from '../programmes/fact-check.js';

/** A version's own fields in the language of the files; those that are missing stay as they are. */
export type DraftFields = Readonly<Record<string, unknown>>;

/** What steps of its own set: sending, signing, a notice. Nobody writes it into a draft. */
const SET_BY_STEPS = ['writtenOn', 'sentOn', 'signatures', 'cause'] as const;

/**
 * A draft that starts from a version: its terms, lines and parts; neither its days of written form
 * nor its signatures. It begins today where the version is in term, and pays no year before that.
 *
 * @param fields what the draft says otherwise
 * @throws FactRefused with all mistakes in the fields, InvalidField for what steps set
 */
export function draftFrom(
  contract: ContractDefinition,
  base: ContractVersionDefinition,
  fields: DraftFields,
  today: PlainDate,
): ContractVersionDefinition {
  ensureDraftFields(fields);
  const number = 1 + Math.max(0, ...contract.versions.map((version) => version.number));
  const amendment = (number - 1).toString();
  const draft = bare({
    ...base,
    number,
    kind: 'amendment',
    title: `${amendment}. Änderung`,
    summary: `Entwurf der ${amendment}. Änderung.`,
    inForceFrom: firstDay(base, today),
  });
  const stated = factFrom('version', {
    ...writeFact(draft),
    ...fields,
    number,
    kind: 'amendment',
  });
  return fields['lines'] === undefined ? { ...stated, lines: payingIn(stated) } : stated;
}

/**
 * A draft as somebody wrote it anew; its number, kind and cause are the book's.
 * @throws FactRefused, InvalidField as above
 */
export function redrafted(
  known: ContractVersionDefinition,
  fields: DraftFields,
): ContractVersionDefinition {
  ensureDraftFields(fields);
  const { number, kind, cause } = known;
  const stated = bare(factFrom('version', { ...fields, number, kind }));
  return cause === undefined ? stated : { ...stated, cause };
}

function ensureDraftFields(fields: DraftFields): void {
  const field = SET_BY_STEPS.find((name) => {
    const value = fields[name];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  if (field !== undefined) throw new InvalidField('set-by-step', field, `/${field}`);
}

/** A version without what steps set. */
export function bare(version: ContractVersionDefinition): ContractVersionDefinition {
  const set = new Set<string>(['writtenOn', 'sentOn', 'cause', 'example']);
  const rest = Object.entries(version).filter(([name]) => !set.has(name));
  // What is left out is optional.
  return { ...(Object.fromEntries(rest) as unknown as ContractVersionDefinition), signatures: [] };
}

function firstDay(base: ContractVersionDefinition, today: PlainDate): PlainDate {
  const term = { from: base.inForceFrom, to: base.inForceTo };
  return contains(term, today) ? today : base.inForceFrom;
}

/** The lines, paid in the years of the version only. */
function payingIn(version: ContractVersionDefinition): readonly AllocationLineDefinition[] {
  const [first, last] = [yearOf(version.inForceFrom), yearOf(version.inForceTo)];
  return version.lines.map((line) => ({
    ...line,
    funding: line.funding.filter(({ year }) => first <= year && year <= last),
  }));
}
