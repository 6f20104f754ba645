import { Body, Controller, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  AccountNotices,
  NOTICE_ADVICE,
  NOTICE_WORDS,
} from '../../identity/account-changes/account-notices.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { cell } from '../components/table.js';
import { FormTarget } from '../editing/page-answer.js';
import { postedText, type Posted } from '../forms/posted.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { ownAddress } from '../sign-in/own-address.js';
import { ownId } from './own.js';

/** "Das wurde an Ihrem Konto geändert": read after signing in, before anything else. */
@Controller()
export class OwnNoticesController {
  constructor(
    private readonly pages: Pages,
    private readonly notices: AccountNotices,
    private readonly names: PeopleNamesReader,
  ) {}

  @UnkeptPage(paths.ownNotices)
  async show(@Query() query: PageQuery): Promise<string> {
    const unseen = await this.notices.unseen(ownId());
    const names = await this.names.read();
    const head = {
      title: 'Das wurde an Ihrem Konto geändert',
      subline: 'Seit Sie zuletzt davon gelesen haben',
      area: '',
    };
    return this.pages.render('account/notices', head, {
      action: paths.ownNotices,
      advice: NOTICE_ADVICE,
      notices: unseen.map(({ kind, at, askedBy, agreedBy, reason }) => ({
        title: NOTICE_WORDS[kind],
        facts: [
          { label: 'Wann', value: cell(momentText(at)) },
          { label: 'Grund', value: cell(reason) },
          { label: 'Beantragt von', value: cell(names.alone(`person:${askedBy}`)) },
          { label: 'Bestätigt von', value: cell(names.alone(`person:${agreedBy}`)) },
        ],
      })),
      until: unseen.at(-1)?.at ?? '',
      to: ownAddress(queryText(query, 'weiter')),
    });
  }

  @FormTarget(paths.ownNotices)
  async read(@Body() body: Posted, @Res() reply: FastifyReply): Promise<void> {
    await this.notices.seen(ownId(), postedText(body, 'bis'));
    await reply.redirect(ownAddress(postedText(body, 'weiter')), 303);
  }
}
