import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { changeBy, statedBy } from '../identity/identity.js';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSeen,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { ChangeOf, type ChangeHeaders } from '../platform/http/change-request.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { ApiFactBody, factRequest } from '../programmes/fact-request.js';
import { partnerExamples } from './contract.examples.js';
import { CorrectPartnerUseCase } from './correct-partner.use-case.js';
import { PartnersQueries } from './partners.queries.js';
import { RecordPartnerUseCase } from './record-partner.use-case.js';

/** Changes partners; each change is a revision with author and reason. */
@ApiTags('Partner')
@ApiUnprocessableEntityResponse({ description: 'eine Angabe passt nicht; jedes Feld ist genannt' })
@Controller('api/v1/partners')
export class PartnersCommandsController {
  constructor(
    private readonly recording: RecordPartnerUseCase,
    private readonly correction: CorrectPartnerUseCase,
    private readonly partners: PartnersQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Einen Weiterleitungsempfänger aufnehmen' })
  @ApiFactBody('partner', { examples: { Stadt: partnerExamples.record } })
  @ApiKey()
  @ApiCreatedResponse({ description: 'der Partner; Location und ETag sagen, wo und welcher Stand' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  async record(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('partner', body, { unsaid: 'Neu eingetragen' });
    const id = await this.recording.execute(statedBy(headers, reason), fact);
    reply.header('location', `/api/v1/partners/${id}`);
    return this.answer(id, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Einen Weiterleitungsempfänger berichtigen' })
  @ApiFactBody('partner', {
    corrects: true,
    examples: { 'neue Anschrift': partnerExamples.correct },
  })
  @ApiSeen()
  @ApiOkResponse({ description: 'der Partner, wie er nun steht' })
  @ApiNotFoundResponse({ description: 'diesen Partner gibt es nicht' })
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('partner', body, { id });
    await this.correction.execute(changeBy(headers, reason), fact);
    return this.answer(id, reply);
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Was an einem Weiterleitungsempfänger geändert wurde' })
  @ApiOkResponse({ description: '`revisions`, die neueste zuerst: wer, wann, warum, was' })
  @ApiNotFoundResponse({ description: 'diesen Partner gibt es nicht' })
  async revisions(@Param('id') id: string): Promise<unknown> {
    return toApiJson({ revisions: await this.partners.history(id) });
  }

  private async answer(id: string, reply: TaggedReply): Promise<unknown> {
    const { fact, revision, recordedAt } = await this.partners.partner(id);
    tagRevision(reply, revision);
    return toApiJson({ ...fact, revision, recordedAt });
  }
}
