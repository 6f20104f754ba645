import type { FactChange } from '../platform/database/fact-change.js';
import { seenRevision, type ChangeHeaders } from '../platform/http/change-request.js';
import { actor } from './acting.js';

export { actAs, acting, actor, isPerson, NOBODY, personIdOf } from './acting.js';
export type { Acting, Actor } from './acting.js';
export { AuditTrail } from './audit/audit-trail.js';
export type { AuditAction, AuditChange, AuditEntry } from './audit/audit.types.js';
export { DEMO_PASSWORD } from './people/demo-people.rules.js';
export { PASSWORD_LEAST } from './passwords/password.rules.js';
export { isRole, ROLES, rolesTogether, type Role } from './roles.rules.js';

/** The key of a change, and the revision that its author saw, if they name one. */
interface Asked {
  readonly key: string;
  readonly seen?: number | undefined;
}

/** What whoever asks states; whoever names the revision that they saw is held to it. */
export function statedBy({ key, seen }: Asked, reason: string): FactChange {
  return { by: actor().ref, reason, key, ...(seen !== undefined && { expected: seen }) };
}

/** A change of what is there, by whoever asks. @throws RevisionNotNamed if they name none that they saw */
export function changeBy(headers: ChangeHeaders, reason: string): FactChange {
  return statedBy({ key: headers.key, seen: seenRevision(headers) }, reason);
}
