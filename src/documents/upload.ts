import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import { FileTooLarge } from './documents.errors.js';
import { FILE_BYTES_MAX, plainFileName, type IncomingFile } from './file-store.js';

/** A form with at most one file, as a browser or a program sent it. */
export interface Upload {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file?: IncomingFile;
  /** Why the file was not taken; the fields are there all the same. */
  readonly refused?: FileTooLarge;
}

/** The part of a request that holds a form; `parts` comes from @fastify/multipart. */
export interface UploadRequest {
  readonly body: unknown;
  isMultipart(): boolean;
  parts(options: {
    readonly throwFileSizeLimit: boolean;
  }): AsyncIterableIterator<MultipartFile | MultipartValue>;
}

/**
 * Reads a form with a file, or JSON without one. A field that stands there several times is a list;
 * an empty file field is no file. A file that is too large is refused, not thrown: a page keeps the
 * fields that came with it.
 */
export async function readUpload(request: UploadRequest): Promise<Upload> {
  if (!request.isMultipart()) return { fields: asFields(request.body) };
  const fields: Record<string, unknown> = {};
  let file: IncomingFile | undefined;
  let refused: FileTooLarge | undefined;
  for await (const part of partsOf(request)) {
    if (part.type === 'file') {
      const [name, bytes] = [plainFileName(part.filename), await whole(part.toBuffer())];
      if (part.file.truncated) refused = new FileTooLarge({ name, limit: FILE_BYTES_MAX });
      else if (part.filename !== '') file = { name, bytes };
    } else if (part.value !== '') {
      const earlier = fields[part.fieldname];
      fields[part.fieldname] = earlier === undefined ? part.value : [earlier, part.value].flat();
    }
  }
  return { fields, ...(file && { file }), ...(refused && { refused }) };
}

/** A form whose parts are not separated as it says, or that stops in the middle. */
class UploadBroken extends Error {
  readonly statusCode = 400;
}

/** The fields and files of a form as they come in. @throws UploadBroken */
export async function* partsOf(
  request: UploadRequest,
): AsyncGenerator<MultipartFile | MultipartValue> {
  try {
    yield* request.parts({ throwFileSizeLimit: false });
  } catch (error) {
    throw toldAs(error);
  }
}

function whole(bytes: Promise<Buffer>): Promise<Buffer> {
  return bytes.catch((error: unknown) => {
    throw toldAs(error);
  });
}

/** The plugin's own refusals say their status; what reads the bytes below it says none. */
function toldAs(error: unknown): Error {
  return error instanceof Error && 'statusCode' in error ? error : new UploadBroken();
}

function asFields(body: unknown): Upload['fields'] {
  const isGroup = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isGroup ? (body as Upload['fields']) : {};
}
