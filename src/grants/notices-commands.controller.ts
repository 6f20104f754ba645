import { Body, Controller, Delete, HttpCode, HttpStatus, Param, Post, Put } from '@nestjs/common';
import { Query, Res } from '@nestjs/common';
import { changeBy, statedBy } from '../identity/identity.js';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiKey,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiReasonBody,
  ApiSeen,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import {
  ChangeOf,
  ensureOnly,
  reasonedBody,
  type ChangeHeaders,
} from '../platform/http/change-request.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { ApiFactBody, factRequest } from '../programmes/fact-request.js';
import { CorrectNoticeUseCase } from './correct-notice.use-case.js';
import { GrantsQueries } from './grants.queries.js';
import { ReasonQuery } from './notice.dto.js';
import { correctNoticeExample, recordNoticeExample } from './notice.examples.js';
import { RecordNoticeUseCase } from './record-notice.use-case.js';
import { WithdrawNoticeUseCase } from './withdraw-notice.use-case.js';

/** Changes notices; each change is a revision with author and reason. */
@ApiTags('Bescheide')
@ApiUnprocessableEntityResponse({ description: 'eine Angabe passt nicht; jedes Feld ist genannt' })
@Controller('api/v1/notices')
export class NoticesCommandsController {
  constructor(
    private readonly recording: RecordNoticeUseCase,
    private readonly correction: CorrectNoticeUseCase,
    private readonly withdrawal: WithdrawNoticeUseCase,
    private readonly grants: GrantsQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Einen Bescheid, Änderungs- oder Folgebescheid eintragen' })
  @ApiKey()
  @ApiFactBody('notice', { examples: { Änderungsbescheid: recordNoticeExample.request } })
  @ApiCreatedResponse({ description: 'der Bescheid; Location sagt, wo, ETag, welcher Stand' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  async record(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('notice', body, { unsaid: 'Neu eingetragen' });
    const id = await this.recording.execute(statedBy(headers, reason), fact);
    reply.header('location', `/api/v1/notices/${id}`);
    return this.answer(id, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Einen Bescheid berichtigen; er wird mit allen Zeilen gesagt' })
  @ApiSeen()
  @ApiFactBody('notice', {
    corrects: true,
    examples: { 'Aktenzeichen nachgetragen': correctNoticeExample.request },
  })
  @ApiOkResponse({ description: 'der Bescheid, wie er nun steht; ETag ist der neue Stand' })
  @ApiNotFoundResponse({ description: 'diesen Bescheid gibt es nicht' })
  @ApiConflictResponse({ description: 'eine Zeile fiele weg, auf die sich anderes stützt' })
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('notice', body, { id });
    await this.correction.execute(changeBy(headers, reason), fact);
    return this.answer(id, reply);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiReasonBody('irrtümlich eingetragen', 'Doppelt erfasst')
  @ApiOperation({ summary: 'Einen irrtümlich eingetragenen Bescheid zurücknehmen' })
  @ApiSeen()
  @ApiNoContentResponse({ description: 'zurückgenommen; die Geschichte bleibt lesbar' })
  @ApiNotFoundResponse({ description: 'diesen Bescheid gibt es nicht' })
  @ApiConflictResponse({ description: 'ein Bescheid, ein Vertrag oder eine Stelle nennt ihn' })
  async withdraw(
    @Param('id') id: string,
    @Query() query: ReasonQuery,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<void> {
    const { reason, fields } = reasonedBody(body ?? {}, query.reason);
    ensureOnly(fields, []);
    await this.withdrawal.execute(changeBy(headers, reason), id);
  }

  private async answer(id: string, reply: TaggedReply): Promise<unknown> {
    const { notice, revision, recordedAt } = await this.grants.notice(id);
    tagRevision(reply, revision);
    return toApiJson({ ...notice, revision, recordedAt });
  }
}
