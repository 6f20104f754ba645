import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { BookQuery } from '../platform/http/book-query.dto.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { PARTNER_SHAPE, PartnersQuery } from './contract.dto.js';
import { PartnersQueries } from './partners.queries.js';

/** Reads partners. */
@ApiTags('Partner')
@Controller('api/v1/partners')
export class PartnersController {
  constructor(private readonly partners: PartnersQueries) {}

  @Get()
  @ApiOperation({
    summary: 'Weiterleitungsempfänger, seitenweise',
    description: 'Sortierbar nach `name`, `shortName`, `sector`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: PartnersQuery): Promise<unknown> {
    const partners = await this.partners.partners(query.asOf(), query.filter());
    const page = query.page(partners, PARTNER_SHAPE);
    const items = page.items.map(({ fact, ...mark }) => ({ ...fact, ...mark }));
    return toApiJson({ ...page, items });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Ein Weiterleitungsempfänger' })
  @ApiOkResponse({ description: 'der Partner; ETag ist die Revision' })
  @ApiNotFoundResponse({ description: 'diesen Partner gibt es nicht' })
  async one(
    @Param('id') id: string,
    @Query() query: BookQuery,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, revision, recordedAt } = await this.partners.partner(id, query.asOf());
    tagRevision(reply, revision);
    return toApiJson({ ...fact, revision, recordedAt });
  }
}
