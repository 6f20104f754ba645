import { Controller, Param, Query } from '@nestjs/common';
import { PositionsQueries } from '../../positions/positions.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { readSelection } from '../book/selection.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { positionDetailView } from './position-detail.view.js';
import { positionListView } from './position-list.view.js';
import { postEntitlement } from './position-year.js';

/** "Stellen": who filled which post when. */
@Controller()
export class PositionsController {
  constructor(
    private readonly book: BookPages,
    private readonly positions: PositionsQueries,
  ) {}

  @Page(paths.positions)
  async list(@Query() query: PageQuery): Promise<string> {
    const { page, render } = await this.book.open(paths.positions, query);
    const head = {
      title: 'Stellen',
      subline: `Wer ${page.asOf.year} welche Stelle besetzt hat, und wo niemand war`,
      area: paths.positions,
    };
    return render('positions/list', head, positionListView(page, readSelection(query)));
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
    const { label, title, example } = fact;
    const head = {
      title: `Stelle ${label}`,
      subline: title,
      area: paths.positions,
      back: { href: open.page.link(paths.positions), label: 'Alle Stellen' },
      ...(example !== undefined && { example }),
    };
    const view = positionDetailView(open.page, { ...recorded, fact }, years);
    return open.render('positions/detail', head, view);
  }
}
