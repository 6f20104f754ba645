import type { Role } from '../roles.rules.js';

/** On which objects somebody may do what a route does: those of their own organisation, or on all. */
export type Reach = 'own' | 'any';

/** Absent: refused. */
export type Rights = Readonly<Partial<Record<Role, Reach>>>;

/** What has an owner: a partner, or a person. */
export type ObjectKind =
  'contract' | 'line' | 'position' | 'occupancy' | 'partner' | 'draft' | 'person';

/** The object that a route is about, and the part of its address that names it. */
export interface ObjectAt {
  readonly kind: ObjectKind;
  readonly at: string;
}

/**
 * One row of the access table: a route as the server knows it, and who may.
 *
 * A right that reaches "own" objects is looked at against the owner of `object`; without one the
 * answer itself shows only what is own (lists), or the body names the object, and the use case looks.
 */
export interface AccessRow {
  /** "GET /vertraege/:id"; "FORM occupancy" for a form that people fill in. */
  readonly route: string;
  readonly rights: Rights;
  /** Open to all, also to those who have not signed in. */
  readonly isOpen?: true;
  /** Whoever has signed in may, whatever their role. */
  readonly isForAll?: true;
  /** The way to a second factor: also for those whose roles do not count before they have one. */
  readonly isBeforeFactor?: true;
  readonly object?: ObjectAt;
  /** Certify, order, release, waive, consent: a program never does (R31). */
  readonly isPersonal?: true;
  /** Reading it is written into the audit trail: which personal data it shows. */
  readonly sensitive?: 'names' | 'salaries';
}
