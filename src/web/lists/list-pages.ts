import { Injectable } from '@nestjs/common';
import { csvFile, xlsxFile } from '../../documents/documents.js';
import { Clock } from '../../platform/clock/clock.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { WebSettings } from '../shell/web-settings.js';
import type { KeptModels } from './kept-models.js';
import type { ListModel } from './list-model.js';
import { readListState, type FileFormat, type ListState } from './list-state.js';
import { fileName, listSpreadsheet } from './list.spreadsheet.js';
import { showList, type ShownList } from './list.view.js';

/** What an answer needs to become a file. */
export interface FileReply {
  header(name: string, value: string): unknown;
}

const TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Answers the address of a list: with its page, or with the rows as a file. */
@Injectable()
export class ListPages {
  constructor(
    private readonly book: BookPages,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  /** @param render the page around the list */
  async answer<Row>(
    models: KeptModels<Row>,
    query: PageQuery,
    reply: FileReply,
    render: (open: OpenBook, list: ShownList<Row>) => string,
  ): Promise<string | Buffer> {
    const open = await this.book.open(models.definition.path, query);
    const model = models.of(open.page);
    const state = readListState(model.definition, query);
    if (state.format === undefined) return render(open, showList(open.page, model, state));
    return this.file(open, model, state, state.format, reply);
  }

  private async file<Row>(
    { page }: OpenBook,
    model: ListModel<Row>,
    state: ListState,
    format: FileFormat,
    reply: FileReply,
  ): Promise<Buffer> {
    const { officeName, exampleBook } = this.settings;
    const origin = { madeAt: this.clock.now(), officeName, exampleBook };
    const spreadsheet = listSpreadsheet(page, model, state, origin);
    const name = fileName(model.definition, page.asOf, format);
    reply.header('content-type', TYPES[format]);
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return format === 'xlsx' ? xlsxFile(spreadsheet) : csvFile(spreadsheet);
  }
}
