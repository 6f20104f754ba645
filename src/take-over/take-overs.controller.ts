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
import { TAKE_OVER_SHAPE, TakeOversQuery } from './take-over.dto.js';
import { TakeOverQueries } from './take-over.queries.js';

/** Reads take-overs. */
@ApiTags('Übernahmen')
@Controller('api/v1/take-overs')
export class TakeOversController {
  constructor(private readonly takeOvers: TakeOverQueries) {}

  @Get()
  @ApiOperation({
    summary: 'Übernahmen laufender Fälle, seitenweise',
    description: 'Sortierbar nach `title`, `keyDate`, `ordered`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: TakeOversQuery): Promise<unknown> {
    const { programme } = query;
    const all = await this.takeOvers.takeOvers(query.asOf());
    const wanted = all.filter((each) => programme === undefined || each.programme === programme);
    return toApiJson(query.page(wanted, TAKE_OVER_SHAPE));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Eine Übernahme mit Abstimmung zur Kasse und ihren Buchungen' })
  @ApiOkResponse({
    description: 'die Übernahme; `entries` nennt je Fall die Buchung, ETag ist die Revision',
  })
  @ApiNotFoundResponse({ description: 'diese Übernahme gibt es nicht' })
  async one(
    @Param('id') id: string,
    @Query() query: BookQuery,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const detail = await this.takeOvers.takeOver(id, query.asOf());
    tagRevision(reply, detail.revision);
    const { takeOver, groups, entries, revision, recordedAt } = detail;
    const reconciliations = groups.map(({ notice, year, reconciliation }) => {
      return { noticeLine: notice?.noticeLine ?? null, year, ...reconciliation };
    });
    return toApiJson({ ...takeOver, reconciliations, entries, revision, recordedAt });
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Alle Stände einer Übernahme, der neueste zuerst' })
  @ApiOkResponse({ description: '`revisions`: wer wann warum was geändert hat' })
  @ApiNotFoundResponse({ description: 'diese Übernahme gab es nie' })
  async revisions(@Param('id') id: string): Promise<unknown> {
    return toApiJson({ revisions: await this.takeOvers.history(id) });
  }
}
