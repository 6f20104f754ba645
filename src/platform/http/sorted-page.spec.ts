import fc from 'fast-check';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { sortedPage, type SortOrder, type SortValue } from './sorted-page.js';

interface Item {
  readonly id: string;
  readonly value: SortValue;
}

const byValue = (descending: boolean): SortOrder<Item> => ({
  name: descending ? '-value' : 'value',
  descending,
  valueOf: ({ value }) => value,
});

function allPages(items: readonly Item[], order: SortOrder<Item>, limit: number): string[] {
  const ids: string[] = [];
  let after: string | undefined;
  for (;;) {
    const paging = { limit, ...(after !== undefined && { after }) };
    const page = sortedPage(items, paging, order, ({ id }) => id);
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

const items: readonly Item[] = [
  { id: 'a', value: 300n },
  { id: 'b', value: undefined },
  { id: 'c', value: -100n },
  { id: 'd', value: 300n },
];

describe('a sorted page', () => {
  it('has equal values by id and missing ones last, both ways', () => {
    expect(allPages(items, byValue(false), 1)).toEqual(['c', 'a', 'd', 'b']);
    expect(allPages(items, byValue(true), 1)).toEqual(['a', 'd', 'c', 'b']);
  });

  it('goes on behind an item that is gone, and over one that came', () => {
    const order = byValue(false);
    const first = sortedPage(items, { limit: 2 }, order, ({ id }) => id);
    const later = [...items.filter(({ id }) => id !== 'a'), { id: 'aa', value: 300n }];
    const paging = { limit: 2, after: first.next ?? '' };
    const { items: rest } = sortedPage(later, paging, order, ({ id }) => id);
    expect(rest.map(({ id }) => id)).toEqual(['aa', 'd']);
  });

  it('shows each item once, whatever the values and the size of a page', () => {
    const value = fc.option(fc.oneof(fc.constantFrom('ä', 'a', 'Z', 'z10', 'z9')), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        fc.array(value),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (values, limit, down) => {
          const all = values.map((entry, index) => ({ id: `i${index}`, value: entry }));
          const seen = allPages(all, byValue(down), limit);
          expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
          expect(seen).toEqual(allPages(all, byValue(down), 200));
        },
      ),
    );
  });

  it.each(['', 'a', 'WzFd', Buffer.from('["-value","bigint","1","a"]').toString('base64url')])(
    'refuses %j as a cursor of this order',
    (after) => {
      expect(() => sortedPage(items, { limit: 2, after }, byValue(false), ({ id }) => id)).toThrow(
        InvalidField,
      );
    },
  );
});
