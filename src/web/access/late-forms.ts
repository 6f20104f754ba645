import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type HeldField, type HeldFile, HeldForms } from '../../identity/held-forms/held-forms.js';
import { NOBODY, type Acting } from '../../identity/identity.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { partsOf, type UploadRequest } from '../../documents/documents.js';
import { paths } from '../paths.js';
import { needsFormToken, type FormMarks } from './form-tokens.js';

const FIELDS_LENGTH_MAX = 1_000_000;
const TITLE_LENGTH_MAX = 200;
const SECRET_NAMES = /passw|kennwort|geheim|wiederholung|^code$/i;

/**
 * Forms that come after the end of their session, or from a page of an older one: what somebody has
 * typed is kept until they have signed in again. Only of a session of ours: its token tells whose.
 */
@Injectable()
export class LateForms {
  constructor(
    private readonly sessions: Sessions,
    private readonly held: HeldForms,
  ) {}

  /** Whether it could be such a form; what it carries is only known once it was read. */
  isPossible(request: FastifyRequest): boolean {
    return request.method === 'POST' && needsFormToken(request);
  }

  /** Keeps a form, and leads its author to it. @returns whether it was one to be kept */
  async keep(
    request: FastifyRequest,
    reply: FastifyReply,
    { token, page }: FormMarks,
  ): Promise<boolean> {
    if (!this.isPossible(request) || token === undefined || page === undefined) return false;
    const personId = await this.sessions.personOfForm(token);
    const who: Acting = request.acting ?? NOBODY;
    const isSignedIn = who.ref !== NOBODY.ref;
    if (personId === undefined || (isSignedIn && who.ref !== `person:${personId}`)) return false;
    const { fields, file } = await contentOf(request);
    if (lengthOf(fields) > FIELDS_LENGTH_MAX) return false;
    const title = page.slice(0, TITLE_LENGTH_MAX);
    const id = await this.held.hold({ personId, path: pathOf(request), title, fields, file });
    const way = paths.heldForm(id);
    await reply.redirect(isSignedIn ? way : paths.signIn(way), 303);
    return true;
  }
}

interface Content {
  readonly fields: readonly HeldField[];
  readonly file: HeldFile | null;
}

/** Without what is secret; a file is read over, only its name stays. */
async function contentOf(request: FastifyRequest): Promise<Content> {
  if (!request.isMultipart()) {
    const body = Object.entries((request.body ?? {}) as Record<string, unknown>);
    const fields = body.flatMap(([name, value]) =>
      [value]
        .flat()
        .flatMap((each): HeldField[] => (typeof each === 'string' ? [[name, each]] : [])),
    );
    return { fields: fields.filter(isNoSecret), file: null };
  }
  const fields: HeldField[] = [];
  let file: HeldFile | null = null;
  // The plugin's own types do not know all of its options.
  const upload = request as unknown as UploadRequest;
  for await (const part of partsOf(upload)) {
    if (part.type === 'file') {
      file = { field: part.fieldname, name: part.filename };
      part.file.resume();
    } else if (typeof part.value === 'string') fields.push([part.fieldname, part.value]);
  }
  return { fields: fields.filter(isNoSecret), file };
}

function isNoSecret([name]: HeldField): boolean {
  return !SECRET_NAMES.test(name);
}

function lengthOf(fields: readonly HeldField[]): number {
  return fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}

/** Without the marks of the form: those were of the session that is over. */
function pathOf({ url, query }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  const rest = new URLSearchParams(query as Record<string, string>).toString();
  return rest === '' ? path : `${path}?${rest}`;
}
