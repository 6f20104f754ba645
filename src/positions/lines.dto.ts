import { IsIn, IsOptional, IsString } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '../platform/http/api-description.js';
import { parseYear } from '../platform/http/book-query.dto.js';
import { OptionalText } from '../platform/http/optional-text.js';
import { SearchedListQuery, type ListShape } from '../platform/http/searched-list.dto.js';
import type { LineFunding } from '../programmes/definitions/definition.js';
import type { LineOfYear } from './line-list.rules.js';

const FUNDING_SOURCES: readonly LineFunding['source'][] = [
  'notice-line',
  'own-funds',
  'allocation-line',
];

/** Sorts by `title`, `partner`, `component`, `contract`, `fte`, `ceiling` or `entitled`. */
export const LINE_SHAPE: ListShape<LineOfYear> = {
  idOf: ({ id }) => id,
  textsOf: ({ id, line, contractTitle, fileReference }) => [
    ...[id, line.title, line.partner, line.component, line.region, ...line.towns],
    ...[contractTitle, fileReference],
  ],
  sorts: {
    title: ({ line }) => line.title,
    partner: ({ line }) => line.partner,
    component: ({ line }) => line.component,
    contract: ({ contractTitle }) => contractTitle,
    fte: ({ line }) => line.fte,
    ceiling: ({ ceilingCents }) => ceilingCents,
    entitled: ({ entitledCents }) => entitledCents,
  },
};

/** Which lines of all contracts a list shows; all that are given must fit. */
export class LinesOfYearQuery extends SearchedListQuery {
  @ApiProperty({ description: 'Kalenderjahr', example: '2025' })
  @IsString()
  readonly year!: string;

  @OptionalText('nur dieser Partner', 'luenen')
  readonly partner?: string;

  @OptionalText('nur dieser Baustein', 'kim-2')
  readonly component?: string;

  @OptionalText('nur dieser Vertrag', 'kim-cities')
  readonly contract?: string;

  @ApiPropertyOptional({ description: 'nur aus dieser Quelle bezahlt', enum: FUNDING_SOURCES })
  @IsOptional()
  @IsIn(FUNDING_SOURCES)
  readonly funding?: LineFunding['source'];

  @OptionalText('nur aus dieser Bescheidzeile bezahlt')
  readonly noticeLine?: string;

  calendarYear(): number {
    return parseYear(this.year);
  }

  fits({ line, contract, funding }: LineOfYear): boolean {
    const paidBy = funding?.source === 'notice-line' ? funding.noticeLine : undefined;
    return (
      (this.partner === undefined || line.partner === this.partner) &&
      (this.component === undefined || line.component === this.component) &&
      (this.contract === undefined || contract === this.contract) &&
      (this.funding === undefined || funding?.source === this.funding) &&
      (this.noticeLine === undefined || paidBy === this.noticeLine)
    );
  }
}
