import {
  Body,
  Controller,
  Get,
  Header,
  NotFoundException,
  Param,
  Query,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { csvFile, xlsxFile } from '../../../documents/documents.js';
import { statedBy } from '../../../identity/identity.js';
import { ApiExcludeEndpoint } from '../../../platform/http/api-description.js';
import {
  OccupancyRangeQueries,
  type RangeReview,
} from '../../../positions/occupancy-range.queries.js';
import { RecordOccupanciesUseCase } from '../../../positions/record-occupancies.use-case.js';
import { queryText, type PageQuery } from '../../as-of/as-of.js';
import { BookPages } from '../../book/book-pages.js';
import { refusalFrom, type RefusalView } from '../../forms/refused.js';
import { FormTarget, sendAnswer, type PageAnswer } from '../../editing/page-answer.js';
import { reasonMistake } from '../../editing/reason.js';
import { paths, routes } from '../../paths.js';
import { Page } from '../../shell/page.decorator.js';
import { rangeTemplate } from './paste-columns.words.js';
import { enteredView, pasteView, reviewView } from './paste-pages.js';
import { readPostedRange, type PostedRange } from './posted-range.js';

const BACK = { href: paths.occupancies, label: 'Besetzungen' };
const EMPTY = 'Fügen Sie hier einen Bereich ein.';

/** "Besetzungen einfügen": a range from a spreadsheet, looked at first, then entered as a whole. */
@Controller()
export class PasteController {
  constructor(
    private readonly book: BookPages,
    private readonly ranges: OccupancyRangeQueries,
    private readonly recording: RecordOccupanciesUseCase,
  ) {}

  @Page(paths.occupancyPaste)
  begin(): Promise<string> {
    return this.beginning();
  }

  /** The headings as a file to fill in. */
  @Get(paths.occupancyPasteTemplate)
  @Header('cache-control', 'private, no-cache')
  @ApiExcludeEndpoint()
  async template(@Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const isCsv = queryText(query, 'format') === 'csv';
    const name = `besetzungen-vorlage.${isCsv ? 'csv' : 'xlsx'}`;
    const bytes = await (isCsv ? csvFile(rangeTemplate()) : xlsxFile(rangeTemplate()));
    await reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(isCsv ? 'text/csv; charset=utf-8' : XLSX)
      .send(bytes);
  }

  /** Shows each cell, what is wrong with it, and what the whole would do. */
  @FormTarget(paths.occupancyPaste)
  async look(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await sendAnswer(reply, await this.reviewed(readPostedRange(fieldsOf(body))));
  }

  /** All of it or nothing. */
  @FormTarget(paths.occupancyPasteEntry)
  async enter(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await sendAnswer(reply, await this.entered(readPostedRange(fieldsOf(body))));
  }

  @Page(routes.occupancyPasteDone)
  async done(@Param('id') id: string): Promise<string> {
    const entered = await this.ranges.entered(id);
    if (entered.length === 0) throw new NotFoundException();
    const { page, renderPlain } = await this.book.open(paths.occupancies, {});
    const head = { title: 'Eingetragen', area: paths.occupancies, back: BACK };
    return renderPlain('occupancies/entered', head, enteredView(page, entered));
  }

  private async beginning(text = '', error = ''): Promise<string> {
    const { renderPlain } = await this.book.open(paths.occupancies, {});
    const head = {
      title: 'Besetzungen einfügen',
      subline: 'Viele auf einmal, aus einer Tabelle',
      area: paths.occupancies,
      back: BACK,
    };
    return renderPlain('occupancies/paste', head, pasteView(text, error));
  }

  /** Sent twice, it is entered once: the second time leads to what the first one brought. */
  private async entered(posted: PostedRange): Promise<PageAnswer> {
    const review = await this.ranges.review(posted.text);
    if (review.rows.length === 0) return this.reviewed(posted);
    const reasonError = reasonMistake(posted.reason);
    if (reasonError !== '') return this.reviewPage(posted, review, { reasonError });
    const change = statedBy(posted, posted.reason);
    let done = '';
    const refusal = await refusalFrom(async () => {
      ({ id: done } = await this.recording.execute(change, review.rows));
    });
    if (refusal === undefined) return { goTo: paths.occupancyPasteDone(done) };
    return this.reviewPage(posted, review, review.isFine ? { refusal } : {});
  }

  private async reviewed(posted: PostedRange): Promise<PageAnswer> {
    if (posted.text.trim() === '') return { html: await this.beginning('', EMPTY), status: 422 };
    let review: RangeReview | undefined;
    const refusal = await refusalFrom(async () => {
      review = await this.ranges.review(posted.text);
    });
    if (review === undefined || review.paste.rows.length === 0) {
      const error = refusal?.texts[0] ?? review?.paste.errors[0]?.message ?? NO_ROWS;
      return { html: await this.beginning(posted.text, error), status: 422 };
    }
    return this.reviewPage(posted, review);
  }

  private async reviewPage(
    posted: PostedRange,
    review: RangeReview,
    told: { readonly refusal?: RefusalView; readonly reasonError?: string } = {},
  ): Promise<PageAnswer> {
    const { page, renderPlain } = await this.book.open(paths.occupancies, {});
    const view = reviewView(page, posted, review, told);
    const head = {
      title: 'Besetzungen prüfen',
      subline: 'Aus einer Tabelle eingefügt',
      area: paths.occupancies,
      back: { href: paths.occupancyPaste, label: 'Besetzungen einfügen' },
    };
    const isFine = view.errors === undefined && told.refusal === undefined;
    return { html: renderPlain('occupancies/review', head, view), status: isFine ? 200 : 422 };
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NO_ROWS = 'Unter den Überschriften steht keine Zeile.';

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
