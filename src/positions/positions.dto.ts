import { IsString } from 'class-validator';
import { ApiProperty } from '../platform/http/api-description.js';
import { BookQuery, parseYear } from '../platform/http/book-query.dto.js';
import { OptionalText } from '../platform/http/optional-text.js';
import { SearchedListQuery, type ListShape } from '../platform/http/searched-list.dto.js';
import type { LineEntitlement } from './entitlement.types.js';
import type { OccupancyView } from './occupancies.queries.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';

/** Sorts by `label`, `title`, `employer`, `component`, `placeOfWork`, `plannedFte` or `from`. */
export const POSITION_SHAPE: ListShape<PositionDefinition> = {
  idOf: ({ id }) => id,
  textsOf: ({ id, label, title, employer, component, placeOfWork }) => [
    ...[id, label, title, employer, component, placeOfWork],
  ],
  sorts: {
    label: ({ label }) => label,
    title: ({ title }) => title,
    employer: ({ employer }) => employer,
    component: ({ component }) => component,
    placeOfWork: ({ placeOfWork }) => placeOfWork,
    plannedFte: ({ plannedFte }) => plannedFte,
    from: ({ from }) => from,
  },
};

/** Sorts by `title`, `partner`, `component`, `fte`, `ceiling` or `amount`. */
export const ENTITLEMENT_SHAPE: ListShape<LineEntitlement> = {
  idOf: ({ line }) => line,
  textsOf: ({ line, title, partner, component, contract, posts }) => [
    ...[line, title, partner, component, contract],
    ...posts.map(({ label }) => label),
  ],
  sorts: {
    title: ({ title }) => title,
    partner: ({ partner }) => partner,
    component: ({ component }) => component,
    fte: ({ fte }) => fte,
    ceiling: ({ ceilingCents }) => ceilingCents,
    amount: ({ amountCents }) => amountCents,
  },
};

/** Sorts by `personKey`, `label`, `title`, `employer`, `component`, `share`, `from` or `to`. */
export const OCCUPANCY_SHAPE: ListShape<OccupancyView> = {
  idOf: ({ id }) => id,
  textsOf: ({ id, personKey, label, title, employer, employerName, component, placeOfWork }) => [
    ...[id, personKey, label, title, employer, employerName, component, placeOfWork],
  ],
  sorts: {
    personKey: ({ personKey }) => personKey,
    label: ({ label }) => label,
    title: ({ title }) => title,
    employer: ({ employer }) => employer,
    component: ({ component }) => component,
    share: ({ share }) => share,
    from: ({ from }) => from,
    to: ({ to }) => to,
  },
};

/** Which posts a list shows. */
export class PositionsQuery extends SearchedListQuery {
  @ApiProperty({ description: 'Kalenderjahr', example: '2025' })
  @IsString()
  readonly year!: string;

  @OptionalText('nur dieser Baustein', 'kim-2')
  readonly component?: string;

  @OptionalText('nur dieser Anstellungsträger', 'luenen')
  readonly employer?: string;

  @OptionalText('nur diese Zuweisungszeile', 'luenen-kim-2')
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
export class EntitlementsQuery extends SearchedListQuery {
  @ApiProperty({ description: 'Kalenderjahr', example: '2025' })
  @IsString()
  readonly year!: string;

  @OptionalText('nur dieser Baustein', 'kim-2')
  readonly component?: string;

  @OptionalText('nur dieser Partner; `kreis` für eigene Stellen')
  readonly partner?: string;

  @OptionalText('nur dieser Vertrag', 'kim-cities')
  readonly contract?: string;

  @OptionalText('nur diese Zuweisungszeile', 'luenen-kim-2')
  readonly line?: string;

  @OptionalText('nur diese Stelle')
  readonly position?: string;

  filter() {
    const { partner, contract, component, line, position } = this;
    return {
      year: parseYear(this.year),
      ...this.asOf(),
      ...(partner !== undefined && { partner }),
      ...(contract !== undefined && { contract }),
      ...(component !== undefined && { component }),
      ...(line !== undefined && { line }),
      ...(position !== undefined && { position }),
    };
  }
}

/** Which occupancies a list shows; all that are given must fit. */
export class OccupanciesQuery extends SearchedListQuery {
  @OptionalText('nur an Tagen dieses Kalenderjahres', '2025')
  readonly year?: string;

  @OptionalText('nur diese Stelle', 'luenen-k2-1')
  readonly position?: string;

  @OptionalText('nur dieser Baustein', 'kim-2')
  readonly component?: string;

  @OptionalText('nur dieser Anstellungsträger', 'luenen')
  readonly employer?: string;

  @OptionalText('nur diese Zuweisungszeile', 'luenen-kim-2')
  readonly line?: string;

  @OptionalText('nur dieser Vertrag', 'kim-cities')
  readonly contract?: string;

  @OptionalText('nur diese Personenkennung', 'LUE-64D1')
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
