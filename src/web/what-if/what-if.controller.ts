import { Body, Controller, NotFoundException, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TakeOverWhatIfUseCase } from '../../amendments/take-over-what-if.use-case.js';
import { WhatIfQueries } from '../../amendments/what-if.queries.js';
import type { DraftedVersion } from '../../amendments/draft-amendments.use-case.js';
import { addDays, lastOfMonth, yearOf, type PlainDate } from '../../domain/calendar/plain-date.js';
import { statedBy } from '../../identity/identity.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { refusalFrom } from '../forms/refused.js';
import { FormTarget, sendAnswer, type PageAnswer } from '../editing/page-answer.js';
import { reasonMistake } from '../editing/reason.js';
import { postedKey } from '../forms/posted.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import type { Vacancies } from './what-if-form.view.js';
import { draftedView, whatIfView, type Answered } from './what-if-page.view.js';
import { answerTo } from './what-if-answer.js';
import { readQuestion, type Question } from './what-if-question.js';

const TITLE = 'Was wäre, wenn';

/** "Was wäre, wenn": vacant VzÄ go elsewhere, first as a question, then as drafted amendments. */
@Controller()
export class WhatIfPageController {
  constructor(
    private readonly book: BookPages,
    private readonly questions: WhatIfQueries,
    private readonly takeOvers: TakeOverWhatIfUseCase,
  ) {}

  @Page(paths.whatIf)
  async page(@Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.whatIf, query);
    return this.answered(open, await this.read(open, query), {});
  }

  /** Drafts the amendments; the next page leads to each of them. */
  @FormTarget(paths.whatIf)
  async takeOver(@Body() body: PageQuery | undefined, @Res() reply: FastifyReply): Promise<void> {
    await sendAnswer(reply, await this.taken(body ?? {}));
  }

  @Page(paths.whatIfDrafted)
  async drafted(@Query() query: PageQuery): Promise<string> {
    const { page, renderPlain } = await this.book.open(paths.whatIf, {});
    const view = draftedView(page, [query['fassung'] ?? []].flat());
    if (view.drafts.length === 0) throw new NotFoundException();
    const back = { href: paths.whatIf, label: TITLE };
    return renderPlain('what-if/drafted', { title: 'Entworfen', area: paths.whatIf, back }, view);
  }

  private async taken(body: PageQuery): Promise<PageAnswer> {
    const open = await this.book.open(paths.whatIf, {});
    const asked = await this.read(open, body);
    const reason = queryText(body, 'grund');
    const key = postedKey(body);
    const { asked: moves } = asked.question;
    if (moves === undefined) return this.refused(open, asked, {});
    const reasonError = reasonMistake(reason);
    if (reasonError !== '') return this.refused(open, asked, { reason, reasonError, key });
    let drafted: readonly DraftedVersion[] = [];
    const refusal = await refusalFrom(async () => {
      drafted = await this.takeOvers.execute(statedBy({ key }, reason), moves);
    });
    if (refusal !== undefined) return this.refused(open, asked, { reason, refusal });
    const pairs = drafted.map(({ contract, number }) => ({
      name: 'fassung',
      value: `${contract}.${number}`,
    }));
    return { goTo: withQuery(paths.whatIfDrafted, pairs) };
  }

  private async refused(open: OpenBook, asked: Asked, answered: Answered): Promise<PageAnswer> {
    return { html: await this.answered(open, asked, answered), status: 422 };
  }

  private async answered(open: OpenBook, asked: Asked, answered: Answered): Promise<string> {
    const { page, render } = open;
    const { question, picture } = await answerTo(asked.question, (moves) =>
      this.questions.whatIf(moves, { on: page.asOf.on, knownAt: open.knownAt }),
    );
    const head = {
      title: TITLE,
      subline:
        'Unbesetzte VzÄ zu einem anderen Partner geben und die Wirkung sehen; gespeichert wird nichts',
      area: paths.whatIf,
    };
    const told = { ...answered, picture };
    return render('what-if/question', head, whatIfView(page, question, asked, told));
  }

  private async read({ page, knownAt }: OpenBook, query: PageQuery): Promise<Asked> {
    const usual = await this.usualDay(page.asOf.on, knownAt);
    const day = readQuestion(query, usual, () => []).day;
    const vacant = await this.questions.vacancies(day, knownAt);
    const spells = vacant.length > 0 ? [] : await this.questions.vacantSpells(yearOf(day), knownAt);
    return { question: readQuestion(query, usual, () => vacant), vacant, spells };
  }

  /** The first of the next month; where nothing is agreed any more, of the running one. */
  private async usualDay(on: PlainDate, knownAt: OpenBook['knownAt']): Promise<PlainDate> {
    const next = addDays(lastOfMonth(on), 1);
    if ((await this.questions.vacancies(next, knownAt)).length > 0) return next;
    return `${on.slice(0, 8)}01` as PlainDate;
  }
}

interface Asked extends Vacancies {
  readonly question: Question;
}
