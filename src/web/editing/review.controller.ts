import { Controller, Get, Header, Headers, Param, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Drafts } from '../../drafts/drafts.js';
import { actor } from '../../identity/identity.js';
import { Clock } from '../../platform/clock/clock.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { paths, routes } from '../paths.js';
import { factConflictView } from './comparison.view.js';
import { chosenTexts, factComparison, type FactComparison } from './fact-comparison.js';
import { FormFlow, type PresentState } from './form-flow.js';
import { FormJudgement } from './form-judgement.js';
import { FormPages } from './form-pages.js';
import { stepsOf, type OpenForm } from './open-form.js';
import { FormTarget, sendAnswer, type PageAnswer } from './page-answer.js';
import { Posted, bodyText, seenOf, type PostedBody } from './posted-step.js';
import { REASON } from './reason.js';

/** "Prüfen" and "Eintragen", and the comparison where the book has changed meanwhile. */
@Controller()
export class ReviewController {
  constructor(
    private readonly drafts: Drafts,
    private readonly flow: FormFlow,
    private readonly judgement: FormJudgement,
    private readonly pages: FormPages,
    private readonly people: PeopleNamesReader,
    private readonly clock: Clock,
  ) {}

  @Get(routes.draftReview)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async show(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendAnswer(
      reply,
      await this.withForm(id, async (form) => {
        const judgement = await this.judgement.review(form);
        if (judgement.stale) return { goTo: paths.draftComparison(id) };
        const isNews = queryText(query, 'neu') === '1';
        return { html: this.pages.review(form, judgement, isNews) };
      }),
    );
  }

  /** Keeps the reason and leads to another step. */
  @FormTarget(routes.draftReview)
  async leave(
    @Param('id') id: string,
    @Posted() body: PostedBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendAnswer(
      reply,
      await this.withForm(id, async (form) => {
        const { steps } = await this.withReason(form, bodyText(body, REASON));
        const wanted = steps.find(({ key }) => bodyText(body, '_aktion') === `gehe:${key}`);
        if (wanted === undefined) return { goTo: paths.draftReview(id) };
        return { goTo: `${paths.draftStep(id, wanted.key)}?zurueck=pruefen` };
      }),
    );
  }

  /** Keeps the reason while it is typed. The page still shows the revision that it showed. */
  @Put(routes.draftReview)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async keepReason(
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Posted() body: PostedBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const before = await this.flow.open(await this.drafts.draft(id));
    if (before.draft.outcome !== null) {
      await reply.status(410).send({});
      return;
    }
    const reason = bodyText(body, REASON);
    const saved = this.pages.saved(await this.withReason(before, reason));
    const revision = Number(/^"(\d{1,9})"$/.exec(seen ?? '')?.[1] ?? 0);
    await reply.send({ revision, saved, texts: { [REASON]: reason }, errors: {} });
  }

  /** The draft's id is the key of the command: sent twice, it enters once. */
  @FormTarget(routes.draftEntry)
  async enter(
    @Param('id') id: string,
    @Posted() body: PostedBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendAnswer(
      reply,
      await this.withForm(id, async (before) => {
        const form = await this.withReason(before, bodyText(body, REASON));
        // Somebody saved other texts after this page was shown: they have to be looked at first.
        if (hasOtherTexts(before, seenOf(body))) return { goTo: `${paths.draftReview(id)}?neu=1` };
        const judgement = await this.judgement.submit(form);
        if (judgement.stale) return { goTo: paths.draftComparison(id) };
        if (judgement.outcome === undefined) {
          return { html: this.pages.review(form, judgement), status: 422 };
        }
        await this.flow.finish(form, judgement.outcome);
        return { goTo: paths.draftDone(id) };
      }),
    );
  }

  @Get(routes.draftComparison)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async compare(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return sendAnswer(
      reply,
      await this.withForm(id, async (form) => {
        const { present, compared } = await this.compared(form);
        const { record } = present.beginning;
        const around = { people: await this.people.read(), today: this.clock.today() };
        const view = factConflictView(form.draft, compared, record, around);
        return { html: this.pages.comparison(form, view) };
      }),
    );
  }

  @FormTarget(routes.draftComparison)
  async renew(
    @Param('id') id: string,
    @Posted() body: PostedBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendAnswer(
      reply,
      await this.withForm(id, async (form) => {
        const { present, compared } = await this.compared(form);
        const texts = chosenTexts(compared, form.draft, present.texts, body);
        await this.flow.renew(form, seenOf(body), present, texts);
        return { goTo: paths.draftReview(id) };
      }),
    );
  }

  private async compared(
    form: OpenForm,
  ): Promise<{ readonly present: PresentState; readonly compared: FactComparison }> {
    const present = await this.flow.presentOf(form);
    const theirs = await stepsOf(form.kind, form.draft.subject)(present.texts);
    const steps = { own: form.steps, theirs };
    return { present, compared: factComparison(form.draft, present.texts, steps) };
  }

  private async withReason({ draft }: OpenForm, reason: string): Promise<OpenForm> {
    const { id, step, revision } = draft;
    const texts = { [REASON]: reason };
    return this.flow.open(await this.drafts.save(actor(), { id, seen: revision, step, texts }));
  }

  private async withForm(
    id: string,
    answer: (form: OpenForm) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const draft = await this.drafts.draft(id);
    if (draft.outcome !== null) return { goTo: paths.draftDone(id) };
    return answer(await this.flow.open(draft));
  }
}

function hasOtherTexts({ draft }: OpenForm, seen: number): boolean {
  return Object.entries(draft.changed).some(
    ([path, revision]) => revision > seen && path !== REASON,
  );
}
