import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { changeBy } from '../identity/identity.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
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
import type { TaggedReply } from '../platform/http/revision-tag.js';
import { ApiFactBody } from '../programmes/fact-request.js';
import { ContractAnswer } from './contract-answer.js';
import { versionExamples } from './contract.examples.js';
import { ContractsQueries } from './contracts.queries.js';
import { DiscardDraftUseCase } from './discard-draft.use-case.js';
import { DraftVersionUseCase } from './draft-version.use-case.js';
import { EditDraftUseCase } from './edit-draft.use-case.js';
import { readBasedOn, readVersionNumber } from './version-request.js';

const NO_NUMBER = ['number', 'kind', 'writtenOn', 'sentOn', 'signatures', 'cause'] as const;

/** Drafts versions, edits and discards drafts. */
@ApiTags('Verträge')
@ApiNotFoundResponse({ description: 'diesen Vertrag oder diese Fassung gibt es nicht' })
@ApiConflictResponse({
  description:
    'die Fassung ist schon versandt oder gilt schon, oder auf ihre Zeile stützt sich noch etwas',
})
@ApiUnprocessableEntityResponse({ description: 'eine Angabe passt nicht; jedes Feld ist genannt' })
@Controller('api/v1/contracts/:id/versions')
export class VersionsController {
  constructor(
    private readonly drafting: DraftVersionUseCase,
    private readonly editing: EditDraftUseCase,
    private readonly discarding: DiscardDraftUseCase,
    private readonly contracts: ContractsQueries,
    private readonly answer: ContractAnswer,
    private readonly clock: Clock,
  ) {}

  @Get(':number')
  @ApiOperation({ summary: 'Eine Fassung: ihr Zustand, was zur Wirksamkeit fehlt, die Prüfliste' })
  @ApiOkResponse({ description: 'die Fassung' })
  async one(@Param('id') id: string, @Param('number') number: string): Promise<unknown> {
    const asOf = { on: this.clock.today() };
    return toApiJson(await this.contracts.version(id, readVersionNumber(number), asOf));
  }

  @Post()
  @ApiSeen()
  @ApiOperation({
    summary: 'Eine Änderung entwerfen; sie beginnt mit der letzten gültigen Fassung',
  })
  @ApiBody({
    schema: { type: 'object' },
    examples: { 'höherer Satz': { value: versionExamples.draft } },
  })
  @ApiCreatedResponse({ description: 'der Vertrag mit dem Entwurf' })
  async draft(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Änderung entworfen');
    const { basedOn, ...own } = fields;
    const base = readBasedOn(basedOn);
    const command = { contract: id, fields: own, ...(base !== undefined && { basedOn: base }) };
    const number = await this.drafting.execute(changeBy(headers, reason), command);
    reply.header('location', `/api/v1/contracts/${id}/versions/${number.toString()}`);
    return this.answer.of(id, reply);
  }

  @Put(':number')
  @ApiSeen()
  @ApiOperation({ summary: 'Einen Entwurf bearbeiten' })
  @ApiFactBody('version', {
    corrects: true,
    without: NO_NUMBER,
    examples: { Entwurf: versionExamples.edit },
  })
  @ApiOkResponse({ description: 'der Vertrag mit dem Entwurf, wie er nun steht' })
  async edit(
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body);
    const command = { contract: id, version: readVersionNumber(number), fields };
    await this.editing.execute(changeBy(headers, reason), command);
    return this.answer.of(id, reply);
  }

  @Delete(':number')
  @HttpCode(204)
  @ApiSeen()
  @ApiNoContentResponse({ description: 'verworfen; er bleibt in der Geschichte lesbar' })
  @ApiOperation({ summary: 'Einen Entwurf verwerfen; der Grund steht im Rumpf' })
  @ApiBody({
    schema: { type: 'object' },
    examples: { verworfen: { value: versionExamples.discard } },
  })
  async discard(
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<void> {
    const { reason, fields } = reasonedBody(body ?? {});
    ensureOnly(fields, []);
    const command = { contract: id, version: readVersionNumber(number) };
    await this.discarding.execute(changeBy(headers, reason), command);
  }
}
