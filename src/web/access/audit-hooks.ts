import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTable } from '../../identity/access/access-table.js';
import type { AccessRow } from '../../identity/access/access.types.js';
import { AuditTrail, type Acting, type AuditEntry } from '../../identity/identity.js';
import { Clock } from '../../platform/clock/clock.js';
import { routeOf } from './access-hooks.js';
import { FORM_TOKEN } from './form-tokens.js';
import { OncePerHour } from './once-per-hour.js';

const REFUSED = 403;
const NOT_FOUND = 404;
const FINE_BELOW = 400;

/**
 * What changes nothing and stands in the audit trail all the same: looking at names and salaries,
 * taking something away, and being refused. It is written before the answer leaves.
 */
export function addAuditHooks(app: NestFastifyApplication): void {
  const [table, audit] = [app.get(AccessTable), app.get(AuditTrail)];
  const told = new OncePerHour(app.get(Clock));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      const { acting: who } = request;
      if (who === null || who.roles.length === 0) return;
      const row = table.row(routeOf(request));
      const entry = row && entryFor(request, reply, row, who);
      if (entry === undefined) return;
      const { action, object, part } = entry;
      const isEach = action === 'exported';
      const key = [who.ref, action, object.kind, object.id, part?.id ?? ''].join('\n');
      if (isEach || told.isFirst(key)) await audit.note(entry, who);
    });
}

function entryFor(
  request: FastifyRequest,
  reply: FastifyReply,
  row: AccessRow,
  who: Acting,
): AuditEntry | undefined {
  // The addresses of open pages hold secrets: of links, and of what the directory answers.
  const about = row.isOpen
    ? { object: { kind: 'address', id: row.route } }
    : objectOf(request, row);
  const { statusCode } = reply;
  if (isRefused(statusCode, row, who)) return { action: 'refused', ...about };
  if (statusCode >= FINE_BELOW) return undefined;
  if (isFile(reply)) return { action: 'exported', ...about };
  if (row.sensitive === undefined) return undefined;
  return { action: 'read', ...about, changes: [{ field: row.sensitive, isPersonal: true }] };
}

/** A lacking role; for a partner also what is not their own, which they are told does not exist. */
function isRefused(statusCode: number, { object }: AccessRow, { partner }: Acting): boolean {
  return (
    statusCode === REFUSED ||
    (statusCode === NOT_FOUND && partner !== undefined && object !== undefined)
  );
}

/** The object that the address names, and the address; without an object the address itself. */
function objectOf(
  request: FastifyRequest,
  { object }: AccessRow,
): Pick<AuditEntry, 'object' | 'part'> {
  const address = { kind: 'address', id: addressOf(request) };
  const id = object && (request.params as Readonly<Record<string, string>>)[object.at];
  if (object === undefined || id === undefined) return { object: address };
  return { object: { kind: object.kind, id }, part: address };
}

/** Way and selection, without what was searched for: people search for names. */
function addressOf({ method, url }: FastifyRequest): string {
  const [path = '', ...rest] = url.split('?');
  const selection = new URLSearchParams(rest.join('?'));
  for (const name of FREE_TEXT) selection.delete(name);
  const query = selection.toString();
  return `${method} ${decodeURI(path)}${query === '' ? '' : `?${query}`}`;
}

const FREE_TEXT = ['suche', 'q', FORM_TOKEN];

function isFile(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-disposition') ?? '').startsWith('attachment');
}
