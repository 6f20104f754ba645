import { Controller, Param, Query, Res } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { GrantsQueries, type HistoryEntry } from '../../grants/grants.queries.js';
import type { NoticeDefinition } from '../../programmes/definitions/definition.js';
import { trailLink } from '../audit/trail-link.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { MoneyStandings, type Posted } from '../ledger/money-standings.js';
import { ListPages, type FileReply } from '../lists/list-pages.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { noticeDetailView, yearsOfNotice } from './notice-detail.view.js';
import { newNoticeButtons } from './notice-actions.view.js';
import { noticeListView } from './notice-list.view.js';
import { noticesList } from './notices.list.js';

/** "Bescheide": what the Land granted. */
@Controller()
export class NoticesController {
  constructor(
    private readonly book: BookPages,
    private readonly grants: GrantsQueries,
    private readonly lists: ListPages,
    private readonly standings: MoneyStandings,
  ) {}

  @Page(paths.notices)
  list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    return this.lists.answer(noticesList, query, reply, ({ page, render }, list) => {
      const head = {
        title: 'Bescheide',
        subline: `Was das Land für ${page.asOf.year} bewilligt hat, und wohin es geht`,
        area: paths.notices,
      };
      return render('notices/list', head, noticeListView(list, newNoticeButtons(page)));
    });
  }

  @Page(routes.notice)
  async detail(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.openAtItsYear(id, query);
    const { notice: fact, ...recorded } = await this.grants.notice(id, open);
    const figures = new Map(
      await Promise.all(
        yearsOfNotice(fact).map(async (year) => [year, await open.figuresOf(year)] as const),
      ),
    );
    const { title, programme, example } = fact;
    const head = {
      title,
      subline: open.page.names.programme(programme),
      area: paths.notices,
      back: { href: open.page.link(paths.notices), label: 'Alle Bescheide' },
      links: [trailLink('notice', id)],
      ...(example !== undefined && { example }),
    };
    const history = known(await this.grants.history(id), open.knownAt);
    const posted = await this.postedOf(fact, open, query);
    const parts = { figures, history, posted };
    const view = noticeDetailView(open.page, { ...recorded, fact }, parts);
    return open.render('notices/detail', head, view);
  }

  /** What the ledger says of each line. */
  private async postedOf(
    { lines }: NoticeDefinition,
    { page: { asOf }, knownAt }: OpenBook,
    query: PageQuery,
  ): Promise<ReadonlyMap<string, Posted>> {
    const found = lines.map(async ({ id, year }) => {
      const dimensions = { noticeLine: id, budgetYear: year };
      return [id, await this.standings.of({ asOf, knownAt, query }, dimensions)] as const;
    });
    return new Map(await Promise.all(found));
  }

  /** Without a year in the address the page shows the notice's own, not the latest of the book. */
  private async openAtItsYear(id: string, query: PageQuery): Promise<OpenBook> {
    const open = await this.book.open(paths.notice(id), query);
    const { notice } = await this.grants.notice(id, open);
    const years = yearsOfNotice(notice);
    const asked = queryText(query, 'jahr') !== '' || queryText(query, 'stand') !== '';
    const [first] = years;
    if (asked || first === undefined || years.includes(open.page.asOf.year)) return open;
    return this.book.open(paths.notice(id), { ...query, jahr: first.toString() });
  }
}

/** What the book knew of a history at a moment. */
function known(entries: readonly HistoryEntry[], at: Instant | undefined): readonly HistoryEntry[] {
  return at === undefined ? entries : entries.filter(({ recordedAt }) => recordedAt <= at);
}
