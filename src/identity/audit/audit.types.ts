/** What somebody did: with facts, in the journal, with what leaves the book, with accounts. */
export const AUDIT_ACTIONS = [
  'recorded',
  'corrected',
  'withdrawn',
  'taken-in',
  'entered',
  'reversed',
  'closed',
  'certified',
  'ordered',
  'released',
  'countersigned',
  'consented',
  'read',
  'exported',
  'refused',
  'signed-in',
  'sign-in-failed',
  'locked-out',
  'signed-out',
  'session-ended',
  'link-made',
  'link-used',
  'link-mailed',
  'unlocked',
  'password-changed',
  'factor-changed',
  'profile-changed',
  'used',
  'erased',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** A plain value of a fact; days as ISO text, cents as text. */
export type AuditValue = string | number | boolean | null | readonly (string | number | boolean)[];

/** One value that changed. Of personal values neither the old nor the new one is kept. */
export interface AuditChange {
  /** As the fact names it: `annualRateCents`, `terms.capLevel`. */
  readonly field: string;
  readonly old?: AuditValue;
  readonly new?: AuditValue;
  readonly isPersonal?: true;
}

/** What something was done to: `contract` and its id. */
export interface AuditObject {
  readonly kind: string;
  readonly id: string;
}

/** What somebody does, as it is told to the audit trail. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly object: AuditObject;
  /** The row of the object that it was about; absent: the object itself. */
  readonly part?: AuditObject;
  /** Absent: whoever asks just now. */
  readonly by?: string;
  /** 0: there was none. Absent for what is no revision. */
  readonly revision?: { readonly before: number; readonly after: number };
  readonly changes?: readonly AuditChange[];
  readonly reason?: string;
  readonly commandKey?: string;
}

/** How a table of facts is told in the audit trail. */
export interface AuditedFact {
  /** What its rows are: `allocation-line`. */
  readonly kind: string;
  /** The object that its rows are part of, and the field that names it. */
  readonly partOf?: { readonly kind: string; readonly at: string };
  /** Fields of which only is told that they changed. */
  readonly personal?: readonly string[];
}

/** The tables of facts by name; of one that is missing no value is told. */
export type AuditedFacts = Readonly<Record<string, AuditedFact>>;

/** The kinds of object that administrators look after; they see no cases. */
export const KINDS_OF_ACCESS: readonly string[] = [
  'person',
  'session',
  'token',
  'link',
  'lent-role',
  'account-change',
  'deputy',
  'directory',
  'sign-in',
];
