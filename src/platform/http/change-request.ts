import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { printableLine } from '../../domain/text/printable-line.js';
import { CommandKeyMalformed, RevisionNotNamed } from '../database/database.errors.js';

/** What the headers of a request say about a change. */
export interface ChangeHeaders {
  /** `Idempotency-Key`; without one each request is a command of its own. */
  readonly key: string;
  /** `If-Match`, if there is one. */
  readonly seen?: number;
}

interface RequestWithHeaders {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The headers of a change: its key, and the revision that its author saw. */
export const ChangeOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): ChangeHeaders => {
    const { headers } = context.switchToHttp().getRequest<RequestWithHeaders>();
    const key = headers['idempotency-key'];
    const seen = headers['if-match'];
    return {
      key: typeof key === 'string' ? outsideKey(key) : randomUUID(),
      ...(typeof seen === 'string' && { seen: readTag(seen) }),
    };
  },
);

/** Keys with a colon are those of the product's own commands: nobody claims "demo:…" before it does. */
function outsideKey(key: string): string {
  if (key.includes(':')) throw new CommandKeyMalformed({});
  return key;
}

/** The revision that an edit must name. @throws RevisionNotNamed */
export function seenRevision({ seen }: ChangeHeaders): number {
  if (seen === undefined) throw new RevisionNotNamed({});
  return seen;
}

function readTag(header: string): number {
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new RevisionNotNamed({});
  return Number(match[1]);
}

/** A body as it came in: the fact's own fields, and the reason for the change beside them. */
export interface ReasonedBody {
  readonly reason: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const REASON_LENGTH_MAX = 500;

/**
 * Takes the reason out of a body; a new fact may do without.
 * @throws InvalidField at "" or "/reason"
 */
export function reasonedBody(body: unknown, unsaid?: string): ReasonedBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidField('group', '', '');
  }
  const { reason = unsaid, ...fields } = body as Record<string, unknown>;
  return { reason: reasonIn(reason), fields };
}

/** @throws InvalidField at "/reason" */
function reasonIn(reason: unknown): string {
  if (reason === undefined || reason === null) throw new InvalidField('required', '', '/reason');
  if (typeof reason !== 'string') throw new InvalidField('text', '', '/reason');
  const line = printableLine(reason);
  if (line === '') throw new InvalidField('required', '', '/reason');
  if (line === undefined || line.length > REASON_LENGTH_MAX) {
    throw new InvalidField('reason-unfit', '', '/reason', { limit: REASON_LENGTH_MAX });
  }
  return line;
}

/**
 * A slip in the name of a field is told, not passed over: what is left out would count as unsaid.
 * @throws InvalidField at the first field that the request does not know
 */
export function ensureOnly(fields: ReasonedBody['fields'], known: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new InvalidField('unknown-field', '', `/${unknown}`);
}
