import { Controller, Get, Header, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { renderSheet } from '../../documents/documents.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { ClosingSealQueries, type SealedClosing } from '../../ledger/closing-seal.queries.js';
import { LedgerQueries, type Balance } from '../../ledger/ledger.queries.js';
import { SealMailQueries } from '../../ledger/seal-mails.queries.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { trailLink } from '../audit/trail-link.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FileReply } from '../lists/list-pages.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { WebSettings } from '../shell/web-settings.js';
import { closingSheet, closingView } from './closing.view.js';
import { closingsView, lastDayOf, monthText } from './closings.view.js';
import { LedgerPages, type OpenLedger } from './ledger-pages.js';
import { sealMailView } from './seal-mail.view.js';

/** "Abschlüsse": closed months with their seals, on screen, on paper and as a file. */
@Controller()
export class ClosingsController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly queries: LedgerQueries,
    private readonly seals: ClosingSealQueries,
    private readonly mails: SealMailQueries,
    private readonly settings: WebSettings,
  ) {}

  @Page(paths.closings)
  async list(): Promise<string> {
    const open = await this.ledger.open({});
    const head = {
      title: 'Abschlüsse',
      subline: 'Welche Monate zu sind, und womit sie versiegelt sind',
      area: paths.closings,
    };
    const closings = await this.queries.closings();
    return open.render('ledger/closings', head, closingsView(open, closings));
  }

  @Page(routes.closing)
  async closing(@Param('monat') period: string, @Query() query: PageQuery): Promise<string> {
    const { open, closing, balances } = await this.find(period);
    const head = {
      title: `Abschluss ${monthText(period)}`,
      area: paths.closings,
      back: { href: paths.closings, label: 'Alle Abschlüsse' },
      links: [trailLink('closing', period)],
    };
    return open.render('ledger/closing', head, {
      ...closingView(open, closing, { balances, mail: (await this.mails.mails()).get(period) }),
      mail: sealMailView(query),
    });
  }

  @Get(routes.closingSheet)
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-cache')
  @ApiExcludeEndpoint()
  async sheet(@Param('monat') period: string): Promise<Buffer> {
    const { open, closing, balances } = await this.find(period);
    return renderSheet(closingSheet(open, closing, balances, this.settings));
  }

  @Get(routes.closingSeal)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'private, no-cache')
  @ApiExcludeEndpoint()
  async seal(
    @Param('monat') period: string,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string> {
    const closing = await this.seals.closing(period);
    if (closing === undefined) throw new NotFoundException();
    reply.header('content-disposition', `attachment; filename="siegel-${closing.period}.json"`);
    return this.seals.file(closing);
  }

  /** What stood on the accounts at the end of the month, as it was known when it was closed. */
  private async find(period: string): Promise<FoundClosing> {
    const closing = await this.seals.closing(period);
    if (closing === undefined) throw new NotFoundException();
    const asOf = lastDayOf(closing.period);
    const open = await this.ledger.open({ stand: formatGermanDay(asOf) });
    const balances = await this.queries.balances({ asOf, knownAt: closing.recordedAt });
    return { open, closing, balances };
  }
}

interface FoundClosing {
  readonly open: OpenLedger;
  readonly closing: SealedClosing;
  readonly balances: readonly Balance[];
}
