import { Controller, Param, Query } from '@nestjs/common';
import { PartnersQueries } from '../../contracts/partners.queries.js';
import { trailLink } from '../audit/trail-link.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { BookPage } from '../book/book-page.js';
import { BookPages } from '../book/book-pages.js';
import type { LinkView } from '../components/link.js';
import { beginButton } from '../editing/begin-button.js';
import { MoneyStandings } from '../ledger/money-standings.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { PARTNER_FORM } from './partner.form.js';
import { partnerDetailView } from './partner-detail.view.js';
import { partnerListView } from './partner-list.view.js';
import { sectorNames } from './partner.words.js';

/** "Partner": who receives forwarded money. */
@Controller()
export class PartnersController {
  constructor(
    private readonly book: BookPages,
    private readonly partners: PartnersQueries,
    private readonly standings: MoneyStandings,
  ) {}

  @Page(paths.partners)
  async list(@Query() query: PageQuery): Promise<string> {
    const { page, render } = await this.book.open(paths.partners, query);
    const head = {
      title: 'Partner',
      subline: 'Wer weitergeleitetes Geld empfängt',
      area: paths.partners,
      actions: [beginButton('Neuer Partner', PARTNER_FORM, { primary: true })],
    };
    return render('partners/list', head, partnerListView(page));
  }

  @Page(routes.partner)
  async detail(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.partner(id), query);
    const { page, knownAt } = open;
    const partner = await this.partners.partner(id, { knownAt });
    const history = await this.partners.history(id);
    const known = history.filter(({ revision }) => revision <= partner.revision);
    const posted = await this.standings.of({ asOf: page.asOf, knownAt, query }, { partner: id });
    const { name, sector, example } = partner.fact;
    const head = {
      title: name,
      subline: sectorNames[sector],
      area: paths.partners,
      back: backOf(page),
      actions: [beginButton('Berichtigen', PARTNER_FORM, { subject: id })],
      links: [trailLink('partner', id)],
      ...(example !== undefined && { example }),
    };
    const view = partnerDetailView(page, partner, { history: known, posted });
    return open.render('partners/detail', head, view);
  }
}

/** Partners' own people come from their first page; there is no list of others for them. */
function backOf({ facts, link }: BookPage): LinkView {
  return facts.partner === undefined
    ? { href: link(paths.partners), label: 'Alle Partner' }
    : { href: link(paths.overview), label: 'Zur Übersicht' };
}
