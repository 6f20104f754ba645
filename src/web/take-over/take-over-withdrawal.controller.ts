import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { JournalQueries } from '../../ledger/journal.queries.js';
import type { JournalEntry } from '../../ledger/ledger.types.js';
import { TakeOverQueries, type TakeOverDetail } from '../../take-over/take-over.queries.js';
import { WithdrawTakeOverUseCase } from '../../take-over/withdraw-take-over.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { LedgerPages } from '../ledger/ledger-pages.js';
import { reasonField, stepForm } from '../ledger/step-form.view.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { WITHDRAWAL_NOTE, withdrawalFacts, withdrawalTable } from './take-over-withdrawal.view.js';

const FIELDS = {
  reason: reasonField(
    'Grund',
    'Steht im Verlauf und als Text der Stornos, ohne Namen von Personen',
  ),
};

/** "Übernahme zurücknehmen": one that was recorded by mistake; what that would post stands first. */
@Controller()
export class TakeOverWithdrawalController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly takeOvers: TakeOverQueries,
    private readonly journal: JournalQueries,
    private readonly withdrawing: WithdrawTakeOverUseCase,
  ) {}

  /** Says before somebody types a reason that it cannot be taken back. */
  @Page(routes.takeOverWithdrawal)
  async ask(@Param('id') id: string): Promise<string> {
    return this.render(await this.takeOvers.takeOver(id), {});
  }

  @FormTarget(routes.takeOverWithdrawal)
  async withdraw(
    @Param('id') id: string,
    @Body() body: PageQuery | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { grund: '', ...body };
    const { values } = readForm(FIELDS, given);
    if (values === undefined) {
      const detail = await this.takeOvers.takeOver(id);
      return sendAnswer(reply, { html: await this.render(detail, given), status: 422 });
    }
    const change = postedChange(given, values.reason);
    const refusal = await refusalFrom(() => this.withdrawing.execute(change, id));
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.takeOvers });
    const detail = await this.takeOvers.takeOver(id);
    // Whoever goes on has seen the present state, so that the page carries this one.
    const typed = { grund: values.reason };
    return sendAnswer(reply, { html: await this.render(detail, typed, refusal), status: 422 });
  }

  private async render(
    detail: TakeOverDetail,
    given: PageQuery,
    refusal?: RefusalView,
  ): Promise<string> {
    const { id, title } = detail.takeOver;
    const open = await this.ledger.open({});
    let effectiveOn: PlainDate | undefined;
    const probe = postedChange({}, 'Probe');
    const impossible = await refusalFrom(async () => {
      effectiveOn = await this.withdrawing.rehearse(probe, id);
    });
    const { fields } = readForm(FIELDS, given);
    const frame = {
      intro: WITHDRAWAL_NOTE,
      facts: withdrawalFacts(detail, effectiveOn),
      action: paths.takeOverWithdrawal(id),
      button: 'Übernahme zurücknehmen',
      cancel: { href: paths.takeOver(id), label: 'Abbrechen' },
    };
    const seen = { name: 'stand', value: detail.revision.toString() };
    const hidden = [typeof given['stand'] === 'string' ? { ...seen, value: given['stand'] } : seen];
    const head = {
      title: 'Übernahme zurücknehmen',
      subline: title,
      area: paths.takeOvers,
      back: { href: paths.takeOver(id), label: 'Zur Übernahme' },
    };
    return open.render('take-over/withdrawal', head, {
      ...stepForm(frame, fields, { given, refusal: refusal ?? impossible, hidden }),
      table: withdrawalTable(open, await this.entriesOf(detail)),
    });
  }

  private async entriesOf({ entries, lapses }: TakeOverDetail): Promise<readonly JournalEntry[]> {
    const found: JournalEntry[] = [];
    for (const id of [...entries.values(), ...lapses.values()]) {
      found.push(await this.journal.entry(id));
    }
    return found;
  }
}
