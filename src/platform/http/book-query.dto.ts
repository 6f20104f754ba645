import { IsOptional, IsString } from 'class-validator';
import type { Instant } from '../../domain/calendar/instant.js';
import { parsePlainDate, yearOf, type PlainDate } from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { ApiPropertyOptional } from './api-description.js';
import { OptionalText } from './optional-text.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/;

/** What each question to the book may say: on which day, and with which knowledge. */
export class BookQuery {
  @ApiPropertyOptional({
    description: 'Stand: Tag, an dem die Angaben gelten; ohne Angabe heute',
    format: 'date',
    example: '2025-12-31',
  })
  @IsOptional()
  @IsString()
  readonly on?: string;

  @ApiPropertyOptional({
    description: 'wie bekannt: Zeitpunkt in UTC; ohne Angabe der heutige Wissensstand',
    format: 'date-time',
    example: '2026-01-15T12:00:00.000Z',
  })
  @IsOptional()
  @IsString()
  readonly knownAt?: string;

  /**
   * Both, also where an answer depends on one of them only: a slip is told, not passed over.
   * @throws InvalidField at `/on` or `/knownAt`
   */
  asOf(): { readonly on: PlainDate | undefined; readonly knownAt: Instant | undefined } {
    return {
      on: this.on === undefined ? undefined : parsePlainDate(this.on, '/on'),
      knownAt: this.knownAt === undefined ? undefined : parseInstant(this.knownAt),
    };
  }
}

/** The same for lists, which come in pages. */
export class BookListQuery extends BookQuery {
  @OptionalText('ab hier weiter: `next` der vorigen Antwort')
  readonly after?: string;

  @OptionalText('höchstens so viele, 1 bis 200', '50')
  readonly limit?: string;

  /** @throws InvalidField at `/limit` */
  paging(): Paging {
    const { after, limit } = this;
    return { limit: readLimit(limit), ...(after !== undefined && { after }) };
  }
}

export interface Paging {
  readonly after?: string;
  readonly limit: number;
}

/** A page of a list; `next` is null at its end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 200;

/** Cuts a page out of a list by the ids of its items, in order of id. */
export function pageOf<Item>(
  items: readonly Item[],
  { after, limit }: Paging,
  idOf: (item: Item) => string,
): Page<Item> {
  const sorted = items.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter((item) => idOf(item) > after);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: rest.length > limit && last !== undefined ? idOf(last) : null };
}

/** Reads "2025". @throws InvalidField */
export function parseYear(text: string, pointer = '/year'): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidField('choice', text, pointer);
  return yearOf(parsePlainDate(`${text}-01-01`, pointer));
}

/** At most so many entries of a list. @throws InvalidField at `/limit` */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT_DEFAULT;
  if (!/^\d{1,4}$/.test(text) || text === '0') throw new InvalidField('choice', text, '/limit');
  if (Number(text) > LIMIT_MAX) throw new InvalidField('choice', text, '/limit');
  return Number(text);
}

/** Reads "2026-01-15T12:00:00Z". @throws InvalidField at `/knownAt` */
export function parseInstant(text: string): Instant {
  const match = INSTANT.exec(text);
  if (!match) throw new InvalidField('instant', text, '/knownAt');
  parsePlainDate(match[1] ?? '', '/knownAt');
  return (match[3] === undefined ? text.replace('Z', '.000Z') : text) as Instant;
}
