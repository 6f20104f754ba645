import { IsOptional, IsString } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '../platform/http/api-description.js';
import { BookListQuery, BookQuery, parseYear } from '../platform/http/book-query.dto.js';

/** Which posts a list shows. */
export class PositionsQuery extends BookListQuery {
  @ApiProperty({ description: 'Kalenderjahr', example: '2025' })
  @IsString()
  readonly year!: string;

  @ApiPropertyOptional({ description: 'nur dieser Baustein', example: 'kim-2' })
  @IsOptional()
  @IsString()
  readonly component?: string;

  @ApiPropertyOptional({ description: 'nur dieser Anstellungsträger', example: 'luenen' })
  @IsOptional()
  @IsString()
  readonly employer?: string;

  @ApiPropertyOptional({ description: 'nur diese Zuweisungszeile', example: 'luenen-kim-2' })
  @IsOptional()
  @IsString()
  readonly line?: string;

  filter() {
    const { component, employer, line } = this;
    return {
      year: parseYear(this.year),
      knownAt: this.asOf().knownAt,
      ...(component !== undefined && { component }),
      ...(employer !== undefined && { employer }),
      ...(line !== undefined && { line }),
    };
  }
}

/** For which year one post, or the Übersicht, is told. */
export class YearQuery extends BookQuery {
  @ApiProperty({ description: 'Kalenderjahr', example: '2025' })
  @IsString()
  readonly year!: string;

  calendarYear(): number {
    return parseYear(this.year);
  }
}

/** Which entitlements are asked for; all that are given must fit. */
export class EntitlementsQuery extends YearQuery {
  @ApiPropertyOptional({ description: 'nur dieser Partner; `kreis` für eigene Stellen' })
  @IsOptional()
  @IsString()
  readonly partner?: string;

  @ApiPropertyOptional({ description: 'nur dieser Vertrag', example: 'kim-cities' })
  @IsOptional()
  @IsString()
  readonly contract?: string;

  @ApiPropertyOptional({ description: 'nur diese Zuweisungszeile', example: 'luenen-kim-2' })
  @IsOptional()
  @IsString()
  readonly line?: string;

  @ApiPropertyOptional({ description: 'nur diese Stelle' })
  @IsOptional()
  @IsString()
  readonly position?: string;

  filter() {
    const { partner, contract, line, position } = this;
    return {
      year: this.calendarYear(),
      ...this.asOf(),
      ...(partner !== undefined && { partner }),
      ...(contract !== undefined && { contract }),
      ...(line !== undefined && { line }),
      ...(position !== undefined && { position }),
    };
  }
}

/** Which occupancies a list shows; all that are given must fit. */
export class OccupanciesQuery extends BookListQuery {
  @ApiPropertyOptional({ description: 'nur an Tagen dieses Kalenderjahres', example: '2025' })
  @IsOptional()
  @IsString()
  readonly year?: string;

  @ApiPropertyOptional({ description: 'nur diese Stelle', example: 'luenen-k2-1' })
  @IsOptional()
  @IsString()
  readonly position?: string;

  @ApiPropertyOptional({ description: 'nur dieser Baustein', example: 'kim-2' })
  @IsOptional()
  @IsString()
  readonly component?: string;

  @ApiPropertyOptional({ description: 'nur dieser Anstellungsträger', example: 'luenen' })
  @IsOptional()
  @IsString()
  readonly employer?: string;

  @ApiPropertyOptional({ description: 'nur diese Zuweisungszeile', example: 'luenen-kim-2' })
  @IsOptional()
  @IsString()
  readonly line?: string;

  @ApiPropertyOptional({ description: 'nur dieser Vertrag', example: 'kim-cities' })
  @IsOptional()
  @IsString()
  readonly contract?: string;

  @ApiPropertyOptional({ description: 'nur diese Personenkennung', example: 'LUE-64D1' })
  @IsOptional()
  @IsString()
  readonly personKey?: string;

  filter() {
    const { year, position, component, employer, line, contract, personKey } = this;
    return {
      ...this.asOf(),
      ...{ position, component, employer, line, contract, personKey },
      year: year === undefined ? undefined : parseYear(year),
    };
  }
}
