import { Controller, Get, Query } from '@nestjs/common';
import { derivationToJson } from '../domain/derivation/derivation-json.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import {
  EntitlementsQueries,
  type LineEntitlement,
  type PostEntitlement,
} from './entitlements.queries.js';
import { OverviewQueries } from './overview.queries.js';
import { ENTITLEMENT_SHAPE, EntitlementsQuery, YearQuery } from './positions.dto.js';

/** Reads entitlements with their derivations, and the Übersicht. */
@ApiTags('Ansprüche')
@Controller('api/v1')
export class EntitlementsController {
  constructor(
    private readonly entitlements: EntitlementsQueries,
    private readonly overview: OverviewQueries,
    private readonly clock: Clock,
  ) {}

  @Get('entitlements')
  @ApiOperation({
    summary: 'Ansprüche eines Jahres je Zeile und Stelle, mit Herleitung',
    description:
      'Sortierbar nach `title`, `partner`, `component`, `fte`, `ceiling`, `amount`. Ohne `limit` und `after` kommen alle Zeilen, sonst seitenweise; `q` und Seiten betreffen die Zeilen, eigene Stellen stehen auf der ersten Seite. Die Summen zählen alle Zeilen der Filter.',
  })
  @ApiOkResponse({ description: 'Zeilen der Partner und eigene Stellen des Kreises' })
  @ApiNotFoundResponse({ description: 'Partner, Vertrag, Zeile oder Stelle gibt es nicht' })
  async list(@Query() query: EntitlementsQuery): Promise<unknown> {
    const found = await this.entitlements.entitlements(query.filter());
    const { items, next } = query.isPaged
      ? query.page(found.lines, ENTITLEMENT_SHAPE)
      : { items: query.all(found.lines, ENTITLEMENT_SHAPE), next: null };
    return {
      year: found.year,
      lines: items.map(lineJson),
      next,
      ownPosts: query.after === undefined ? found.ownPosts.map(postJson) : [],
      forwarded: toApiJson(found.forwardedCents),
      own: toApiJson(found.ownCents),
    };
  }

  @Get('overview')
  @ApiOperation({ summary: 'Übersicht eines Jahres: bewilligt, weitergeleitet, beim Kreis' })
  @ApiOkResponse({ description: 'Summen je Baustein, Hinweise und Geldfluss' })
  async ofYear(@Query() query: YearQuery): Promise<unknown> {
    const { on = this.clock.today(), knownAt } = query.asOf();
    const year = query.calendarYear();
    return toApiJson(await this.overview.overview({ year, on, knownAt }));
  }
}

function lineJson({ posts, ...line }: LineEntitlement): object {
  return {
    ...(toApiJson(line) as object),
    derivation: derivationToJson(line.derivation()),
    posts: posts.map(postJson),
  };
}

function postJson(post: PostEntitlement): object {
  return { ...(toApiJson(post) as object), derivation: derivationToJson(post.derivation()) };
}
