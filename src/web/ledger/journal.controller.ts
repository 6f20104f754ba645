import { Controller, Param, Query, Res } from '@nestjs/common';
import { csvFile, xlsxFile } from '../../documents/documents.js';
import { JournalQueries, type JournalFilter } from '../../ledger/journal.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import type { FileReply } from '../lists/list-pages.js';
import { FILE_FORMATS, FORMAT, type FileFormat } from '../lists/list-state.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { WebSettings } from '../shell/web-settings.js';
import { CountersigningQueries } from '../../ledger/countersigning.queries.js';
import { EntryPages } from './entry-pages.js';
import { journalSpreadsheet } from './journal.spreadsheet.js';
import { CURSOR, journalView, questionWords } from './journal.view.js';
import { LedgerPages, type OpenLedger } from './ledger-pages.js';
import type { LedgerQuestion } from './ledger-question.js';

const ENTRIES_PER_PAGE = 25;
/** What a spreadsheet takes in one go; the whole book leaves by `ledger export`. */
const ENTRIES_PER_FILE = 10_000;
/** A place in the chain. */
const PLACE = /^\d{1,15}$/;
const FILE_TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** "Buch": the journal, and each entry of it. */
@Controller()
export class JournalController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly journal: JournalQueries,
    private readonly entries: EntryPages,
    private readonly countersigning: CountersigningQueries,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  @Page(paths.journal)
  async list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    const open = await this.ledger.open(query);
    const format = FILE_FORMATS.find((known) => known === queryText(query, FORMAT));
    if (format !== undefined) return this.file(open, format, reply);
    const cursor = queryText(query, CURSOR);
    const after = PLACE.test(cursor) ? cursor : '';
    const found = await this.journal.entries(filterOf(open.question), {
      limit: ENTRIES_PER_PAGE,
      order: 'newest',
      ...(after !== '' && { after }),
    });
    const head = {
      title: 'Buch',
      subline: questionWords(open) || 'Jede Buchung, die neueste zuerst',
      area: paths.journal,
      links: [{ href: paths.entryByHand, label: 'Von Hand buchen' }],
    };
    const missing = new Map<string, number>();
    for (const entry of found.entries) {
      const state = await this.countersigning.of(entry);
      if (state !== undefined) missing.set(entry.id, state.missing);
    }
    return open.render('ledger/journal', head, journalView(open, { ...found, missing }, after));
  }

  @Page(routes.entry)
  async entry(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    return this.entries.render(await this.journal.entry(id), query);
  }

  private async file(open: OpenLedger, format: FileFormat, reply: FileReply): Promise<Buffer> {
    const { entries, next } = await this.journal.entries(filterOf(open.question), {
      limit: ENTRIES_PER_FILE,
      order: 'newest',
    });
    const { officeName, exampleBook } = this.settings;
    const origin = { madeAt: this.clock.now(), officeName, exampleBook };
    const spreadsheet = journalSpreadsheet(open, entries, { more: next !== null, origin });
    reply.header('content-type', FILE_TYPES[format]);
    reply.header('content-disposition', `attachment; filename="buch-${open.today}.${format}"`);
    return format === 'xlsx' ? xlsxFile(spreadsheet) : csvFile(spreadsheet);
  }
}

function filterOf(question: LedgerQuestion): JournalFilter {
  const { dimensions, account, kind, subject, search, from, to, asOf, knownAt } = question;
  const until = to ?? asOf;
  return {
    ...dimensions,
    ...(account && { account }),
    ...(kind && { kind }),
    ...(subject && { subject }),
    ...(search && { text: search }),
    ...(from && { from }),
    ...(until && { to: until }),
    ...(knownAt && { knownAt }),
  };
}
