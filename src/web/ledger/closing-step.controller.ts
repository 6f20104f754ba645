import { Body, Controller, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  addDays,
  addMonths,
  formatGermanDay,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import { LedgerQueries } from '../../ledger/ledger.queries.js';
import { ClosePeriodUseCase } from '../../ledger/periods/close-period.use-case.js';
import { SendSealUseCase } from '../../ledger/send-seal.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';
import { cell } from '../components/table.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FieldDefinition } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { readChoice } from '../forms/read.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { lastDayOf, monthText } from './closings.view.js';
import { mailQuery } from './seal-mail.view.js';
import { LedgerPages, type OpenLedger } from './ledger-pages.js';
import { reasonField, stepForm } from './step-form.view.js';

/** How far back a book without any closing offers months. */
const MONTHS_OFFERED = 36;
const MONTH_LENGTH = 7;

const CONFIRMED: FieldDefinition<string> = {
  ...{ kind: 'several', name: 'sicher', label: 'Bestätigung', pointer: '/confirmed' },
  choices: [{ value: 'ja', label: 'Ich weiß, dass sich ein Abschluss nicht zurücknehmen lässt.' }],
  read: (text) => readChoice(text, ['ja']),
};

/** "Monat abschließen": what it means, and its entry; nothing of it is undone. */
@Controller()
export class ClosingStepController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly queries: LedgerQueries,
    private readonly closing: ClosePeriodUseCase,
    private readonly sending: SendSealUseCase,
  ) {}

  @Page(paths.closingStep)
  async ask(@Query() query: PageQuery): Promise<string> {
    return this.render('monat' in query ? query : {});
  }

  @FormTarget(paths.closingStep)
  async close(@Body() body: PageQuery | undefined, @Res() reply: FastifyReply): Promise<void> {
    const given = { monat: '', ...body };
    const open = await this.ledger.open({});
    const fields = fieldsFor(await this.months(open));
    const { values } = readForm(fields, given);
    if (values === undefined) {
      return sendAnswer(reply, { html: await this.render(given), status: 422 });
    }
    const refusal = await refusalFrom(
      () => this.closing.execute(postedChange(given, values.reason), values.period),
      fields,
    );
    if (refusal === undefined) {
      const sent = await this.sending.ofClosing(values.period);
      return sendAnswer(reply, { goTo: paths.closing(values.period) + mailQuery(sent) });
    }
    return sendAnswer(reply, { html: await this.render(given, refusal), status: 409 });
  }

  private async render(given: PageQuery, refusal?: RefusalView): Promise<string> {
    const open = await this.ledger.open({});
    const months = await this.months(open);
    const { fields } = readForm(fieldsFor(months), given);
    const head = {
      title: 'Monat abschließen',
      area: paths.closings,
      back: { href: paths.closings, label: 'Alle Abschlüsse' },
    };
    if (months.length === 0) return open.render('ledger/nothing-to-close', head, {});
    const [latest] = await this.queries.closings();
    const until = latest === undefined ? undefined : lastDayOf(latest.period);
    const frame = {
      intro: [
        'Nach dem Abschluss nimmt das Buch bis zum Ende des gewählten Monats keine Buchung mehr an, auch nicht für die Monate davor. Späteres zählt im ersten offenen Monat und behält sein Haushaltsjahr.',
        'Der Abschluss bekommt ein Siegel: Zahl der Buchungen und Prüfsumme über alles, was bis dahin im Buch steht. Er lässt sich nicht zurücknehmen.',
      ],
      facts: [
        {
          label: 'Bisher abgeschlossen',
          value: cell(until === undefined ? 'kein Monat' : `bis ${formatGermanDay(until)}`),
        },
        { label: 'Heute', value: cell(formatGermanDay(open.today)) },
      ],
      action: paths.closingStep,
      button: 'Endgültig abschließen',
      cancel: { href: paths.closings, label: 'Abbrechen' },
    };
    return open.render('ledger/step', head, stepForm(frame, fields, { given, refusal }));
  }

  /** Months that are over and not closed, the oldest first. */
  private async months({ today }: OpenLedger): Promise<readonly string[]> {
    const [latest] = await this.queries.closings();
    const thisMonth = `${today.slice(0, MONTH_LENGTH)}-01` as PlainDate;
    const first =
      latest === undefined
        ? addMonths(thisMonth, -MONTHS_OFFERED)
        : addDays(lastDayOf(latest.period), 1);
    const months: string[] = [];
    for (let day = first; day < thisMonth; day = addMonths(day, 1)) {
      months.push(day.slice(0, MONTH_LENGTH));
    }
    return months;
  }
}

function fieldsFor(months: readonly string[]) {
  const period: FieldDefinition<string> = {
    ...{ kind: 'select', name: 'monat', label: 'Abschließen bis Ende', pointer: '/period' },
    hint: 'Alle Monate davor werden mit abgeschlossen.',
    choices: [
      { value: '', label: 'Bitte wählen' },
      ...months.map((month) => ({ value: month, label: monthText(month) })),
    ],
    read: (text) => readChoice(text, months),
  };
  const reason = reasonField('Grund', 'Zum Beispiel: Monatsabschluss der Kämmerei');
  return { period, reason, confirmed: CONFIRMED };
}
