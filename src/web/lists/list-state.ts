import { queryText, type PageQuery } from '../as-of/as-of.js';
import type { ListDefinition } from './list-definition.js';

export const SEARCH = 'suche';
export const SORT = 'sortierung';
export const DIRECTION = 'richtung';
export const PAGE = 'seite';
export const FORMAT = 'format';

export const DIRECTIONS = { ascending: 'auf', descending: 'ab' } as const;
export type Direction = keyof typeof DIRECTIONS;

export const FILE_FORMATS = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const SEARCH_LENGTH_MAX = 200;
const PAGE_TEXT = /^[1-9]\d{0,5}$/;

/** What the address of a list says: what is looked for, in which order, which page of it. */
export interface ListState {
  readonly search: string;
  /** Chosen keys by filter; filters without a choice are left out. */
  readonly filters: ReadonlyMap<string, string>;
  readonly sort: string;
  readonly direction: Direction;
  /** From 1. */
  readonly page: number;
  /** Absent: the page itself. */
  readonly format?: FileFormat;
}

/** Reads the address; what it cannot mean is as if it were not there: nobody loses the page. */
export function readListState<Row>(definition: ListDefinition<Row>, query: PageQuery): ListState {
  const sort = queryText(query, SORT);
  const page = queryText(query, PAGE);
  const known = definition.columns.some(({ key }) => key === sort);
  const format = FILE_FORMATS.find((name) => name === queryText(query, FORMAT));
  const chosen = definition.filters.flatMap(({ key }) => {
    const value = queryText(query, key);
    return value === '' ? [] : [[key, value] as const];
  });
  return {
    search: queryText(query, SEARCH).slice(0, SEARCH_LENGTH_MAX),
    filters: new Map(chosen),
    sort: known ? sort : definition.sortedBy,
    direction: queryText(query, DIRECTION) === DIRECTIONS.descending ? 'descending' : 'ascending',
    page: PAGE_TEXT.test(page) ? Number(page) : 1,
    ...(format !== undefined && { format }),
  };
}

/** A name and value of an address. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** The state as an address says it; what goes without saying is left out. */
export function pairsOfState<Row>(
  definition: ListDefinition<Row>,
  { search, filters, sort, direction, page, format }: ListState,
): readonly Pair[] {
  const pairs: readonly Pair[] = [
    { name: SEARCH, value: search },
    ...[...filters].map(([name, value]) => ({ name, value })),
    { name: SORT, value: sort === definition.sortedBy ? '' : sort },
    { name: DIRECTION, value: direction === 'ascending' ? '' : DIRECTIONS[direction] },
    { name: PAGE, value: page === 1 ? '' : page.toString() },
    { name: FORMAT, value: format ?? '' },
  ];
  return pairs.filter(({ value }) => value !== '');
}

/** Whether the list shows less than all of its rows. */
export function isNarrowed({ search, filters }: ListState): boolean {
  return search !== '' || filters.size > 0;
}
