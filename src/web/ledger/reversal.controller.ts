import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { ReverseByHandUseCase } from '../../ledger/by-hand/reverse-by-hand.use-case.js';
import { JournalQueries } from '../../ledger/journal.queries.js';
import type { JournalEntry } from '../../ledger/ledger.types.js';
import type { PageQuery } from '../as-of/as-of.js';
import { cell } from '../components/table.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { numberText, postingsTable } from './entry-card.view.js';
import { LedgerPages } from './ledger-pages.js';
import { effectiveField, reasonField, stepForm } from './step-form.view.js';

const FIELDS = {
  effectiveOn: effectiveField(),
  reason: reasonField('Grund', 'Steht als Text des Stornos im Buch, ohne Namen von Personen'),
};

/** "Storno": takes back an entry that was entered by hand. */
@Controller()
export class ReversalController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly journal: JournalQueries,
    private readonly reversing: ReverseByHandUseCase,
  ) {}

  /** Says before somebody types a reason that an entry cannot be taken back. */
  @Page(routes.entryReversal)
  async ask(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const entry = await this.journal.entry(id);
    const probe = { entry: id, effectiveOn: entry.effectiveOn };
    const refusal =
      entry.kind === 'adjustment' && entry.reversedBy === null
        ? undefined
        : await refusalFrom(() => this.reversing.rehearse(postedChange({}, 'Probe'), probe));
    return this.render(entry, query, refusal);
  }

  @FormTarget(routes.entryReversal)
  async reverse(
    @Param('id') id: string,
    @Body() body: PageQuery | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = body ?? {};
    const entry = await this.journal.entry(id);
    const { values } = readForm(FIELDS, { tag: '', grund: '', ...given });
    if (values === undefined) {
      return sendAnswer(reply, { html: await this.render(entry, given), status: 422 });
    }
    const change = postedChange(given, values.reason);
    let made = '';
    const refusal = await refusalFrom(async () => {
      made = await this.reversing.execute(change, { entry: id, effectiveOn: values.effectiveOn });
    }, FIELDS);
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.entry(made) });
    return sendAnswer(reply, { html: await this.render(entry, given, refusal), status: 422 });
  }

  private async render(
    entry: JournalEntry,
    given: PageQuery,
    refusal?: RefusalView,
  ): Promise<string> {
    const open = await this.ledger.open({});
    const asked = 'tag' in given ? { grund: '', ...given } : {};
    const { fields } = readForm(FIELDS, asked);
    const today = formatGermanDay(open.today);
    const filled = fields.map((field) =>
      field.name === 'tag' && !('tag' in given) ? { ...field, value: today } : field,
    );
    const frame = {
      intro: [
        'Ein Storno bucht dieselben Beträge auf der anderen Seite. Nichts wird gelöscht: Buchung und Storno bleiben im Buch und zeigen aufeinander. Ein Storno lässt sich nicht zurücknehmen.',
      ],
      facts: [
        { label: 'Buchung', value: cell(numberText(entry), { href: paths.entry(entry.id) }) },
        { label: 'Wirksam am', value: cell(formatGermanDay(entry.effectiveOn)) },
        { label: 'Text', value: cell(entry.text) },
      ],
      action: paths.entryReversal(entry.id),
      button: 'Stornieren',
      cancel: { href: paths.entry(entry.id), label: 'Abbrechen' },
    };
    const head = {
      title: 'Buchung stornieren',
      subline: `${numberText(entry)} · ${entry.text}`,
      area: paths.journal,
      back: { href: paths.entry(entry.id), label: 'Zur Buchung' },
    };
    return open.render('ledger/step', head, {
      ...stepForm(frame, filled, { given, refusal }),
      postings: postingsTable(open, entry),
    });
  }
}
