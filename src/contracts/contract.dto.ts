import { IsIn, IsOptional, IsString } from 'class-validator';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { ApiProperty, ApiPropertyOptional } from '../platform/http/api-description.js';
import { BookQuery, parseYear } from '../platform/http/book-query.dto.js';
import { OptionalText } from '../platform/http/optional-text.js';
import { SearchedListQuery, type ListShape } from '../platform/http/searched-list.dto.js';
import type { Recorded } from '../platform/database/recorded.js';
import {
  PARTNER_SECTORS,
  type PartnerDefinition,
  type PartnerSector,
} from '../programmes/definitions/definition.js';
import type { ContractSummary } from './contract-views.rules.js';

/** Sorts by `title`, `fileReference` or `programme`. */
export const CONTRACT_SHAPE: ListShape<ContractSummary> = {
  idOf: ({ id }) => id,
  textsOf: ({ id, title, fileReference, programme, partners, inForce }) => [
    ...[id, title, fileReference, programme, ...partners, inForce?.title],
  ],
  sorts: {
    title: ({ title }) => title,
    fileReference: ({ fileReference }) => fileReference,
    programme: ({ programme }) => programme,
  },
};

/** Sorts by `name`, `shortName` or `sector`. */
export const PARTNER_SHAPE: ListShape<Recorded<PartnerDefinition>> = {
  idOf: ({ fact }) => fact.id,
  textsOf: ({ fact }) => [fact.id, fact.name, fact.shortName, ...fact.otherNames],
  sorts: {
    name: ({ fact }) => fact.name,
    shortName: ({ fact }) => fact.shortName,
    sector: ({ fact }) => fact.sector,
  },
};

/** Which contracts a list shows. */
export class ContractsQuery extends SearchedListQuery {
  @OptionalText('nur Verträge mit diesem Partner', 'luenen')
  readonly partner?: string;

  @OptionalText('nur dieses Förderprogramm', 'kim')
  readonly programme?: string;

  filter(): { readonly partner?: string; readonly programme?: string } {
    return {
      ...(this.partner !== undefined && { partner: this.partner }),
      ...(this.programme !== undefined && { programme: this.programme }),
    };
  }
}

/** Which partners a list shows. */
export class PartnersQuery extends SearchedListQuery {
  @ApiPropertyOptional({ description: 'nur diese Gruppe', enum: PARTNER_SECTORS })
  @IsOptional()
  @IsIn(PARTNER_SECTORS)
  readonly sector?: PartnerSector;

  filter(): { readonly sector?: PartnerSector } {
    return this.sector === undefined ? {} : { sector: this.sector };
  }
}

/** For which year the lines of a contract are told. */
export class LinesQuery extends BookQuery {
  @ApiProperty({ description: 'Kalenderjahr', example: '2025' })
  @IsString()
  readonly year!: string;

  calendarYear(): number {
    return parseYear(this.year);
  }
}

/** Whether a termination is only looked at. */
export class TerminationQuery {
  @ApiPropertyOptional({ description: 'nur zeigen, nichts festhalten', example: 'true' })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun?: 'true' | 'false';
}

/** Which two versions are compared. */
export class DifferencesQuery extends BookQuery {
  @ApiProperty({ description: 'Nummer der früheren Fassung', example: '1' })
  @IsString()
  readonly before!: string;

  @ApiProperty({ description: 'Nummer der späteren Fassung', example: '2' })
  @IsString()
  readonly after!: string;

  /** @throws InvalidField at `/before` or `/after` */
  versions(): readonly [before: number, after: number] {
    return [versionNumber(this.before, '/before'), versionNumber(this.after, '/after')];
  }
}

function versionNumber(text: string, pointer: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidField('choice', text, pointer);
  return Number(text);
}
