import { Body, Controller, Delete, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { changeBy } from '../identity/identity.js';
import { derivationToJson } from '../domain/derivation/derivation-json.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiBody,
  ApiConflictResponse,
  ApiHeader,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
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
import { ContractAnswer } from './contract-answer.js';
import { TerminationQuery } from './contract.dto.js';
import { terminationExamples } from './contract.examples.js';
import { ContractsQueries } from './contracts.queries.js';
import type { TerminationPreview } from './termination.rules.js';
import { TerminateContractUseCase } from './terminate-contract.use-case.js';
import { readDay, readText } from './version-request.js';
import { WithdrawTerminationUseCase } from './withdraw-termination.use-case.js';

/** Termination of a contract: what it would do, and that it was received. */
@ApiTags('Verträge')
@ApiOkResponse({
  description: 'der Vertrag, wie er nun steht; mit dryRun, was die Kündigung bewirkt',
})
@ApiNotFoundResponse({ description: 'diesen Vertrag gibt es nicht' })
@ApiConflictResponse({ description: 'gekündigt ist schon, oder der Vertrag gilt an dem Tag nicht' })
@ApiUnprocessableEntityResponse({ description: 'eine Angabe passt nicht; jedes Feld ist genannt' })
@Controller('api/v1/contracts/:id/termination')
export class TerminationsController {
  constructor(
    private readonly terminating: TerminateContractUseCase,
    private readonly withdrawing: WithdrawTerminationUseCase,
    private readonly contracts: ContractsQueries,
    private readonly answer: ContractAnswer,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiKey()
  @ApiOperation({
    summary: 'Eine Kündigung festhalten; mit `dryRun=true` nur zeigen, was sie bewirkt',
  })
  @ApiHeader({ name: 'If-Match', description: 'Stand des Vertrags; bei dryRun entbehrlich' })
  @ApiPreconditionFailedResponse({ description: 'jemand anderes war schneller' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match fehlt' })
  @ApiBody({
    schema: { type: 'object' },
    examples: { Kündigung: { value: terminationExamples.terminate } },
  })
  async terminate(
    @Param('id') id: string,
    @Query() { dryRun }: TerminationQuery,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Kündigung');
    ensureOnly(fields, ['party', 'receivedOn', 'note']);
    const party = readText(fields, 'party');
    const receivedOn = readDay(fields, 'receivedOn') ?? this.clock.today();
    if (dryRun === 'true') {
      return previewJson(await this.contracts.terminationPreview(id, party, receivedOn));
    }
    const note = fields['note'] === undefined ? {} : { note: readText(fields, 'note') };
    const command = { contract: id, party, receivedOn, ...note };
    await this.terminating.execute(changeBy(headers, reason), command);
    return this.answer.of(id, reply);
  }

  @Delete()
  @HttpCode(200)
  @ApiOperation({ summary: 'Eine Kündigung zurücknehmen; der Grund steht im Rumpf' })
  @ApiSeen()
  @ApiBody({
    schema: { type: 'object' },
    examples: { zurückgenommen: { value: terminationExamples.withdraw } },
  })
  async withdraw(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body ?? {});
    ensureOnly(fields, []);
    await this.withdrawing.execute(changeBy(headers, reason), id);
    return this.answer.of(id, reply);
  }
}

function previewJson({ derivation, ...preview }: TerminationPreview): unknown {
  return { ...(toApiJson(preview) as object), derivation: derivationToJson(derivation()) };
}
