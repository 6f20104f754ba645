import { Body, Controller, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { statedBy } from '../identity/identity.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiKey,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { BookQuery } from '../platform/http/book-query.dto.js';
import { ChangeOf, type ChangeHeaders } from '../platform/http/change-request.js';
import { WhatIfRequest } from './amendments.dto.js';
import { whatIfDraftExample, whatIfExample } from './amendments.examples.js';
import { effectsJson, lineChangeJson, proposedJson } from './effects-json.js';
import { TakeOverWhatIfUseCase } from './take-over-what-if.use-case.js';
import { WhatIfQueries } from './what-if.queries.js';

/** "Was wäre, wenn": asks without writing, and drafts what was asked. */
@ApiTags('Was wäre, wenn')
@ApiUnprocessableEntityResponse({
  description: 'die VzÄ sind besetzt, lassen sich nicht verschieben, oder es passt nicht (R1)',
})
@Controller('api/v1/what-if')
export class WhatIfController {
  constructor(
    private readonly questions: WhatIfQueries,
    private readonly takeOvers: TakeOverWhatIfUseCase,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Unbesetzte VzÄ verschieben: Auswirkung auf alle Summen' })
  @ApiBody({
    type: WhatIfRequest,
    examples: { 'ein halbes VzÄ': { value: whatIfExample.question } },
  })
  @ApiOkResponse({
    description: 'die geänderten Verträge und die Auswirkung; gespeichert wird nichts',
    content: { 'application/json': { example: whatIfExample.answer } },
  })
  async ask(@Body() body: WhatIfRequest, @Query() query: BookQuery): Promise<unknown> {
    const { on = this.clock.today(), knownAt } = query.asOf();
    const picture = await this.questions.whatIf(body.toMoves(), { on, knownAt });
    const { contracts, effects, ...told } = picture;
    return {
      ...(toApiJson(told) as object),
      contracts: contracts.map(({ lines, proposed, ...contract }) => ({
        ...contract,
        lines: lines.map(lineChangeJson),
        proposed: proposedJson(proposed),
      })),
      effects: effectsJson(effects),
    };
  }

  @Post('amendments')
  @ApiKey()
  @ApiOperation({ summary: 'Verschiebungen als Änderungen entwerfen, eine je Vertrag' })
  @ApiBody({
    type: WhatIfRequest,
    examples: { 'ein halbes VzÄ': { value: whatIfExample.question } },
  })
  @ApiCreatedResponse({
    description: 'die entworfenen Fassungen',
    content: { 'application/json': { example: whatIfDraftExample.answer } },
  })
  @ApiConflictResponse({ description: 'ein Vertrag hat schon einen offenen Entwurf' })
  async draft(@Body() body: WhatIfRequest, @ChangeOf() headers: ChangeHeaders): Promise<unknown> {
    const reason = body.reasonOr('Unbesetzte VzÄ verschoben');
    const change = statedBy(headers, reason);
    return { versions: await this.takeOvers.execute(change, body.toMoves()) };
  }
}
