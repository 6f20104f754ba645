import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { POSITION_SHAPE, PositionsQuery, YearQuery } from './positions.dto.js';
import { PositionsQueries } from './positions.queries.js';

/** Reads posts and who filled them. */
@ApiTags('Stellen')
@Controller('api/v1/positions')
export class PositionsController {
  constructor(private readonly positions: PositionsQueries) {}

  @Get()
  @ApiOperation({
    summary: 'Stellen eines Jahres mit Besetzung und Vakanzen, seitenweise',
    description:
      'Sortierbar nach `label`, `title`, `employer`, `component`, `placeOfWork`, `plannedFte`, `from`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: PositionsQuery): Promise<unknown> {
    const posts = await this.positions.page(query.filter(), (found) =>
      query.page(found, POSITION_SHAPE),
    );
    return toApiJson(posts);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Eine Stelle mit Besetzung und Vakanzen eines Jahres' })
  @ApiOkResponse({ description: 'die Stelle; ETag ist die Revision' })
  @ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
  async one(
    @Param('id') id: string,
    @Query() query: YearQuery,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const detail = await this.positions.position(id, query.calendarYear(), query.asOf().knownAt);
    tagRevision(reply, detail.revision);
    return toApiJson(detail);
  }
}
