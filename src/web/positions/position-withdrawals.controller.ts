import { randomUUID } from 'node:crypto';
import { Body, Controller, Header, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { FactChange } from '../../platform/database/fact-change.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { WithdrawOccupancyUseCase } from '../../positions/withdraw-occupancy.use-case.js';
import { WithdrawPositionUseCase } from '../../positions/withdraw-position.use-case.js';
import { refusalFrom } from '../forms/refused.js';
import { postedChange, postedKey, postedText, type Posted } from '../forms/posted.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WithdrawalPages, type Withdrawal } from './withdrawal-pages.js';
import { withdrawalView, type WithdrawalWrong } from './withdrawal.view.js';

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

  /** Refuses before somebody types a reason: a post that is filled stays, and others tell of theirs. */
  @Page(routes.positionWithdrawal)
  async askPosition(@Param('id') id: string): Promise<string> {
    await this.ofPosition.rehearse(postedChange({}, 'Probe'), id);
    return this.render(await this.withdrawals.position(id), {});
  }

  @Page(routes.occupancyWithdrawal)
  async askOccupancy(@Param('id') id: string): Promise<string> {
    await this.ofOccupancy.rehearse(postedChange({}, 'Probe'), id);
    return this.render(await this.withdrawals.occupancy(id), {});
  }

  @Post(routes.positionWithdrawal)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async withdrawPosition(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.take(reply, body, {
      asked: () => this.withdrawals.position(id),
      withdraw: async (change) => {
        await this.ofPosition.execute(change, id);
        return paths.positions;
      },
    });
  }

  @Post(routes.occupancyWithdrawal)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async withdrawOccupancy(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.take(reply, body, {
      asked: () => this.withdrawals.occupancy(id),
      withdraw: async (change) => paths.position(await this.ofOccupancy.execute(change, id)),
    });
  }

  /** What is refused stands on the page, with the reason that was typed and the present state. */
  private async take(reply: FastifyReply, body: Posted, taking: Taking): Promise<void> {
    const reason = postedText(body, 'grund');
    let goTo = '';
    const refusal =
      reason === ''
        ? undefined
        : await refusalFrom(async () => {
            goTo = await taking.withdraw(postedChange(body, reason));
          });
    if (goTo !== '') {
      await reply.redirect(goTo, 303);
      return;
    }
    const asked = await taking.asked();
    const error = reason === '' ? REASON_MISSING : '';
    const given = refusal === undefined ? body : { grund: reason };
    const page = this.render(asked, given, { error, refusal });
    await reply.status(422).type('text/html; charset=utf-8').send(page);
  }

  private render(
    { head, revision, ...frame }: Withdrawal,
    body: Posted,
    wrong: Partial<WithdrawalWrong> = {},
  ): string {
    const seen = postedText(body, 'stand') || revision.toString();
    const key = body?.['schluessel'] === undefined ? randomUUID() : postedKey(body);
    const typed = { seen, key, reason: postedText(body, 'grund') };
    const view = withdrawalView(
      { ...frame, ...typed },
      { error: '', refusal: undefined, ...wrong },
    );
    return this.pages.render('positions/withdrawal', head, view);
  }
}

/** One thing that is taken back: its page, and the deed; @returns where one goes on. */
interface Taking {
  readonly asked: () => Promise<Withdrawal>;
  readonly withdraw: (change: FactChange) => Promise<string>;
}
