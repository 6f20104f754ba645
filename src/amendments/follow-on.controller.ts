import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { formatAmount } from '../domain/money/amount-text.js';
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
import { ChangeOf, type ChangeHeaders } from '../platform/http/change-request.js';
import { FollowOnQuery, FollowOnRequest } from './amendments.dto.js';
import { followOnExample } from './amendments.examples.js';
import { effectsJson, lineChangeJson, proposedJson } from './effects-json.js';
import { FollowOnQueries, type FollowOn } from './follow-on.queries.js';
import { TakeOverFollowOnUseCase } from './take-over-follow-on.use-case.js';

/** What goes on under a follow-on notice, and taking it over in one step. */
@ApiTags('Bescheide')
@ApiNotFoundResponse({ description: 'diesen Bescheid gibt es nicht' })
@ApiUnprocessableEntityResponse({
  description: 'der Bescheid folgt keinem anderen, oder es passt nicht (R1, R9, R11)',
})
@Controller('api/v1/notices/:id')
export class FollowOnController {
  constructor(
    private readonly followOns: FollowOnQueries,
    private readonly takeOvers: TakeOverFollowOnUseCase,
    private readonly clock: Clock,
  ) {}

  @Get('follow-on')
  @ApiOperation({ summary: 'Was unter einem Anschlussbescheid weitergeht, und ob es passt' })
  @ApiOkResponse({ description: 'Verträge, Stellen, Besetzungen und die Auswirkung' })
  async followOn(@Param('id') id: string, @Query() query: FollowOnQuery): Promise<unknown> {
    const { on = this.clock.today(), knownAt } = query.asOf();
    const { effects, ...told } = await this.followOns.followOn(id, { on, knownAt }, query.names());
    return { ...followOnJson(told), effects: effectsJson(effects) };
  }

  @Post('follow-on')
  @ApiKey()
  @ApiOperation({
    summary: 'Verträge, Stellen und laufende Besetzungen in einem Schritt übernehmen',
  })
  @ApiBody({ type: FollowOnRequest, examples: { 'ohne AWO': { value: followOnExample.question } } })
  @ApiCreatedResponse({
    description: 'was jetzt weitergeht, und was offen blieb',
    content: { 'application/json': { example: followOnExample.answer } },
  })
  async takeOver(
    @Param('id') notice: string,
    @Body() body: FollowOnRequest,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<unknown> {
    const reason = body.reasonOr('Anschlussbescheid übernommen');
    const change = statedBy(headers, reason);
    await this.takeOvers.execute(change, { notice, leaveOut: body.leftOut() });
    const found = await this.followOns.followOn(notice, { on: this.clock.today() });
    const { effects, ...told } = found;
    return { ...followOnJson(told), difference: formatAmount(effects.differenceCents) };
  }
}

function followOnJson({ contracts, positions, ...told }: Omit<FollowOn, 'effects'>): object {
  return {
    ...(toApiJson(told) as object),
    contracts: contracts.map(({ lines, proposed, ...contract }) => ({
      ...contract,
      lines: lines.map(lineChangeJson),
      proposed: proposed.map(proposedJson),
    })),
    positions: positions.map(({ changed, ...position }) => ({
      ...position,
      ...(changed.to !== undefined && { to: changed.to }),
    })),
  };
}
