import { SearchedListQuery, type ListShape } from '../platform/http/searched-list.dto.js';
import { OptionalText } from '../platform/http/optional-text.js';
import type { TakeOverSummary } from './take-over.queries.js';

/** Sorts by `title`, `keyDate` or `ordered`. */
export const TAKE_OVER_SHAPE: ListShape<TakeOverSummary> = {
  idOf: ({ id }) => id,
  textsOf: ({ id, title, programme }) => [id, title, programme],
  sorts: {
    title: ({ title }) => title,
    keyDate: ({ keyDate }) => keyDate,
    ordered: ({ orderedCents }) => orderedCents,
  },
};

/** Which take-overs a list shows. */
export class TakeOversQuery extends SearchedListQuery {
  @OptionalText('nur dieses Förderprogramm', 'kim')
  readonly programme?: string;
}

/** Why something is taken back, where a request has no body. */
export class ReasonQuery {
  @OptionalText('Grund; auch als `reason` im Text der Anfrage')
  readonly reason?: string;
}
