import { Controller, Param, Query } from '@nestjs/common';
import { UnknownPosition } from '../../positions/positions.errors.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { readSelection } from '../book/selection.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { positionDetailView } from './position-detail.view.js';
import { positionListView } from './position-list.view.js';
import { postEntitlement } from './position-year.js';

/** "Stellen": who filled which post when. */
@Controller()
export class PositionsController {
  constructor(private readonly book: BookPages) {}

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
    const position = await open.source.position(id, open.knownAt);
    if (position === undefined) throw new UnknownPosition({ position: id });
    const { label, title, example } = position.fact;
    const years = (await open.source.years()).flatMap((year) => entitlementOf(open, id, year));
    const head = {
      title: `Stelle ${label}`,
      subline: title,
      area: paths.positions,
      back: { href: open.page.link(paths.positions), label: 'Alle Stellen' },
      ...(example !== undefined && { example }),
    };
    return open.render('positions/detail', head, positionDetailView(open.page, position, years));
  }
}

function entitlementOf(open: OpenBook, id: string, year: number) {
  const figures = year === open.page.asOf.year ? open.page.figures : open.figuresOf(year);
  return postEntitlement(figures, id) ?? [];
}
