import { randomUUID } from 'node:crypto';
import { Body, Controller, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DraftAmendmentsUseCase } from '../../amendments/draft-amendments.use-case.js';
import { FlowDownQueries } from '../../amendments/flow-down.queries.js';
import { LOCAL_ACTOR } from '../../identity/identity.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { flowDownView } from './flow-down.view.js';
import { postedKey, type Posted } from './posted.js';

/** "Weitergabe": a changed notice is passed on to the contracts below it (R10). */
@Controller()
export class FlowDownController {
  constructor(
    private readonly book: BookPages,
    private readonly flows: FlowDownQueries,
    private readonly drafting: DraftAmendmentsUseCase,
  ) {}

  @Page(routes.flowDown)
  async show(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const { page, knownAt, render } = await this.book.open(paths.flowDown(id), query);
    const picture = await this.flows.flowDown(id, { on: page.asOf.on, knownAt });
    const head = {
      title: 'Änderung weitergeben',
      subline: picture.title,
      area: paths.notices,
      back: { href: page.link(paths.notice(id)), label: 'Bescheid' },
    };
    return render('notices/flow-down', head, flowDownView(page, picture, randomUUID()));
  }

  /** Drafts all amendments in one step; the page shows then how far each contract is. */
  @Post(routes.flowDown)
  @ApiExcludeEndpoint()
  async draft(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const change = {
      by: LOCAL_ACTOR.ref,
      reason: `Folgt dem Bescheid ${id}`,
      key: postedKey(body),
    };
    await this.drafting.execute(change, { notice: id });
    await reply.redirect(paths.flowDown(id), 303);
  }
}
