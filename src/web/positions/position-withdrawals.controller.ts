import { randomUUID } from 'node:crypto';
import { Body, Controller, Header, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LOCAL_ACTOR } from '../../identity/identity.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { WithdrawOccupancyUseCase } from '../../positions/withdraw-occupancy.use-case.js';
import { WithdrawPositionUseCase } from '../../positions/withdraw-position.use-case.js';
import { postedKey, postedText, type Posted } from '../notices/posted.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WithdrawalPages, type Withdrawal } from './withdrawal-pages.js';
import { withdrawalView } from './withdrawal.view.js';

const REASON_MISSING = 'Bitte nennen Sie einen Grund.';

/** "Stelle zurücknehmen", "Besetzung zurücknehmen": what stands in the book by mistake. */
@Controller()
export class PositionWithdrawalsController {
  constructor(
    private readonly pages: Pages,
    private readonly withdrawals: WithdrawalPages,
    private readonly ofPosition: WithdrawPositionUseCase,
    private readonly ofOccupancy: WithdrawOccupancyUseCase,
  ) {}

  /** Refuses before somebody types a reason: a post that is filled stays. */
  @Page(routes.positionWithdrawal)
  async askPosition(@Param('id') id: string): Promise<string> {
    await this.ofPosition.rehearse(changeOf({}, 'Probe'), id);
    return this.render(await this.withdrawals.position(id), {}, '');
  }

  @Page(routes.occupancyWithdrawal)
  async askOccupancy(@Param('id') id: string): Promise<string> {
    return this.render(await this.withdrawals.occupancy(id), {}, '');
  }

  @Post(routes.positionWithdrawal)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async withdrawPosition(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reason = postedText(body, 'grund');
    if (reason === '') return this.askAgain(reply, await this.withdrawals.position(id), body);
    await this.ofPosition.execute(changeOf(body, reason), id);
    await reply.redirect(paths.positions, 303);
  }

  @Post(routes.occupancyWithdrawal)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async withdrawOccupancy(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reason = postedText(body, 'grund');
    if (reason === '') return this.askAgain(reply, await this.withdrawals.occupancy(id), body);
    const position = await this.ofOccupancy.execute(changeOf(body, reason), id);
    await reply.redirect(paths.position(position), 303);
  }

  private async askAgain(reply: FastifyReply, asked: Withdrawal, body: Posted): Promise<void> {
    const page = this.render(asked, body, REASON_MISSING);
    await reply.status(422).type('text/html; charset=utf-8').send(page);
  }

  private render({ head, revision, ...frame }: Withdrawal, body: Posted, error: string): string {
    const seen = postedText(body, 'stand') || revision.toString();
    const key = body?.['schluessel'] === undefined ? randomUUID() : postedKey(body);
    return this.pages.render(
      'positions/withdrawal',
      head,
      withdrawalView({ ...frame, seen, key }, error),
    );
  }
}

const REVISION = /^\d{1,9}$/;

function changeOf(body: Posted, reason: string): FactChange {
  const seen = postedText(body, 'stand');
  return {
    ...{ by: LOCAL_ACTOR.ref, reason, key: postedKey(body) },
    ...(REVISION.test(seen) && { expected: Number(seen) }),
  };
}
