import { Controller, Param, Query } from '@nestjs/common';
import { UnknownNotice } from '../../grants/grants.errors.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { noticeDetailView } from './notice-detail.view.js';
import { noticeListView } from './notice-list.view.js';

/** "Bescheide": what the Land granted. */
@Controller()
export class NoticesController {
  constructor(private readonly book: BookPages) {}

  @Page(paths.notices)
  async list(@Query() query: PageQuery): Promise<string> {
    const { page, render } = await this.book.open(paths.notices, query);
    const head = {
      title: 'Bescheide',
      subline: `Was das Land für ${page.asOf.year} bewilligt hat, und wohin es geht`,
      area: paths.notices,
    };
    return render('notices/list', head, noticeListView(page));
  }

  @Page(routes.notice)
  async detail(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.notice(id), query);
    const notice = await open.source.notice(id, open.knownAt);
    if (notice === undefined) throw new UnknownNotice({ notice: id });
    const { title, programme, example } = notice.fact;
    const head = {
      title,
      subline: open.page.names.programme(programme),
      area: paths.notices,
      back: { href: open.page.link(paths.notices), label: 'Alle Bescheide' },
      ...(example !== undefined && { example }),
    };
    return open.render('notices/detail', head, noticeDetailView(open.page, notice, open.figuresOf));
  }
}
