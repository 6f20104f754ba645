import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { Put, Query, Res } from '@nestjs/common';
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
import { CorrectPositionUseCase } from './correct-position.use-case.js';
import { findingsJson } from './findings.js';
import { MovePositionUseCase } from './move-position.use-case.js';
import type { Outcome } from './outcome.js';
import { moveFrom } from './move-input.js';
import { positionFrom } from './position-input.js';
import { correctPosition, movePosition, recordPosition } from './position.examples.js';
import { PositionsQueries } from './positions.queries.js';
import { RecordPositionUseCase } from './record-position.use-case.js';
import { ApiFieldsBody, ApiPositionBody, correctionOf } from './stated-body.js';
import { WithdrawPositionUseCase } from './withdraw-position.use-case.js';

const PLACES = 'allocationLine, employer, placeOfWork, component, label, title, plannedFte, own';

/** Changes posts; each change is a revision with author and reason. */
@ApiTags('Stellen')
@ApiUnprocessableEntityResponse({
  description: 'eine Angabe passt nicht, jedes Feld ist genannt; oder die Zeile ist voll (R1)',
})
@Controller('api/v1/positions')
export class PositionCommandsController {
  constructor(
    private readonly recording: RecordPositionUseCase,
    private readonly correction: CorrectPositionUseCase,
    private readonly moving: MovePositionUseCase,
    private readonly withdrawal: WithdrawPositionUseCase,
    private readonly positions: PositionsQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Eine Stelle aufnehmen; ohne `id` vergibt das Buch eine Kennung' })
  @ApiKey()
  @ApiPositionBody({ examples: { 'Stelle einer Stadt': recordPosition.request } })
  @ApiCreatedResponse({ description: 'die Stelle mit Hinweisen; Location und ETag' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  async record(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Neu eingetragen');
    const change = statedBy(headers, reason);
    return this.answer(await this.recording.execute(change, positionFrom(fields)), reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Eine Stelle berichtigen; ihre Besetzungen bleiben, wie sie sind' })
  @ApiSeen()
  @ApiPositionBody({ examples: { 'Ende nachgetragen': correctPosition.request }, corrects: true })
  @ApiOkResponse({ description: 'die Stelle, wie sie nun steht, mit Hinweisen; ETag' })
  @ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = correctionOf(body, id);
    const position = positionFrom(fields);
    return this.answer(
      await this.correction.execute(changeBy(headers, reason), id, position),
      reply,
    );
  }

  @Post(':id/move')
  @ApiOperation({ summary: 'Eine Stelle von einem Tag an verlagern, mit ihren Besetzungen' })
  @ApiSeen()
  @ApiFieldsBody(
    `\`on\` ist der erste Tag am neuen Ort, \`id\` die Kennung der neuen Stelle (freiwillig), \`to\` sagt, was anders wird: ${PLACES}.`,
    ['on', 'id', 'to', 'reason'],
    { 'anderer Einsatzort': movePosition.request },
  )
  @ApiCreatedResponse({ description: 'die Stelle am neuen Ort; Location und ETag' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  @ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
  async move(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body);
    const moved = await this.moving.execute(changeBy(headers, reason), id, moveFrom(fields));
    return this.answer(moved, reply);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiReasonBody('irrtümlich eingetragen', 'Doppelt erfasst')
  @ApiOperation({ summary: 'Eine irrtümlich aufgenommene Stelle zurücknehmen' })
  @ApiSeen()
  @ApiNoContentResponse({ description: 'zurückgenommen; die Geschichte bleibt lesbar' })
  @ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
  @ApiConflictResponse({ description: 'die Stelle ist besetzt' })
  async withdraw(
    @Param('id') id: string,
    @Query('reason') told: string | undefined,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<void> {
    const { reason, fields } = reasonedBody(body ?? {}, told);
    ensureOnly(fields, []);
    await this.withdrawal.execute(changeBy(headers, reason), id);
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Alle Stände einer Stelle und ihrer Besetzungen, der neueste zuerst' })
  @ApiOkResponse({ description: '`revisions`: wer wann warum was geändert hat' })
  @ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
  async revisions(@Param('id') id: string): Promise<unknown> {
    return toApiJson({ revisions: await this.positions.history(id) });
  }

  private async answer({ id, warnings }: Outcome, reply: TaggedReply): Promise<unknown> {
    const { fact, revision, recordedAt } = await this.positions.recorded(id);
    reply.header('location', `/api/v1/positions/${id}`);
    tagRevision(reply, revision);
    return toApiJson({ ...fact, revision, recordedAt, warnings: findingsJson(warnings) });
  }
}
