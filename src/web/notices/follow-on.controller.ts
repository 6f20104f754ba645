import { randomUUID } from 'node:crypto';
import { Body, Controller, Header, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FollowOnQueries } from '../../amendments/follow-on.queries.js';
import { TakeOverFollowOnUseCase } from '../../amendments/take-over-follow-on.use-case.js';
import { statedBy } from '../../identity/identity.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { refusalFrom } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import type { AlertView } from './flow-down.view.js';
import { followOnChoice } from './follow-on-choice.js';
import { followOnView } from './follow-on.view.js';
import { postedKey, postedText, type Posted } from '../forms/posted.js';

const TAKEN_OVER = 'Anschlussbescheid übernommen';

/** "Übernahme": contracts, posts and running occupancies go on under a follow-on notice. */
@Controller()
export class FollowOnController {
  constructor(
    private readonly book: BookPages,
    private readonly followOns: FollowOnQueries,
    private readonly takeOvers: TakeOverFollowOnUseCase,
  ) {}

  /** What would go on. */
  @Page(routes.followOn)
  show(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    return this.page(id, query, {}, queryText(query, 'fertig') === '' ? undefined : DONE);
  }

  /** Takes over what is ticked, or shows a preview without what is not. */
  @Post(routes.followOn)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async takeOver(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (postedText(body, 'aktion') === 'vorschau') {
      const preview = await this.page(id, {}, body ?? {});
      await reply.status(200).type('text/html; charset=utf-8').send(preview);
      return;
    }
    const { page, knownAt } = await this.book.open(paths.followOn(id), {});
    const all = await this.followOns.followOn(id, { on: page.asOf.on, knownAt });
    const { leaveOut } = followOnChoice(page, all, body ?? {});
    const reason = postedText(body, 'grund') || TAKEN_OVER;
    const change = statedBy({ key: postedKey(body) }, reason);
    const takingOver = (): Promise<unknown> =>
      this.takeOvers.execute(change, { notice: id, leaveOut });
    const refusal = await refusalFrom(takingOver, {}, page.facts);
    if (refusal === undefined) {
      await reply.redirect(`${paths.followOn(id)}?fertig=1`, 303);
      return;
    }
    const html = await this.page(id, {}, body ?? {}, refusal);
    await reply.status(422).type('text/html; charset=utf-8').send(html);
  }

  /** @param chosen the boxes, as they were sent */
  private async page(
    id: string,
    query: PageQuery,
    chosen: NonNullable<Posted>,
    alert?: AlertView,
  ): Promise<string> {
    const { page, knownAt, render } = await this.book.open(paths.followOn(id), query);
    const asOf = { on: page.asOf.on, knownAt };
    const all = await this.followOns.followOn(id, asOf);
    const choice = followOnChoice(page, all, chosen);
    const picture = await this.followOns.followOn(id, asOf, choice.leaveOut);
    const head = {
      title: 'Verträge und Stellen übernehmen',
      subline: picture.title,
      area: paths.notices,
      back: { href: page.link(paths.notice(id)), label: 'Bescheid' },
    };
    const reason = postedText(chosen, 'grund') || TAKEN_OVER;
    const pageNumber = Number.parseInt(queryText(query, 'seite'), 10) || 1;
    const scope = { key: randomUUID(), reason, choice, pageNumber, ...(alert && { alert }) };
    return render('notices/follow-on', head, followOnView(page, picture, scope));
  }
}

const DONE: AlertView = {
  tone: 'success',
  role: 'status',
  title: 'Übernommen.',
  texts: [
    'Unten steht bei jedem Vertrag, wie weit er ist. Was Unterschriften braucht, versenden Sie auf der Seite des Vertrags.',
  ],
};
