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
import { GrantsQueries } from './grants.queries.js';
import { noticeChangeExample, noticeHistoryExample } from './notice.examples.js';
import { NOTICE_SHAPE, NoticesQuery } from './notice.dto.js';

/** Reads notices. */
@ApiTags('Bescheide')
@Controller('api/v1/notices')
export class GrantsController {
  constructor(private readonly grants: GrantsQueries) {}

  @Get()
  @ApiOperation({
    summary: 'Bescheide, seitenweise',
    description: 'Sortierbar nach `title`, `reference`, `issuedOn`, `amount`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: NoticesQuery): Promise<unknown> {
    const notices = await this.grants.notices(query.asOf(), query.filter());
    return toApiJson(query.page(notices, NOTICE_SHAPE));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Ein Bescheid mit Zeilen, Nutzern und Rest' })
  @ApiOkResponse({ description: 'der Bescheid; ETag ist die Revision' })
  @ApiNotFoundResponse({ description: 'diesen Bescheid gibt es nicht' })
  async one(
    @Param('id') id: string,
    @Query() query: BookQuery,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const detail = await this.grants.notice(id, query.asOf());
    tagRevision(reply, detail.revision);
    const { notice, lines, revision, recordedAt } = detail;
    return toApiJson({ ...notice, lines, revision, recordedAt });
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Alle Stände eines Bescheids mit seinen Zeilen, der neueste zuerst' })
  @ApiOkResponse({
    description: '`revisions`: wer wann warum was geändert hat, auch die Rücknahme',
    content: { 'application/json': { example: noticeHistoryExample } },
  })
  @ApiNotFoundResponse({ description: 'diesen Bescheid gab es nie' })
  async revisions(@Param('id') id: string): Promise<unknown> {
    return toApiJson({ revisions: await this.grants.history(id) });
  }

  @Get(':id/change')
  @ApiOperation({ summary: 'Was ein Änderungsbescheid an jeder Zeile ändert' })
  @ApiOkResponse({
    description: 'je Zeile vorher, nachher und der Unterschied; ohne Zeilen, wenn er nichts ändert',
    content: { 'application/json': { example: noticeChangeExample } },
  })
  @ApiNotFoundResponse({ description: 'diesen Bescheid gibt es nicht' })
  async change(@Param('id') id: string, @Query() query: BookQuery): Promise<unknown> {
    const change = await this.grants.noticeChange(id, query.asOf());
    return toApiJson(change ?? { notice: id, lines: [] });
  }
}
