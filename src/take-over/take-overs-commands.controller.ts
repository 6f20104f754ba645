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
import { CorrectTakeOverUseCase } from './correct-take-over.use-case.js';
import { RecordTakeOverUseCase } from './record-take-over.use-case.js';
import { ReasonQuery } from './take-over.dto.js';
import { takeOverExamples } from './take-over.examples.js';
import { TakeOverQueries } from './take-over.queries.js';
import { WithdrawTakeOverUseCase } from './withdraw-take-over.use-case.js';

/** Changes take-overs; each change is a revision, and reverses the entries of what it changes. */
@ApiTags('Übernahmen')
@ApiUnprocessableEntityResponse({
  description: 'eine Angabe passt nicht, oder die Kasse nennt einen anderen Bestand',
})
@Controller('api/v1/take-overs')
export class TakeOversCommandsController {
  constructor(
    private readonly recording: RecordTakeOverUseCase,
    private readonly correction: CorrectTakeOverUseCase,
    private readonly withdrawal: WithdrawTakeOverUseCase,
    private readonly takeOvers: TakeOverQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Laufende Fälle zum Stichtag übernehmen und buchen' })
  @ApiKey()
  @ApiFactBody('take-over', { examples: { 'FIT in Deutsch 2025': takeOverExamples.record } })
  @ApiCreatedResponse({ description: 'die Übernahme; Location sagt, wo, ETag, welcher Stand' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  async record(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('take-over', body, { unsaid: 'Übernahme' });
    const id = await this.recording.execute(statedBy(headers, reason), fact);
    reply.header('location', `/api/v1/take-overs/${id}`);
    return this.answer(id, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Eine Übernahme berichtigen; sie wird mit allen Fällen gesagt' })
  @ApiSeen()
  @ApiFactBody('take-over', {
    corrects: true,
    examples: { 'Auszahlung nachgetragen': takeOverExamples.correct },
  })
  @ApiOkResponse({ description: 'die Übernahme, wie sie nun steht; ETag ist der neue Stand' })
  @ApiNotFoundResponse({ description: 'diese Übernahme gibt es nicht' })
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('take-over', body, { id });
    await this.correction.execute(changeBy(headers, reason), fact);
    return this.answer(id, reply);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiReasonBody('irrtümlich übernommen', 'Doppelt erfasst')
  @ApiOperation({
    summary: 'Eine irrtümliche Übernahme zurücknehmen; ihre Buchungen werden storniert',
  })
  @ApiSeen()
  @ApiNoContentResponse({ description: 'zurückgenommen; die Geschichte bleibt lesbar' })
  @ApiNotFoundResponse({ description: 'diese Übernahme gibt es nicht' })
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
    const { takeOver, entries, revision, recordedAt } = await this.takeOvers.takeOver(id);
    tagRevision(reply, revision);
    return toApiJson({ ...takeOver, entries, revision, recordedAt });
  }
}
