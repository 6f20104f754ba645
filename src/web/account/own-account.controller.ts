import { Body, Controller, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OwnSessions } from '../../identity/account/own-sessions.js';
import { acting } from '../../identity/identity.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { FormTarget } from '../editing/page-answer.js';
import { postedText, type Posted } from '../forms/posted.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { OwnAccountPage } from './own-account.page.js';
import { ownId } from './own.js';

/** "Mein Konto". */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly page: OwnAccountPage,
    private readonly sessions: OwnSessions,
  ) {}

  @UnkeptPage(paths.ownAccount)
  show(@Query() query: PageQuery): Promise<string> {
    return this.page.render(queryText(query, 'fertig'));
  }

  /** Ends one of one's own sessions, or all but the one at hand. */
  @FormTarget(paths.ownSessions)
  async end(@Body() body: Posted, @Res() reply: FastifyReply): Promise<void> {
    const id = postedText(body, 'sitzung');
    if (id === '') await this.sessions.endAllOthers(ownId(), acting().session);
    else await this.sessions.end(ownId(), id);
    await reply.redirect(`${paths.ownAccount}?fertig=sitzungen`, 303);
  }
}
