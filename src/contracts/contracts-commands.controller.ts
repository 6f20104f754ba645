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
import type { TaggedReply } from '../platform/http/revision-tag.js';
import { ApiFactBody, factRequest } from '../programmes/fact-request.js';
import { ContractAnswer } from './contract-answer.js';
import { contractExamples } from './contract.examples.js';
import { ContractsQueries } from './contracts.queries.js';
import { CorrectContractUseCase } from './correct-contract.use-case.js';
import { RecordContractUseCase } from './record-contract.use-case.js';

/** Records contracts and corrects their heads; each change is a revision with author and reason. */
@ApiTags('Verträge')
@ApiUnprocessableEntityResponse({
  description:
    'eine Angabe passt nicht, jedes Feld ist genannt; oder die Mittel reichen nicht (R1)',
})
@Controller('api/v1/contracts')
export class ContractsCommandsController {
  constructor(
    private readonly recording: RecordContractUseCase,
    private readonly correction: CorrectContractUseCase,
    private readonly contracts: ContractsQueries,
    private readonly answer: ContractAnswer,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Einen Vertrag mit seiner ersten Fassung aufnehmen' })
  @ApiFactBody('contract', { examples: { Entwurf: contractExamples.record } })
  @ApiKey()
  @ApiCreatedResponse({ description: 'der Vertrag; Location und ETag sagen, wo und welcher Stand' })
  @ApiConflictResponse({ description: 'die Kennung ist vergeben' })
  async record(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('contract', body, { unsaid: 'Neu eingetragen' });
    const id = await this.recording.execute(statedBy(headers, reason), fact);
    reply.header('location', `/api/v1/contracts/${id}`);
    return this.answer.of(id, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Den Kopf eines Vertrags berichtigen' })
  @ApiFactBody('contract-head', {
    corrects: true,
    examples: { Aktenzeichen: contractExamples.correct },
  })
  @ApiSeen()
  @ApiOkResponse({ description: 'der Vertrag, wie er nun steht' })
  @ApiNotFoundResponse({ description: 'diesen Vertrag gibt es nicht' })
  @ApiConflictResponse({ description: 'die Parteien stehen fest' })
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { fact, reason } = factRequest('contract-head', body, { id });
    await this.correction.execute(changeBy(headers, reason), fact);
    return this.answer.of(id, reply);
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Was an Vertrag, Fassungen, Zeilen und Bestandteilen geändert wurde' })
  @ApiOkResponse({ description: '`revisions`, die neueste zuerst: wer, wann, warum, was' })
  @ApiNotFoundResponse({ description: 'diesen Vertrag gab es nie' })
  async revisions(@Param('id') id: string): Promise<unknown> {
    return toApiJson({ revisions: await this.contracts.history(id) });
  }
}
