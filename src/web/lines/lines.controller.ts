import { Controller, Query, Res } from '@nestjs/common';
import type { PageQuery } from '../as-of/as-of.js';
import { ListPages, type FileReply } from '../lists/list-pages.js';
import { paths } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import { Page } from '../shell/page.decorator.js';
import { linesList } from './lines.list.js';

/** "Zeilen": the allocation lines of all contracts. */
@Controller()
export class LinesController {
  constructor(private readonly lists: ListPages) {}

  @Page(paths.lines)
  list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    return this.lists.answer(linesList, query, reply, ({ page, render }, { view }) => {
      const head = {
        title: areaName(paths.lines, 'Zeilen'),
        subline:
          page.facts.partner === undefined
            ? `Wer ${page.asOf.year} für welchen Baustein wie viel bekommt, und wer es bezahlt`
            : `Wofür Sie ${page.asOf.year} Geld bekommen oder weitergeben, und wie viel es höchstens ist`,
        area: paths.lines,
      };
      return render('lists/list', head, { list: view });
    });
  }
}
