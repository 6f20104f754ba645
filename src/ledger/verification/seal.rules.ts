import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Instant } from '../../domain/calendar/instant.js';
import type { BookKind } from '../../platform/config/app-config.js';

/**
 * "Siegel": how many links the chain has and the hash of the last one. Kept outside the book, it
 * proves later that nothing up to there was cut off, changed or computed anew.
 */
export interface Seal {
  readonly format: 1;
  readonly book: { readonly kind: BookKind; readonly madeAt: Instant };
  /** Links of the chain; 0 for a book without any. */
  readonly count: number;
  /** Of the last link. */
  readonly hash: string;
  /** When the last link was recorded; '' for a book without any. */
  readonly recordedAt: Instant | '';
  readonly sealedAt: Instant;
  /** The day of the seal in Germany. */
  readonly day: PlainDate;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const SEAL = z.strictObject({
  format: z.literal(1),
  book: z.strictObject({ kind: z.enum(['example', 'empty']), madeAt: z.string().regex(INSTANT) }),
  count: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  recordedAt: z.union([z.literal(''), z.string().regex(INSTANT)]),
  sealedAt: z.string().regex(INSTANT),
  day: z.string().refine(isPlainDate),
});

/** What an editor of an office puts before a text that it has saved. */
const BYTE_ORDER_MARK = /^\ufeff/;

/** Reads the text of a seal; undefined if it is none. */
export function parseSeal(text: string): Seal | undefined {
  try {
    const seal = SEAL.safeParse(JSON.parse(text.replace(BYTE_ORDER_MARK, '')));
    return seal.success ? (seal.data as Seal) : undefined;
  } catch {
    return undefined;
  }
}

/** The seal as a file: JSON, readable by people too. */
export function sealText(seal: Seal): string {
  return `${JSON.stringify(seal, null, 2)}\n`;
}
