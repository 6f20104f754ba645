import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { statedBy } from '../identity/identity.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { pageOf } from '../platform/http/book-query.dto.js';
import { ChangeOf, type ChangeHeaders } from '../platform/http/change-request.js';
import { DraftAmendmentsRequest, FlowDownQuery } from './amendments.dto.js';
import { draftExample, flowDownExample } from './amendments.examples.js';
import { DraftAmendmentsUseCase } from './draft-amendments.use-case.js';
import { effectsJson, lineChangeJson, moneyJson, proposedJson } from './effects-json.js';
import { FlowDownQueries, type ContractFlow, type OwnPostFlow } from './flow-down.queries.js';

/** R10: what a changed notice does to the contracts, and passing it on. */
@ApiTags('Bescheide')
@ApiNotFoundResponse({ description: 'diesen Bescheid gibt es nicht' })
@ApiUnprocessableEntityResponse({
  description: 'der Bescheid ändert keinen anderen, oder etwas passt nicht (R1)',
})
@Controller('api/v1/notices/:id')
export class FlowDownController {
  constructor(
    private readonly flows: FlowDownQueries,
    private readonly drafts: DraftAmendmentsUseCase,
    private readonly clock: Clock,
  ) {}

  @Get('flow-down')
  @ApiOperation({
    summary: 'Was ein Änderungsbescheid für Verträge, Zeilen und Stellen bedeutet',
    description:
      'Verträge seitenweise, mit den Zeilen dieser Seite und ihren Herleitungen; Summen im Ganzen.',
  })
  @ApiOkResponse({
    description: 'alte und neue Werte, Unterschied im Jahr und bis zum Stichtag',
    content: { 'application/json': { example: flowDownExample.answer } },
  })
  async flowDown(@Param('id') id: string, @Query() query: FlowDownQuery): Promise<unknown> {
    const { on = this.clock.today(), knownAt } = query.asOf();
    const flow = await this.flows.flowDown(id, { on, knownAt });
    const { contracts, ownPosts, effects, ...notice } = flow;
    const page = pageOf(contracts, query.paging(), ({ contract }) => contract);
    const shown = new Set(page.items.map(({ contract }) => contract));
    return {
      ...(toApiJson(notice) as object),
      contracts: page.items.map(contractJson),
      next: page.next,
      ownPosts: ownPosts.map(ownPostJson),
      effects: effectsJson(effects, shown),
    };
  }

  @Post('amendments')
  @ApiKey()
  @ApiOperation({ summary: 'Einen Änderungsbescheid in einem Schritt weitergeben (R10)' })
  @ApiBody({ type: DraftAmendmentsRequest, examples: { alle: { value: draftExample.question } } })
  @ApiCreatedResponse({
    description: 'wie weit jeder Vertrag ist; was schon weitergegeben war, bleibt',
    content: { 'application/json': { example: draftExample.answer } },
  })
  async draft(
    @Param('id') notice: string,
    @Body() body: DraftAmendmentsRequest,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<unknown> {
    const reason = body.reasonOr('Änderungsbescheid weitergegeben');
    const change = statedBy(headers, reason);
    await this.drafts.execute(change, { notice, ...body.chosen() });
    const flow = await this.flows.flowDown(notice, { on: this.clock.today() });
    const { contracts, passedOn } = flow;
    return {
      notice,
      passedOn,
      contracts: contracts.map(({ contract, state, versions }) => ({ contract, state, versions })),
    };
  }
}

function contractJson({ lines, proposed, ...contract }: ContractFlow): object {
  return {
    ...contract,
    lines: lines.map(lineChangeJson),
    proposed: proposed.map(proposedJson),
  };
}

function ownPostJson({ noticeRateCents, ...post }: OwnPostFlow): object {
  return { ...(toApiJson(post) as object), noticeRate: moneyJson(noticeRateCents) };
}
