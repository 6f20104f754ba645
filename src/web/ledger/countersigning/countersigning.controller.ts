import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CountersignUseCase } from '../../../ledger/countersigning/countersign.use-case.js';
import { CountersigningQueries } from '../../../ledger/countersigning.queries.js';
import { JournalQueries } from '../../../ledger/journal.queries.js';
import { FormTarget, sendAnswer } from '../../editing/page-answer.js';
import { PersonNames } from '../../four-eyes/person-names.js';
import { postedChange, type Posted } from '../../forms/posted.js';
import { refusalFrom } from '../../forms/refused.js';
import { paths, routes } from '../../paths.js';
import { areaName } from '../../shell/area-names.js';
import { Page } from '../../shell/page.decorator.js';
import { Pages } from '../../shell/pages.js';
import { EntryPages } from '../entry-pages.js';
import { openTable } from './countersigning.view.js';

const SHOWN = 100;
const REASON = 'Gegengezeichnet';

/** "Gegenzeichnen": what was entered by hand and waits for two approvers. */
@Controller()
export class CountersigningController {
  constructor(
    private readonly pages: Pages,
    private readonly journal: JournalQueries,
    private readonly countersigning: CountersigningQueries,
    private readonly signing: CountersignUseCase,
    private readonly entries: EntryPages,
    private readonly names: PersonNames,
  ) {}

  @Page(paths.countersigning)
  async list(): Promise<string> {
    const open = await this.countersigning.open(SHOWN);
    const count = await this.countersigning.countOpen();
    const head = {
      title: areaName(paths.countersigning, 'Gegenzeichnen'),
      subline: 'Buchungen von Hand, für die noch niemand oder erst eine Person einsteht',
      area: paths.countersigning,
    };
    return this.pages.render('ledger/countersigning', head, {
      table: openTable(open, await this.names.all()),
      more: count > open.length ? `und ${count - open.length} weitere` : '',
      empty: open.length > 0 ? '' : 'Alle Buchungen von Hand sind gegengezeichnet.',
    });
  }

  @FormTarget(routes.countersign)
  async countersign(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const entry = await this.journal.entry(id);
    const refusal = await refusalFrom(() => this.signing.execute(postedChange(body, REASON), id));
    if (refusal === undefined) {
      return sendAnswer(reply, { goTo: `${paths.entry(id)}#gegenzeichnung` });
    }
    const html = await this.entries.render(entry, {}, refusal);
    return sendAnswer(reply, { html, status: 422 });
  }
}
