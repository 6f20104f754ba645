import { Controller, Query, Res } from '@nestjs/common';
import type { PageQuery } from '../as-of/as-of.js';
import { ListPages, type FileReply } from '../lists/list-pages.js';
import { paths } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import { Page } from '../shell/page.decorator.js';
import { hasOwnPosts, newOccupancyButtons } from '../positions/position-actions.view.js';
import { occupanciesList } from './occupancies.list.js';

/** "Besetzungen": all occupancies of a year. */
@Controller()
export class OccupanciesController {
  constructor(private readonly lists: ListPages) {}

  @Page(paths.occupancies)
  list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    return this.lists.answer(occupanciesList, query, reply, ({ page, render }, { view }) => {
      const head = {
        title: areaName(paths.occupancies, 'Besetzungen'),
        subline: `Wer ${page.asOf.year} auf welcher Stelle war, nach Kennung und nicht nach Namen`,
        area: paths.occupancies,
        links: hasOwnPosts(page)
          ? [{ href: paths.occupancyPaste, label: 'Aus Tabelle einfügen' }]
          : [],
        actions: newOccupancyButtons(page),
      };
      return render('lists/list', head, { list: view });
    });
  }
}
