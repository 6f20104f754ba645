import { Controller, Query, Res } from '@nestjs/common';
import { csvFile, xlsxFile } from '../../documents/documents.js';
import { yearOf } from '../../domain/calendar/plain-date.js';
import { Exceptions } from '../../identity/exceptions/exceptions.js';
import { Clock } from '../../platform/clock/clock.js';
import { OverviewQueries } from '../../positions/overview.queries.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import type { FileReply } from '../lists/list-pages.js';
import { FILE_FORMATS, FORMAT, type FileFormat } from '../lists/list-state.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { AuditNaming } from './audit-names.js';
import { WITH_NAMES } from './audit-question.js';
import { exceptionsSpreadsheet } from './exceptions.spreadsheet.js';
import { exceptionsView, type ExceptionsParts } from './exceptions.view.js';

const YEAR = /^\d{4}$/;
const FILE_TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** "Ausnahmen": all that was done otherwise than the rules want, one list per year. */
@Controller()
export class ExceptionsController {
  constructor(
    private readonly pages: Pages,
    private readonly exceptions: Exceptions,
    private readonly overview: OverviewQueries,
    private readonly naming: AuditNaming,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  @Page(paths.exceptions)
  async list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    const format = FILE_FORMATS.find((known) => known === queryText(query, FORMAT));
    const isFile = format !== undefined;
    const withNames = !isFile || queryText(query, WITH_NAMES) === 'ja';
    const parts = await this.parts(queryText(query, 'jahr'), withNames);
    if (isFile) return this.file(parts, format, reply);
    const head = {
      title: 'Ausnahmen',
      subline: `Was ${parts.year} anders lief, als die Regeln es wollen`,
      area: paths.exceptions,
    };
    return this.pages.render('audit/exceptions', head, exceptionsView(parts));
  }

  private async parts(asked: string, withNames: boolean): Promise<ExceptionsParts> {
    const thisYear = yearOf(this.clock.today());
    const granted = await this.overview.grantedYears();
    const known = [...new Set([thisYear, ...granted])].toSorted((a, b) => b - a);
    const isYear = YEAR.test(asked) && known.includes(Number(asked));
    const isMistaken = asked !== '' && !isYear;
    const year = isYear ? Number(asked) : thisYear;
    return {
      ...{ year, years: known, kinds: this.exceptions.kinds() },
      mistake: isMistaken
        ? { text: asked, error: 'Für dieses Jahr steht nichts im Buch.' }
        : undefined,
      found: await this.exceptions.ofYear(year),
      names: await this.naming.names({ seesCases: true, withNames }),
    };
  }

  private async file(
    parts: ExceptionsParts,
    format: FileFormat,
    reply: FileReply,
  ): Promise<Buffer> {
    const { officeName, exampleBook } = this.settings;
    const origin = { madeAt: this.clock.now(), officeName, exampleBook };
    const spreadsheet = exceptionsSpreadsheet(parts, origin);
    reply.header('content-type', FILE_TYPES[format]);
    const name = `ausnahmen-${parts.year}.${format}`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return format === 'xlsx' ? xlsxFile(spreadsheet) : csvFile(spreadsheet);
  }
}
