import { randomUUID } from 'node:crypto';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NoticeInUse } from '../../grants/grants.errors.js';
import { GrantsQueries } from '../../grants/grants.queries.js';
import { WithdrawNoticeUseCase } from '../../grants/withdraw-notice.use-case.js';
import { statedBy } from '../../identity/identity.js';
import { StaleRevision } from '../../platform/database/database.errors.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { BookQueries } from '../../positions/book.queries.js';
import type { LinkView } from '../components/link.js';
import { sendAnswer } from '../editing/page-answer.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages, type PageHead } from '../shell/pages.js';
import { postedKey, postedText, type Posted } from '../forms/posted.js';
import { changedMeanwhile, inUseView, withdrawalView } from './withdrawal.view.js';

const REASON_MISSING = 'Bitte nennen Sie einen Grund.';

/** "Bescheid zurücknehmen": one that stands in the book by mistake, and that nobody uses. */
@Controller()
export class NoticeWithdrawalController {
  constructor(
    private readonly pages: Pages,
    private readonly grants: GrantsQueries,
    private readonly withdrawing: WithdrawNoticeUseCase,
    private readonly book: BookQueries,
  ) {}

  /** Refuses before somebody types a reason: a notice that is used stays. */
  @Page(routes.noticeWithdrawal)
  async ask(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Pick<FastifyReply, 'status'>,
  ): Promise<string> {
    const { notice, revision } = await this.grants.notice(id);
    const key = randomUUID();
    const probe = changeOf({ reason: 'Probe', key, seen: '' });
    const refusal = await refusedAs(NoticeInUse, () => this.withdrawing.rehearse(probe, id));
    if (refusal !== undefined) {
      reply.status(refusal.status);
      return this.renderUsed(id, notice.title, await this.user(refusal));
    }
    return this.render(id, notice.title, withdrawalView(id, { seen: revision.toString(), key }));
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
      return sendAnswer(reply, { html: this.render(id, notice.title, view), status: 422 });
    }
    const change = changeOf({ reason, key, seen });
    const refusal = await refusedAs(StaleRevision, () => this.withdrawing.execute(change, id));
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.notices });
    return sendAnswer(reply, { html: await this.changed(id, { reason, seen }), status: 412 });
  }

  /** The page again, with what others changed, and what was typed; whoever goes on has seen it. */
  private async changed(
    id: string,
    { reason, seen }: { readonly reason: string; readonly seen: string },
  ): Promise<string> {
    const { notice, revision } = await this.grants.notice(id);
    const history = await this.grants.history(id);
    const refusal = changedMeanwhile(history.filter((entry) => entry.revision > Number(seen)));
    const state = { seen: revision.toString(), key: randomUUID(), reason, refusal };
    return this.render(id, notice.title, withdrawalView(id, state));
  }

  private render(id: string, title: string, view: object): string {
    return this.pages.render('notices/withdrawal', headOf(id, title), view);
  }

  private renderUsed(id: string, title: string, user: LinkView): string {
    return this.pages.render('notices/in-use', headOf(id, title), inUseView(id, user));
  }

  /** Who rests on the notice, by the name that people know. */
  private async user({ facts }: NoticeInUse): Promise<LinkView> {
    const { notices, contracts, positions } = await this.book.facts();
    const by = String(facts['by']);
    if (facts['kind'] === 'notice') {
      const title = notices.find((known) => known.id === by)?.title ?? by;
      return { href: paths.notice(by), label: `Bescheid „${title}“` };
    }
    if (facts['kind'] === 'take-over') {
      return { href: paths.takeOver(by), label: `Übernahme „${by}“` };
    }
    if (facts['kind'] === 'contract') {
      const title = contracts.find((known) => known.id === by)?.title ?? by;
      return { href: paths.contract(by), label: `Vertrag „${title}“` };
    }
    const label = positions.find((known) => known.id === by)?.label ?? by;
    return { href: paths.position(by), label: `Stelle ${label}` };
  }
}

function headOf(id: string, title: string): PageHead {
  return {
    title: 'Bescheid zurücknehmen',
    subline: title,
    area: paths.notices,
    back: { href: paths.notice(id), label: 'Bescheid' },
  };
}

/** A refusal of one kind; others go their way. */
async function refusedAs<Refusal extends Error>(
  kind: new (...given: never[]) => Refusal,
  work: () => Promise<unknown>,
): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
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
    ...statedBy({ key }, reason),
    ...(Number.isSafeInteger(expected) && { expected }),
  };
}
