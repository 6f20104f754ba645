import type { PlainDate } from '../domain/calendar/plain-date.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import {
  cellError,
  ORDER,
  PASTE_COLUMNS,
  type CellError,
  type PasteColumn,
} from './paste-columns.rules.js';
import { headingOf, linesOf, type PastedLine } from './paste-lines.js';
import { readDay, readFlag, readKey, readShare, type Read } from './paste-cells.rules.js';
import type { OccupancyRow } from './position-input.js';

export type { CellError, PasteColumn } from './paste-columns.rules.js';

/** A post as a range may name it: by its id, or by its label. */
export type PastedPost = Pick<PositionDefinition, 'id' | 'label' | 'from' | 'to'>;

/** A line of the range: its cells as they came, and what they say if all of them can be read. */
export interface PastedRow {
  /** As the spreadsheet counts: the first line of the range is 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<PasteColumn, string>>>;
  /** Absent: one of the cells is an error. */
  readonly occupancy?: OccupancyRow;
}

/** What a pasted range holds. */
export interface OccupancyPaste {
  readonly columns: readonly PasteColumn[];
  readonly rows: readonly PastedRow[];
  /** In the order of the cells. */
  readonly errors: readonly CellError[];
}

/**
 * Reads a range that was copied from a spreadsheet: cells between tabs, German days and decimals,
 * with a line of headings in any order, or without one in the order of `PASTE_COLUMNS`.
 *
 * @param posts all that the range may name
 */
export function readOccupancyPaste(text: string, posts: readonly PastedPost[]): OccupancyPaste {
  const { lines, error } = linesOf(text);
  const first = lines[0];
  if (error !== undefined || first === undefined) {
    const message = error ?? 'Der Bereich ist leer.';
    return { columns: [], rows: [], errors: [{ row: 1, column: '', message }] };
  }
  const heading = headingOf(first);
  const columns = heading?.columns ?? ORDER;
  const known = postsByName(posts);
  const read = (heading ? lines.slice(1) : lines).map((line) => readRow(line, columns, known));
  return {
    columns: columns.flatMap((column) => column ?? []),
    rows: read.map(({ row }) => row),
    errors: [...(heading?.errors ?? []), ...read.flatMap(({ errors }) => errors)],
  };
}

type PostsByName = ReadonlyMap<string, readonly PastedPost[]>;

function postsByName(posts: readonly PastedPost[]): PostsByName {
  const known = new Map<string, PastedPost[]>();
  for (const post of posts) {
    for (const name of new Set([post.id, post.label.toLowerCase()])) {
      known.set(name, [...(known.get(name) ?? []), post]);
    }
  }
  return known;
}

function readRow(
  { row, cells: texts }: PastedLine,
  columns: readonly (PasteColumn | undefined)[],
  posts: PostsByName,
): { readonly row: PastedRow; readonly errors: readonly CellError[] } {
  const cells = Object.fromEntries(
    columns.flatMap((column, index) => {
      const text = (texts[index] ?? '').trim();
      return column === undefined || text === '' ? [] : [[column, text] as const];
    }),
  ) as PastedRow['cells'];
  const errors: CellError[] = texts
    .slice(columns.length)
    .filter((text) => text !== '')
    .map((text) => ({ row, column: '', message: `„${text}“ steht neben den Spalten.` }));
  const fail = (column: PasteColumn, message: string): void => {
    errors.push(cellError(row, column, message));
  };
  const value = <T>(column: PasteColumn, read: (text: string) => Read<T>): T | undefined => {
    const text = cells[column];
    if (text === undefined) {
      if (PASTE_COLUMNS[column].isNeeded) fail(column, 'Diese Angabe fehlt.');
      return undefined;
    }
    const result = read(text);
    if (result.error !== undefined) fail(column, result.error);
    return result.value;
  };
  const occupancy = occupancyOf({ cells, fail, value }, posts);
  const isFine = errors.length === 0 && occupancy !== undefined;
  return { row: { row, cells, ...(isFine && { occupancy }) }, errors };
}

/** The cells of a row while they are read: what cannot be read is told, once. */
interface CellReading {
  readonly cells: PastedRow['cells'];
  readonly fail: (column: PasteColumn, message: string) => void;
  readonly value: <T>(column: PasteColumn, read: (text: string) => Read<T>) => T | undefined;
}

function occupancyOf(reading: CellReading, posts: PostsByName): OccupancyRow | undefined {
  const { cells, value } = reading;
  const on = cells.from === undefined ? undefined : readDay(cells.from).value;
  const position = value('position', (text) => postNamed(text, on, posts));
  const personKey = value('personKey', readKey);
  const from = value('from', readDay);
  const to = value('to', readDay);
  const share = value('share', readShare);
  const cover = value('cover', readFlag) ?? false;
  const unpaid = unpaidOf(reading);
  if (position === undefined || personKey === undefined) return undefined;
  if (from === undefined || share === undefined || unpaid === undefined) return undefined;
  return { position, personKey, from, ...(to !== undefined && { to }), share, cover, unpaid };
}

const UNPAID = ['unpaidFrom', 'unpaidTo', 'unpaidReason'] as const;

/** One unpaid spell: its first and last day, and why. */
function unpaidOf({ cells, fail, value }: CellReading): OccupancyDefinition['unpaid'] | undefined {
  const from = value('unpaidFrom', readDay);
  const to = value('unpaidTo', readDay);
  const reason = value('unpaidReason', (text) => ({ value: text.replaceAll(/\s+/g, ' ') }));
  const empty = UNPAID.filter((column) => cells[column] === undefined);
  const [first] = empty;
  if (empty.length === UNPAID.length) return [];
  if (first !== undefined) {
    fail(first, 'Zur unbezahlten Zeit gehören erster Tag, letzter Tag und Grund.');
  }
  if (from === undefined || to === undefined || reason === undefined) return undefined;
  return [{ period: { from, to }, reason }];
}

/** A post keeps its label when it moves: the one that exists on the first day is meant. */
function postNamed(text: string, from: PlainDate | undefined, posts: PostsByName): Read<string> {
  const named = posts.get(text) ?? posts.get(text.toLowerCase()) ?? [];
  const onDay = named.filter(
    (post) => from !== undefined && post.from <= from && (post.to === undefined || from <= post.to),
  );
  const [only, ...more] = onDay.length > 0 ? onDay : named;
  if (only === undefined) {
    return {
      error: `Eine Stelle „${text}“ gibt es nicht. Erwartet wird ihre Bezeichnung oder Kennung.`,
    };
  }
  if (more.length === 0) return { value: only.id };
  const ids = [only, ...more].map(({ id }) => id).join(', ');
  return { error: `Mehrere Stellen heißen „${text}“: Nennen Sie die Kennung (${ids}).` };
}
