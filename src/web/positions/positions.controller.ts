import { Controller, Param, Query, Res } from '@nestjs/common';
import { PositionsQueries } from '../../positions/positions.queries.js';
import { trailLink } from '../audit/trail-link.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { ListPages, type FileReply } from '../lists/list-pages.js';
import { paths, routes } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import { Page } from '../shell/page.decorator.js';
import {
  newOccupancyButtons,
  newPositionButtons,
  positionButtons,
} from './position-actions.view.js';
import { positionDetailView } from './position-detail.view.js';
import { positionListView } from './position-list.view.js';
import { positionsList } from './positions.list.js';
import { postEntitlement } from './position-year.js';

/** "Stellen": who filled which post when. */
@Controller()
export class PositionsController {
  constructor(
    private readonly book: BookPages,
    private readonly positions: PositionsQueries,
    private readonly lists: ListPages,
  ) {}

  @Page(paths.positions)
  list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    return this.lists.answer(positionsList, query, reply, ({ page, render }, list) => {
      const head = {
        title: areaName(paths.positions, 'Stellen'),
        subline:
          page.facts.partner === undefined
            ? `Wer ${page.asOf.year} welche Stelle besetzt hat, und wo niemand war`
            : `Wer ${page.asOf.year} welche Stelle besetzt hat. Wer kommt oder geht, melden Sie bei der Stelle.`,
        area: paths.positions,
        actions:
          page.facts.partner === undefined ? newPositionButtons(page) : newOccupancyButtons(page),
      };
      return render('positions/list', head, positionListView(page, list));
    });
  }

  @Page(routes.position)
  async detail(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.position(id), query);
    const { position: fact, ...recorded } = await this.positions.position(
      id,
      open.page.asOf.year,
      open.knownAt,
    );
    const figures = await Promise.all(open.years.map(open.figuresOf));
    const years = figures.flatMap((ofYear) => postEntitlement(ofYear, id) ?? []);
    const history = await this.positions.history(id);
    const known = history.filter(({ revision }) => revision <= recorded.revision);
    const { label, title, example } = fact;
    const head = {
      title: `Stelle ${label}`,
      subline: title,
      area: paths.positions,
      back: { href: open.page.link(paths.positions), label: 'Alle Stellen' },
      actions: positionButtons(open.page, fact),
      links: [trailLink('position', id)],
      ...(example !== undefined && { example }),
    };
    const view = positionDetailView(open.page, { ...recorded, fact }, years, known);
    return open.render('positions/detail', head, view);
  }
}
