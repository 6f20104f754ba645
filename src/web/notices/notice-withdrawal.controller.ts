import { randomUUID } from 'node:crypto';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GrantsQueries } from '../../grants/grants.queries.js';
import { WithdrawNoticeUseCase } from '../../grants/withdraw-notice.use-case.js';
import { LOCAL_ACTOR } from '../../identity/identity.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { postedKey, postedText, type Posted } from './posted.js';
import { withdrawalView } from './withdrawal.view.js';

const REASON_MISSING = 'Bitte nennen Sie einen Grund.';

/** "Bescheid zurücknehmen": one that stands in the book by mistake, and that nobody uses. */
@Controller()
export class NoticeWithdrawalController {
  constructor(
    private readonly pages: Pages,
    private readonly grants: GrantsQueries,
    private readonly withdrawing: WithdrawNoticeUseCase,
  ) {}

  /** Refuses before somebody types a reason: a notice that is used stays. */
  @Page(routes.noticeWithdrawal)
  async ask(@Param('id') id: string): Promise<string> {
    const { notice, revision } = await this.grants.notice(id);
    const key = randomUUID();
    await this.withdrawing.rehearse(changeOf({ reason: 'Probe', key, seen: '' }), id);
    return this.render(notice.title, withdrawalView(id, { seen: revision.toString(), key }));
  }

  @Post(routes.noticeWithdrawal)
  @ApiExcludeEndpoint()
  async withdraw(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = postedKey(body);
    const [reason, seen] = [postedText(body, 'grund'), postedText(body, 'stand')];
    if (reason === '') {
      const { notice } = await this.grants.notice(id);
      const view = withdrawalView(id, { seen, key, error: REASON_MISSING });
      const page = this.render(notice.title, view);
      await reply.status(422).type('text/html; charset=utf-8').send(page);
      return;
    }
    await this.withdrawing.execute(changeOf({ reason, key, seen }), id);
    await reply.redirect(paths.notices, 303);
  }

  private render(title: string, view: object): string {
    const head = {
      title: 'Bescheid zurücknehmen',
      subline: title,
      area: paths.notices,
      back: { href: paths.notices, label: 'Alle Bescheide' },
    };
    return this.pages.render('notices/withdrawal', head, view);
  }
}

function changeOf({
  reason,
  key,
  seen,
}: {
  readonly reason: string;
  readonly key: string;
  readonly seen: string;
}): FactChange {
  const expected = Number.parseInt(seen, 10);
  return {
    ...{ by: LOCAL_ACTOR.ref, reason, key },
    ...(Number.isSafeInteger(expected) && { expected }),
  };
}
