import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { renderSheet } from '../../documents/documents.js';
import { ContractsQueries } from '../../contracts/contracts.queries.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { PositionsQueries } from '../../positions/positions.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { readSelection } from '../book/selection.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { WebSettings } from '../shell/web-settings.js';
import { entitlementListView } from './entitlement-list.view.js';
import {
  openLineSheet,
  openPostSheet,
  printedSheet,
  sheetHead,
  type SheetSources,
} from './open-sheet.js';

/** "Ansprüche", and the calculation sheet behind each of them, on screen and on paper. */
@Controller()
export class EntitlementsController {
  private readonly sources: SheetSources;

  constructor(
    private readonly book: BookPages,
    private readonly settings: WebSettings,
    positions: PositionsQueries,
    contracts: ContractsQueries,
  ) {
    this.sources = { book, positions, contracts };
  }

  @Page(paths.entitlements)
  async list(@Query() query: PageQuery): Promise<string> {
    const { page, render } = await this.book.open(paths.entitlements, query);
    const head = {
      title: 'Ansprüche',
      subline: `Was die Verträge für ${page.asOf.year} hergeben`,
      area: paths.entitlements,
    };
    return render('entitlements/list', head, entitlementListView(page, readSelection(query)));
  }

  @Page(routes.calculationSheet)
  async post(
    @Param('id') id: string,
    @Param('jahr') year: string,
    @Query() query: PageQuery,
  ): Promise<string> {
    const sheet = await openPostSheet(this.sources, { id, year, query });
    return sheet.open.render('entitlements/sheet', sheetHead(sheet), sheet.view);
  }

  @Get(routes.calculationSheetPdf)
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-cache')
  @ApiExcludeEndpoint()
  async postPdf(
    @Param('id') id: string,
    @Param('jahr') year: string,
    @Query() query: PageQuery,
  ): Promise<Buffer> {
    const sheet = await openPostSheet(this.sources, { id, year, query });
    return renderSheet(printedSheet(sheet, this.settings));
  }

  @Page(routes.lineSheet)
  async line(
    @Param('id') id: string,
    @Param('line') line: string,
    @Param('jahr') year: string,
    @Query() query: PageQuery,
  ): Promise<string> {
    const sheet = await openLineSheet(this.sources, { id, line, year, query });
    return sheet.open.render('entitlements/sheet', sheetHead(sheet), sheet.view);
  }

  @Get(routes.lineSheetPdf)
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-cache')
  @ApiExcludeEndpoint()
  async linePdf(
    @Param('id') id: string,
    @Param('line') line: string,
    @Param('jahr') year: string,
    @Query() query: PageQuery,
  ): Promise<Buffer> {
    const sheet = await openLineSheet(this.sources, { id, line, year, query });
    return renderSheet(printedSheet(sheet, this.settings));
  }
}
