import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUniqueViolation, TransactionOutpaced } from '../platform/database/database-failure.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { FileKindRefused, FileTooLarge } from './documents.errors.js';
import { mediaTypeOf, type MediaType } from './file-kind.rules.js';
import { StoredFile } from './stored-file.entity.js';

/** 10 MB: a scanned contract with its annexes. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** A file as somebody sent it. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is known of a stored file. */
export interface FileMark {
  /** In hexadecimal; the key of the bytes. */
  readonly sha256: string;
  readonly mediaType: MediaType;
  /** In bytes. */
  readonly size: number;
}

/** "Ablage": the bytes of filed documents, in the book itself; never changed, never stored twice. */
@Injectable()
export class FileStore {
  /**
   * Looks at a file without storing it.
   * @throws FileTooLarge, FileKindRefused
   */
  look({ name, bytes }: IncomingFile): FileMark {
    if (bytes.length > FILE_BYTES_MAX) throw new FileTooLarge({ name, limit: FILE_BYTES_MAX });
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === undefined) throw new FileKindRefused({ name });
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType,
      size: bytes.length,
    };
  }

  /** Stores a file, unless the book has the same bytes. @throws FileTooLarge, FileKindRefused */
  async store(tx: Tx, file: IncomingFile): Promise<FileMark> {
    const mark = this.look(file);
    const files = tx.repository(StoredFile);
    if (await files.existsBy({ sha256: mark.sha256 })) return mark;
    const content = Buffer.from(file.bytes).toString('base64');
    try {
      await files.insert({ ...mark, recordedAt: tx.at, content });
    } catch (error) {
      throw isUniqueViolation(error)
        ? new TransactionOutpaced('same file', { cause: error })
        : error;
    }
    return mark;
  }

  /** The bytes of a file that some fact names. */
  async bytes(source: RevisionSource, sha256: string): Promise<Buffer> {
    const row = await source
      .repository(StoredFile)
      .createQueryBuilder('file')
      .where('file.sha256 = :sha256', { sha256 })
      .getOne();
    assert(row, `the book names the file ${sha256} and does not have it`);
    return Buffer.from(row.content, 'base64');
  }
}

const NAME_LENGTH_MAX = 120;

/** The last part of a file's name, without what breaks headers and file systems. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  const plain = last.replaceAll(/[\x00-\x1f\x7f"<>:|?*\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).slice(0, 10) : '';
  const stem = dot > 0 ? plain.slice(0, dot) : plain;
  return stem === '' ? `Datei${ending}` : stem.slice(0, NAME_LENGTH_MAX) + ending;
}

/** "Content-Disposition": always to be saved, never shown by the browser; RFC 6266. */
export function attachmentHeader(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '') || 'Datei';
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
