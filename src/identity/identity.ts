import type { FactChange } from '../platform/database/fact-change.js';
import { seenRevision, type ChangeHeaders } from '../platform/http/change-request.js';

/** Who acts: `person:…`, `token:…` or `system:…`. */
export interface Actor {
  readonly ref: string;
}

/** Whoever works at this book, as long as it knows no people. */
export const LOCAL_ACTOR: Actor = { ref: 'system:local' };

/** The key of a change, and the revision that its author saw, if they name one. */
interface Asked {
  readonly key: string;
  readonly seen?: number | undefined;
}

/** What whoever asks states; whoever names the revision that they saw is held to it. */
export function statedBy({ key, seen }: Asked, reason: string): FactChange {
  return { by: LOCAL_ACTOR.ref, reason, key, ...(seen !== undefined && { expected: seen }) };
}

/** A change of what is there, by whoever asks. @throws RevisionNotNamed if they name none that they saw */
export function changeBy(headers: ChangeHeaders, reason: string): FactChange {
  return statedBy({ key: headers.key, seen: seenRevision(headers) }, reason);
}
