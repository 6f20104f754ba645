import { Controller, Query, Res } from '@nestjs/common';
import { csvFile, xlsxFile } from '../../documents/documents.js';
import { AuditQueries, type AuditFilter } from '../../identity/audit/audit.queries.js';
import { KINDS_OF_ACCESS } from '../../identity/audit/audit.types.js';
import { Clock } from '../../platform/clock/clock.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FileReply } from '../lists/list-pages.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { AuditNaming, seesCases, type AuditNames } from './audit-names.js';
import { auditPageView } from './audit-page.view.js';
import { readAuditQuestion, type AuditFormat, type AuditQuestion } from './audit-question.js';
import { auditLines, auditSpreadsheet } from './audit.spreadsheet.js';

const EVENTS_PER_PAGE = 25;
/** What a spreadsheet takes in one go. */
const EVENTS_PER_FILE = 10_000;

const FILE_TYPES: Readonly<Record<AuditFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** "Protokoll": who did what to which object, and when. */
@Controller()
export class AuditController {
  constructor(
    private readonly pages: Pages,
    private readonly audit: AuditQueries,
    private readonly naming: AuditNaming,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  @Page(paths.auditTrail)
  async list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    const question = readAuditQuestion(query);
    const kinds = seesCases() ? undefined : KINDS_OF_ACCESS;
    const names = await this.naming.names({ seesCases: kinds === undefined });
    const filter = { ...question.filter, ...(kinds && { kinds }) };
    const { format, after } = question;
    if (format !== undefined) {
      reply.header('content-type', FILE_TYPES[format]);
      const name = `protokoll-${this.clock.today()}.${format}`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return this.file(filter, format, question.withNames ? names : undefined);
    }
    return this.page(question, { filter, names, kinds, after });
  }

  private async page(
    question: AuditQuestion,
    { filter, names, kinds, after }: Opened,
  ): Promise<string> {
    const limit = EVENTS_PER_PAGE + 1;
    const found = await this.audit.events(filter, { limit, ...(after !== '' && { after }) });
    const events = found.slice(0, EVENTS_PER_PAGE);
    const next = found.length > events.length ? events.at(-1)?.id : undefined;
    const actors = await this.audit.actors(kinds);
    const head = {
      title: 'Protokoll',
      subline: 'Wer was an welchem Gegenstand tat, das Neueste zuerst',
      area: paths.auditTrail,
    };
    const view = auditPageView({ question, names, actors, kinds }, events, next);
    return this.pages.render('audit/trail', head, view);
  }

  private async file(
    filter: AuditFilter,
    format: AuditFormat,
    names: AuditNames | undefined,
  ): Promise<Buffer> {
    const found = await this.audit.events(filter, { limit: EVENTS_PER_FILE + 1 });
    const events = found.slice(0, EVENTS_PER_FILE);
    if (format === 'jsonl') return Buffer.from(auditLines({ events, names }));
    const { officeName, exampleBook } = this.settings;
    const origin = { madeAt: this.clock.now(), officeName, exampleBook };
    const hasMore = found.length > events.length;
    const spreadsheet = auditSpreadsheet({ events, names, hasMore, origin });
    return format === 'xlsx' ? xlsxFile(spreadsheet) : csvFile(spreadsheet);
  }
}

interface Opened {
  readonly filter: AuditFilter;
  readonly names: AuditNames;
  readonly kinds: readonly string[] | undefined;
  readonly after: string;
}
