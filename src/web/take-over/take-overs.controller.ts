import { Controller, Param, Query } from '@nestjs/common';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { TakeOverQueries } from '../../take-over/take-over.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { trailLink } from '../audit/trail-link.js';
import { BookPages } from '../book/book-pages.js';
import { beginButton } from '../editing/begin-button.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { takeOverDetailView } from './take-over-detail.view.js';
import { takeOverListView } from './take-over-list.view.js';
import { TAKE_OVER_FORM } from './take-over.words.js';

/** "Übernahme laufender Fälle": what had happened before the book began. */
@Controller()
export class TakeOverPagesController {
  constructor(
    private readonly book: BookPages,
    private readonly takeOvers: TakeOverQueries,
  ) {}

  @Page(paths.takeOvers)
  async list(@Query() query: PageQuery): Promise<string> {
    const { page, knownAt, render } = await this.book.open(paths.takeOvers, query);
    const head = {
      title: 'Übernahme laufender Fälle',
      subline:
        'Was vor dem Beginn dieses Buchs geschah, mit der Kasse abgestimmt und einmal gebucht',
      area: paths.takeOvers,
      actions: [beginButton('Fälle übernehmen', TAKE_OVER_FORM, { primary: true })],
    };
    const takeOvers = await this.takeOvers.takeOvers({ knownAt });
    return render('take-over/list', head, takeOverListView(page, takeOvers));
  }

  @Page(routes.takeOver)
  async detail(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const { page, knownAt, render } = await this.book.open(paths.takeOver(id), query);
    const detail = await this.takeOvers.takeOver(id, { knownAt });
    const history = (await this.takeOvers.history(id)).filter(
      ({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt,
    );
    const { title, programme, keyDate, example } = detail.takeOver;
    const head = {
      title,
      subline: `${page.names.programme(programme)}, Stichtag ${formatGermanDay(keyDate)}`,
      area: paths.takeOvers,
      back: { href: page.link(paths.takeOvers), label: 'Alle Übernahmen' },
      ...(page.asOf.knownOn === undefined && {
        actions: [beginButton('Berichtigen', TAKE_OVER_FORM, { subject: id })],
      }),
      links: [
        ...(page.asOf.knownOn === undefined
          ? [{ href: paths.takeOverWithdrawal(id), label: 'Zurücknehmen' }]
          : []),
        trailLink('take-over', id),
      ],
      ...(example !== undefined && { example }),
    };
    return render('take-over/detail', head, takeOverDetailView(page, detail, history));
  }
}
