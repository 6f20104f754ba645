import { randomUUID } from 'node:crypto';
import { Body, Controller, Header, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DraftAmendmentsUseCase } from '../../amendments/draft-amendments.use-case.js';
import { FlowDownQueries } from '../../amendments/flow-down.queries.js';
import { statedBy } from '../../identity/identity.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { refusalFrom } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { flowDownView, type AlertView } from './flow-down.view.js';
import { postedKey, type Posted } from '../forms/posted.js';

/** "Weitergabe": a changed notice is passed on to the contracts below it (R10). */
@Controller()
export class FlowDownController {
  constructor(
    private readonly book: BookPages,
    private readonly flows: FlowDownQueries,
    private readonly drafting: DraftAmendmentsUseCase,
  ) {}

  @Page(routes.flowDown)
  show(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    return this.page(id, query, queryText(query, 'fertig') === '' ? undefined : DRAFTED);
  }

  /** Drafts all amendments in one step; the page shows then how far each contract is. */
  @Post(routes.flowDown)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async draft(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { facts } = (await this.book.open(paths.flowDown(id), {})).page;
    const title = facts.notices.find((notice) => notice.id === id)?.title ?? id;
    const reason = `Folgt dem Bescheid „${title}“`;
    const change = statedBy({ key: postedKey(body) }, reason);
    const drafting = (): Promise<unknown> => this.drafting.execute(change, { notice: id });
    const refusal = await refusalFrom(drafting, {}, facts);
    if (refusal === undefined) {
      await reply.redirect(`${paths.flowDown(id)}?fertig=1`, 303);
      return;
    }
    const page = await this.page(id, {}, refusal);
    await reply.status(422).type('text/html; charset=utf-8').send(page);
  }

  private async page(id: string, query: PageQuery, alert?: AlertView): Promise<string> {
    const { page, knownAt, render } = await this.book.open(paths.flowDown(id), query);
    const picture = await this.flows.flowDown(id, { on: page.asOf.on, knownAt });
    const head = {
      title: 'Änderung weitergeben',
      subline: picture.title,
      area: paths.notices,
      back: { href: page.link(paths.notice(id)), label: 'Bescheid' },
    };
    const pageNumber = Number.parseInt(queryText(query, 'seite'), 10) || 1;
    const scope = { key: randomUUID(), pageNumber, ...(alert && { alert }) };
    return render('notices/flow-down', head, flowDownView(page, picture, scope));
  }
}

const DRAFTED: AlertView = {
  tone: 'success',
  role: 'status',
  title: 'Die Änderungen sind entworfen.',
  texts: [
    'Unten steht bei jedem Vertrag, wie weit er ist. Was Unterschriften braucht, versenden Sie auf der Seite des Vertrags.',
  ],
};
