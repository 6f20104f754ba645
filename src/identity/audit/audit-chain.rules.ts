import { hash } from 'node:crypto';
import { canonicalJson } from '../../platform/database/canonical-json.js';

/** Raised when an event is told otherwise in what is hashed; older ones keep theirs. */
const CONTENT_FORMAT = 1;

/** What the first event names as the hash before it. */
export const NO_EVENT = '0'.repeat(64);

/** An event as its row has it: what a hash covers. Where it came from is not part of it: that can be erased. */
export interface ChainedEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly session_id: string | null;
  readonly origin_id: string | null;
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly part_kind: string | null;
  readonly part_id: string | null;
  readonly revision_before: number | null;
  readonly revision_after: number | null;
  /** JSON as it is stored. */
  readonly changes: string;
  readonly reason: string;
  readonly command_key: string;
}

export const CHAINED_COLUMNS: readonly (keyof ChainedEvent)[] = [
  ...(['id', 'at', 'actor', 'session_id', 'origin_id', 'action'] as const),
  ...(['object_kind', 'object_id', 'part_kind', 'part_id'] as const),
  ...(['revision_before', 'revision_after', 'changes', 'reason', 'command_key'] as const),
];

/** Where an event stands in the chain. */
export interface EventPlace {
  readonly sequence: number;
  readonly previousHash: string;
}

/** SHA-256 of event and place in canonical JSON (RFC 8785), as 64 hex digits. */
export function eventHash(event: ChainedEvent, { sequence, previousHash }: EventPlace): string {
  const columns = Object.fromEntries(CHAINED_COLUMNS.map((column) => [column, event[column]]));
  const content = { format: CONTENT_FORMAT, event: columns, previousHash, sequence };
  return hash('sha256', canonicalJson(content));
}
