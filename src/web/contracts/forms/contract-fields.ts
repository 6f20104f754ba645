import type { ContractDefinition } from '../../../programmes/definitions/definition.js';
import { readFact, type FactFinding } from '../../../programmes/definitions/fact-reading.js';
import { factFrom } from '../../../programmes/fact-check.js';
import type { FilledForm } from '../../editing/form-kind.js';
import { speakingKey } from '../../editing/speaking-key.js';
import { placedAt, toldAt } from './told-at.js';
import { placeInVersion, versionFields, versionFindings } from './version-fields.js';

type Written = Readonly<Record<string, unknown>>;

/** Where the head stands in the form of a new contract, beside its first version. */
export const HEAD = 'head.';

/** A new contract as files write it: its head, and its first version as a draft. */
export function contractFields({ input, texts }: FilledForm): Written {
  const { head, ...version } = input;
  const first = { number: '1', kind: 'base', ...versionFields(version, texts) };
  return { kind: 'contract', ...withKey(Object(head) as Written), versions: [first] };
}

/** @throws FactRefused, told at the fields of the form */
export function contractFrom(form: FilledForm): ContractDefinition {
  return toldAt(placeIn(form), () => factFrom('contract', contractFields(form)));
}

/** The mistakes that show without the book, at the fields of the form. */
export function contractFindings(form: FilledForm): readonly FactFinding[] {
  const { findings } = readFact('contract', contractFields(form));
  const head = findings.filter(({ path }) => !path.startsWith('versions'));
  return [...placedAt(placeIn(form), head), ...versionFindings(form)];
}

const FIRST_VERSION = 'versions[0].';

/** Where the form asks for what stands at a path of the contract. */
export function placeIn({ input }: FilledForm): (path: string) => string {
  return (path) => {
    if (path === '' || path === 'versions') return '';
    if (!path.startsWith(FIRST_VERSION)) return HEAD + path;
    return placeInVersion(input, path.slice(FIRST_VERSION.length));
  };
}

/** A key made of programme and first partner, where none was typed. */
function withKey(head: Written): Written {
  const { id, programme, partners } = head;
  if (id !== undefined) return head;
  const [first] = Array.isArray(partners) ? (partners as readonly unknown[]) : [];
  const named = [programme, first].filter((part) => typeof part === 'string').join('-');
  return { ...head, id: speakingKey(named) || 'vertrag' };
}
