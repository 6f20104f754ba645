import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 18;
/** More no entry of ours has; a file without a single line break is not read into memory whole. */
const LINE_BYTES_MAX = 32 << 20;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const MARK = Buffer.from('\ufeff');

/** A line of a file; `text` is undefined where it is not UTF-8, or longer than anything readable. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | undefined;
}

/**
 * The lines of a file, read piece by piece and without awaiting: whoever writes them into the book
 * does so inside one transaction, in which nothing else is waited for.
 */
export class TextLines implements Iterable<TextLine> {
  private readonly digest = createHash('sha256');
  private passedBytes = 0;
  private totalBytes = 0;

  constructor(private readonly path: string) {}

  /** How much of the file the lines so far are, from 0 to 1. */
  get share(): number {
    return this.totalBytes === 0 ? 1 : this.passedBytes / this.totalBytes;
  }

  /** SHA-256 of all bytes in hex, once the last line was read. */
  sha256(): string {
    return this.digest.digest('hex');
  }

  /** Reads on to the end without looking. */
  pass(): void {
    const file = openSync(this.path, 'r');
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    try {
      for (let length = 1; length > 0;) {
        length = readSync(file, buffer);
        this.digest.update(buffer.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  }

  *[Symbol.iterator](): Generator<TextLine> {
    const file = openSync(this.path, 'r');
    try {
      this.totalBytes = fstatSync(file).size;
      yield* this.linesOf(file);
    } finally {
      closeSync(file);
    }
  }

  /** One buffer for all: a line that is not whole yet moves to its beginning. */
  private *linesOf(file: number): Generator<TextLine> {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let [number, held] = [0, 0];
    for (;;) {
      if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
      const length = readSync(file, buffer, { offset: held });
      this.digest.update(buffer.subarray(held, held + length));
      const bytes = buffer.subarray(0, held + length);
      let from = number === 0 && bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
      for (let end = bytes.indexOf(LINE_FEED, from); end >= 0;) {
        this.passedBytes += end + 1 - from;
        yield { number: (number += 1), text: lineText(bytes.subarray(from, end)) };
        from = end + 1;
        end = bytes.indexOf(LINE_FEED, from);
      }
      held = bytes.length - from;
      if (length === 0 && held > 0)
        yield { number: number + 1, text: lineText(bytes.subarray(from)) };
      if (length === 0) return;
      if (held > LINE_BYTES_MAX) yield { number: number + 1, text: undefined };
      if (held > LINE_BYTES_MAX) return;
      buffer.copyWithin(0, from, bytes.length);
    }
  }
}

function lineText(bytes: Buffer): string | undefined {
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  const line = bytes.subarray(0, end);
  return isUtf8(line) ? line.toString('utf8') : undefined;
}
