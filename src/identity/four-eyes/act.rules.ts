import type { Instant } from '../../domain/calendar/instant.js';
import type { Role } from '../roles.rules.js';
import { ActComplete, ActNotDue, ActRepeated, SamePerson } from './four-eyes.errors.js';

/** What people do to a case one after the other, each under their own name (R31). */
export const ACTS = [
  'entered',
  'certified',
  'ordered',
  'released',
  'countersigned',
  'consented',
] as const;
export type ActKind = (typeof ACTS)[number];

/** All but entering: these are for persons only, and rest on what others have done. */
export type JudgingAct = Exclude<ActKind, 'entered'>;

/** Whose an act is, and how many different people it takes. */
export const ACT_RULES: Readonly<
  Record<JudgingAct, { readonly role: Role; readonly people: number }>
> = {
  certified: { role: 'approver', people: 1 },
  ordered: { role: 'approver', people: 1 },
  released: { role: 'treasury', people: 2 },
  countersigned: { role: 'approver', people: 2 },
  consented: { role: 'approver', people: 1 },
};

/**
 * What acts are about: a case as it was when it was entered. What is changed afterwards is a case
 * of its own: its id names the revision.
 */
export interface Subject {
  /** "ledger-entry"; the module that owns the case chooses the word. */
  readonly kind: string;
  readonly id: string;
}

/** One act, as it stands in the book. */
export interface Act {
  readonly act: ActKind;
  /** `person:…`; who entered may be a program. */
  readonly actor: string;
  /** The person for whom they stood in as a deputy. */
  readonly actingFor: string | undefined;
  /** In which role they acted; absent for entering. */
  readonly role: Role | undefined;
  readonly at: Instant;
  readonly reason: string;
  /** The office's written rule that let one person certify and order. */
  readonly onePersonRule: string | undefined;
}

/** What was done to a case, to its parts (requests of a payment file), and to what it is part of. */
export interface Standing {
  readonly acts: readonly Act[];
  readonly parts: readonly (readonly Act[])[];
  readonly wholes: readonly Act[];
}

export interface NextAct {
  readonly act: JudgingAct;
  readonly by: string;
  /** Where the office has one. */
  readonly onePersonRule?: string | undefined;
}

/**
 * Nobody does two different things to one case, and each thing rests on the one before it.
 *
 * @throws SamePerson, ActRepeated, ActComplete, ActNotDue
 * @see § 31 Abs. 2, § 32 KomHVO NRW
 */
export function ensureMayAct(next: NextAct, standing: Standing): void {
  const { act, by } = next;
  const earlier = conflicting(next, standing);
  if (earlier !== undefined) throw new SamePerson({ act, earlier: earlier.act, at: earlier.at });
  const done = standing.acts.filter((each) => each.act === act);
  if (done.some(({ actor }) => actor === by)) throw new ActRepeated({ act });
  if (done.length >= ACT_RULES[act].people) throw new ActComplete({ act });
  const missing = missingFor(act, standing);
  if (missing !== undefined) throw new ActNotDue({ act, missing });
}

/** What the same person has done before that keeps them from this act. */
function conflicting({ act, by, onePersonRule }: NextAct, standing: Standing): Act | undefined {
  const own = standing.acts.find(
    (each) =>
      each.actor === by && each.act !== act && !(onePersonRule && isCertifyAndOrder(each.act, act)),
  );
  if (own !== undefined) return own;
  if (act === 'released') {
    return standing.parts.flat().find((each) => each.actor === by && each.act !== act);
  }
  return standing.wholes.find((each) => each.actor === by && each.act === 'released');
}

function isCertifyAndOrder(one: ActKind, other: ActKind): boolean {
  return one === 'certified' && other === 'ordered';
}

/** What has to be done first; a whole is released once all of its parts are ordered. */
function missingFor(act: JudgingAct, { acts, parts }: Standing): ActKind | undefined {
  const has = (among: readonly Act[], wanted: ActKind) => among.some((each) => each.act === wanted);
  if (!has(acts, 'entered')) return 'entered';
  if (act === 'ordered' && !has(acts, 'certified')) return 'certified';
  if (act !== 'released') return undefined;
  const ordered = parts.length === 0 ? [acts] : parts;
  return ordered.every((each) => has(each, 'ordered')) ? undefined : 'ordered';
}
