import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { renderSheet } from '../../documents/documents.js';
import { ContractsQueries } from '../../contracts/contracts.queries.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { PositionsQueries } from '../../positions/positions.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages } from '../book/book-pages.js';
import { ListPages, type FileReply } from '../lists/list-pages.js';
import { paths, routes } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import { Page } from '../shell/page.decorator.js';
import { WebSettings } from '../shell/web-settings.js';
import { entitlementListView } from './entitlement-list.view.js';
import { entitlementsList } from './entitlements.list.js';
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
    book: BookPages,
    private readonly settings: WebSettings,
    private readonly lists: ListPages,
    positions: PositionsQueries,
    contracts: ContractsQueries,
  ) {
    this.sources = { book, positions, contracts };
  }

  @Page(paths.entitlements)
  list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    return this.lists.answer(entitlementsList, query, reply, ({ page, render }, list) => {
      const head = {
        title: areaName(paths.entitlements, 'Ansprüche'),
        subline:
          page.facts.partner === undefined
            ? `Was die Verträge für ${page.asOf.year} hergeben`
            : `Was Ihnen nach Ihren Verträgen für ${page.asOf.year} zusteht`,
        area: paths.entitlements,
      };
      return render('entitlements/list', head, entitlementListView(page, list));
    });
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
