import { IsOptional, IsString } from 'class-validator';
import { ApiPropertyOptional } from '../platform/http/api-description.js';
import { parseYear } from '../platform/http/book-query.dto.js';
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
  @ApiPropertyOptional({ description: 'Grund; auch als `reason` im Text der Anfrage' })
  @IsOptional()
  @IsString()
  readonly reason?: string;
}

/** Which notices a list shows. */
export class NoticesQuery extends SearchedListQuery {
  @ApiPropertyOptional({ description: 'nur Bescheide mit Zeilen dieses Jahres', example: '2025' })
  @IsOptional()
  @IsString()
  readonly year?: string;

  @ApiPropertyOptional({ description: 'nur dieses Förderprogramm', example: 'kim' })
  @IsOptional()
  @IsString()
  readonly programme?: string;

  filter(): { readonly year?: number; readonly programme?: string } {
    return {
      ...(this.year !== undefined && { year: parseYear(this.year) }),
      ...(this.programme !== undefined && { programme: this.programme }),
    };
  }
}
