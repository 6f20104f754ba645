import { parseYear } from '../platform/http/book-query.dto.js';
import { OptionalText } from '../platform/http/optional-text.js';
import { SearchedListQuery, type ListShape } from '../platform/http/searched-list.dto.js';
import type { NoticeSummary } from './grants.queries.js';

/** Sorts by `title`, `reference`, `issuedOn` or `amount`. */
export const NOTICE_SHAPE: ListShape<NoticeSummary> = {
  idOf: ({ id }) => id,
  textsOf: ({ id, title, grantor, reference, components }) => [
    ...[id, title, grantor, reference, ...components],
  ],
  sorts: {
    title: ({ title }) => title,
    reference: ({ reference }) => reference,
    issuedOn: ({ issuedOn }) => issuedOn,
    amount: ({ amountCents }) => amountCents,
  },
};

/** Why something is taken back, where a request has no body. */
export class ReasonQuery {
  @OptionalText('Grund; auch als `reason` im Text der Anfrage')
  readonly reason?: string;
}

/** Which notices a list shows. */
export class NoticesQuery extends SearchedListQuery {
  @OptionalText('nur Bescheide mit Zeilen dieses Jahres', '2025')
  readonly year?: string;

  @OptionalText('nur dieses Förderprogramm', 'kim')
  readonly programme?: string;

  filter(): { readonly year?: number; readonly programme?: string } {
    return {
      ...(this.year !== undefined && { year: parseYear(this.year) }),
      ...(this.programme !== undefined && { programme: this.programme }),
    };
  }
}
