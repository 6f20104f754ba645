import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { paths } from '../paths.js';
import { OpenWorkQueries } from './open-work.js';
import { partnerStartView } from './partner-start.view.js';

/** The first page of a partner's people: their own things, and what is theirs to do now. */
@Injectable()
export class PartnerStart {
  constructor(
    private readonly book: BookPages,
    private readonly openWork: OpenWorkQueries,
  ) {}

  /** @param partner the organisation's id */
  async page(partner: string, query: PageQuery): Promise<string> {
    const { page, knownAt, render } = await this.book.open(paths.overview, query);
    const openWork = await this.openWork.openWork(knownAt);
    const head = {
      title: 'Übersicht',
      subline: page.names.party(partner),
      area: paths.overview,
    };
    return render('partners/start', head, partnerStartView(page, partner, openWork));
  }
}
