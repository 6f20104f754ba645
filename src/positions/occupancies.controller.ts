import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { changeBy, statedBy } from '../identity/identity.js';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiReasonBody,
  ApiSeen,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { BookQuery } from '../platform/http/book-query.dto.js';
import {
  ChangeOf,
  ensureOnly,
  reasonedBody,
  type ChangeHeaders,
} from '../platform/http/change-request.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { CorrectOccupancyUseCase } from './correct-occupancy.use-case.js';
import { findingsJson } from './findings.js';
import { OccupanciesQueries } from './occupancies.queries.js';
import type { Outcome } from './outcome.js';
import { occupancyFrom } from './position-input.js';
import { correctOccupancy, recordOccupancy } from './position.examples.js';
import { OCCUPANCY_SHAPE, OccupanciesQuery } from './positions.dto.js';
import { PositionsQueries } from './positions.queries.js';
import { positionIdOf } from './position-input.js';
import { RecordOccupancyUseCase } from './record-occupancy.use-case.js';
import { ApiOccupancyBody, correctionOf, ensureSame } from './stated-body.js';
import { WithdrawOccupancyUseCase } from './withdraw-occupancy.use-case.js';

const SEEN = { name: 'If-Match', description: 'der ETag der Stelle, den Sie gesehen haben' };

/** Reads and changes who fills posts; the ETag of an occupancy is that of its post. */
@ApiTags('Besetzungen')
@ApiUnprocessableEntityResponse({
  description: 'eine Angabe passt nicht, jedes Feld ist genannt; oder es wird zu viel (R9, R11)',
})
@Controller('api/v1/occupancies')
export class OccupanciesController {
  constructor(
    private readonly recording: RecordOccupancyUseCase,
    private readonly correction: CorrectOccupancyUseCase,
    private readonly withdrawal: WithdrawOccupancyUseCase,
    private readonly occupancies: OccupanciesQueries,
    private readonly positions: PositionsQueries,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Alle Besetzungen mit Stelle, Zeile und Vertrag, seitenweise',
    description:
      'Sortierbar nach `personKey`, `label`, `title`, `employer`, `component`, `share`, `from`, `to`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: OccupanciesQuery): Promise<unknown> {
    const found = await this.occupancies.occupancies(query.filter());
    return toApiJson(query.page(found, OCCUPANCY_SHAPE));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Eine Besetzung; ETag ist die Revision ihrer Stelle' })
  @ApiOkResponse({ description: 'die Besetzung mit der Kennung ihrer Stelle' })
  @ApiNotFoundResponse({ description: 'diese Besetzung gibt es nicht' })
  async one(
    @Param('id') id: string,
    @Query() query: BookQuery,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, revision, recordedAt } = await this.occupancies.occupancy(
      id,
      query.asOf().knownAt,
    );
    tagRevision(reply, revision);
    return toApiJson({ position: fact.positionId, ...fact.occupancy, revision, recordedAt });
  }

  @Post()
  @ApiOperation({ summary: 'Eine Besetzung eintragen; ohne `id` vergibt das Buch eine Kennung' })
  @ApiKey()
  @ApiHeader({ ...SEEN, required: false })
  @ApiOccupancyBody({ examples: { 'Vakanz besetzt': recordOccupancy.request } })
  @ApiCreatedResponse({ description: 'die Besetzung mit Hinweisen; Location und ETag' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  @ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
  async record(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Neu eingetragen');
    const { position, ...occupancy } = fields;
    const change = statedBy(headers, reason);
    const stated = occupancyFrom(occupancy);
    const outcome = await this.recording.execute(change, positionIdOf(position), stated);
    return this.answer(outcome, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Eine Besetzung berichtigen: Ende, Anteil, unbezahlte Zeit, Kennung' })
  @ApiSeen()
  @ApiOccupancyBody({ examples: { 'endet früher': correctOccupancy.request }, corrects: true })
  @ApiOkResponse({ description: 'die Besetzung, wie sie nun steht, mit Hinweisen; ETag' })
  @ApiNotFoundResponse({ description: 'diese Besetzung gibt es nicht' })
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = correctionOf(body, id);
    const { position, ...occupancy } = fields;
    const stated = occupancyFrom(occupancy);
    const { fact } = await this.occupancies.occupancy(id);
    ensureSame('position', position, fact.positionId);
    return this.answer(await this.correction.execute(changeBy(headers, reason), id, stated), reply);
  }

  @Delete(':id')
  @ApiReasonBody('irrtümlich eingetragen', 'Doppelt erfasst')
  @ApiOperation({ summary: 'Eine irrtümlich eingetragene Besetzung zurücknehmen' })
  @ApiSeen()
  @ApiOkResponse({ description: 'die Stelle und ihr neuer Stand; ETag' })
  @ApiNotFoundResponse({ description: 'diese Besetzung gibt es nicht' })
  async withdraw(
    @Param('id') id: string,
    @Query('reason') told: string | undefined,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body ?? {}, told);
    ensureOnly(fields, []);
    const position = await this.withdrawal.execute(changeBy(headers, reason), id);
    const { revision } = await this.positions.recorded(position);
    tagRevision(reply, revision);
    return { position, revision };
  }

  private async answer({ id, warnings }: Outcome, reply: TaggedReply): Promise<unknown> {
    const { fact, revision, recordedAt } = await this.occupancies.occupancy(id);
    reply.header('location', `/api/v1/occupancies/${id}`);
    tagRevision(reply, revision);
    const told = { revision, recordedAt, warnings: findingsJson(warnings) };
    return toApiJson({ position: fact.positionId, ...fact.occupancy, ...told });
  }
}
