import { InvalidField } from '../../domain/errors/invalid-field.js';
import { foldedText, hasWords, searchWords } from '../../domain/text/german-text.js';
import { BookListQuery, pageOf, type Page } from './book-query.dto.js';
import { sortedPage, type SortOrder, type SortValue } from './sorted-page.js';
import { OptionalText } from './optional-text.js';

/** How the items of a list are found and sorted. */
export interface ListShape<Item> {
  readonly idOf: (item: Item) => string;
  /** What `q` looks at. */
  readonly textsOf: (item: Item) => readonly (string | undefined)[];
  /** What `sort` may name; undefined values stand last, both ways. */
  readonly sorts: Readonly<Record<string, (item: Item) => SortValue>>;
}

/** What a list may be asked that can be searched and sorted. */
export class SearchedListQuery extends BookListQuery {
  @OptionalText('Suche: alle Wörter müssen vorkommen; „ü“ und „ue“ sind eins', 'unna')
  readonly q?: string;

  @OptionalText(
    'Sortierung nach einem Feld, mit „-“ davor absteigend; ohne Angabe nach `id`. Was fehlt, steht am Ende. `after` gilt nur mit derselben Sortierung',
  )
  readonly sort?: string;

  /** One page of the items that fit. @throws InvalidField at `/sort`, `/after` or `/limit` */
  page<Item>(items: readonly Item[], shape: ListShape<Item>): Page<Item> {
    const order = this.order(shape.sorts);
    const found = this.search(items, shape);
    if (order === undefined) return pageOf(found, this.paging(), shape.idOf);
    return sortedPage(found, this.paging(), order, shape.idOf);
  }

  /** All items that fit, for a list that also comes whole. @throws InvalidField at `/sort` */
  all<Item>(items: readonly Item[], shape: ListShape<Item>): readonly Item[] {
    const order = this.order(shape.sorts);
    const found = this.search(items, shape);
    if (order === undefined) return found;
    return sortedPage(found, { limit: found.length }, order, shape.idOf).items;
  }

  /** Whether a page is asked for. */
  get isPaged(): boolean {
    return this.limit !== undefined || this.after !== undefined;
  }

  /** The items that have all words of `q`. */
  search<Item>(items: readonly Item[], { textsOf }: ListShape<Item>): readonly Item[] {
    const words = searchWords(this.q ?? '');
    if (words.length === 0) return items;
    return items.filter((item) => hasWords(foldedText(textsOf(item).join(' ')), words));
  }

  private order<Item>(sorts: ListShape<Item>['sorts']): SortOrder<Item> | undefined {
    if (this.sort === undefined) return undefined;
    const descending = this.sort.startsWith('-');
    const field = this.sort.slice(descending ? 1 : 0);
    if (!Object.hasOwn(sorts, field)) throw new InvalidField('choice', this.sort, '/sort');
    return { name: this.sort, descending, valueOf: sorts[field] ?? (() => undefined) };
  }
}
