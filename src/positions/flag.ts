import type { Facts } from '../domain/errors/domain-error.js';

export const FLAG_CODES = [
  'grants.shortage',
  'grants.reference-open',
  'contracts.ordered-above',
  'contracts.no-permission',
  'contracts.not-effective',
  'contracts.checklist-missing',
  'contracts.checklist-contradictory',
  'contracts.two-month-rule-undecided',
  'contracts.own-funds',
  'contracts.year-without-funding',
  'positions.person-overcharged',
  'positions.small-share',
  'positions.vacant',
] as const;
/** What may need attention; the German sentence stands in `src/web/messages/flags.ts`. */
export type FlagCode = (typeof FLAG_CODES)[number];

/** What a flag is about. */
export interface FlagSubject {
  readonly kind: 'notice' | 'notice-line' | 'contract' | 'line' | 'position' | 'person';
  readonly id: string;
  readonly label: string;
  /** The contract or notice to open for it. */
  readonly parent?: string;
}

/** "Hinweis": red where money is at risk or a rule is broken, yellow where somebody should look. */
export interface Flag {
  readonly code: FlagCode;
  /** Rule of the rulebook: "R2". */
  readonly rule: string;
  readonly severity: 'red' | 'yellow';
  readonly subject: FlagSubject;
  /** For the sentence: money in cents (bigint), VzÄ in ten-thousandths, days as ISO text. */
  readonly facts: Facts;
}

/** Red before yellow, then by rule and subject. */
export function inOrder(flags: readonly Flag[]): readonly Flag[] {
  const rank = ({ severity, rule, subject }: Flag): string =>
    `${severity === 'red' ? '0' : '1'}${rule.padStart(4, '0')}${subject.kind}${subject.id}`;
  return flags
    .map((flag) => ({ flag, key: rank(flag) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ flag }) => flag);
}
