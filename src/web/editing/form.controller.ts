import { Controller, Get, Header, Headers, Param, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Drafts } from '../../drafts/drafts.js';
import { DraftStale } from '../../drafts/drafts.errors.js';
import { Clock } from '../../platform/clock/clock.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { paths, routes } from '../paths.js';
import { draftConflictView } from './comparison.view.js';
import type { FormStep } from './form-field.js';
import { FormFlow } from './form-flow.js';
import { stepFields } from './form-input.js';
import { FormPages } from './form-pages.js';
import { mistakesOf, type OpenForm } from './open-form.js';
import { FormTarget, sendAnswer, type PageAnswer } from './page-answer.js';
import { hasMoved, typedTexts } from './moved-entries.js';
import { Posted, postedStep, seenOf, type PostedBody, type PostedStep } from './posted-step.js';
import { errorsByPath } from './step.view.js';
import { idOf, isWithin } from './form-path.js';

/** The steps of a form: shown, saved, and saved meanwhile by the script of the page. */
@Controller()
export class FormController {
  constructor(
    private readonly drafts: Drafts,
    private readonly flow: FormFlow,
    private readonly pages: FormPages,
    private readonly clock: Clock,
  ) {}

  @Get(routes.draftStep)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async show(
    @Param('id') id: string,
    @Param('step') key: string,
    @Query() query: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendAnswer(
      reply,
      await this.atStep(id, { key }, async (form, step) => {
        const withErrors = queryText(query, 'fehler') === '1';
        const fromReview = queryText(query, 'zurueck') === 'pruefen';
        return { html: await this.pages.step(form, step, { withErrors, fromReview }) };
      }),
    );
  }

  @FormTarget(routes.draftStep)
  async save(
    @Param('id') id: string,
    @Param('step') key: string,
    @Posted() body: PostedBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendAnswer(
      reply,
      await this.atStep(id, { key, body }, async (form, step) => {
        const posted = postedStep(body, step, form.draft.texts);
        if (hasMoved(form.draft, step, posted.seen)) return this.lost(form, body);
        try {
          const saved = await this.flow.save(form, step, posted);
          return { goTo: nextPage(saved.form, step, posted, saved.added) };
        } catch (error) {
          if (!(error instanceof DraftStale)) throw error;
          return this.conflict(id, step, posted, error);
        }
      }),
    );
  }

  /** Saves meanwhile. Answers the new revision, what is wrong with the fields, and the live panels. */
  @Put(routes.draftStep)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async saveMeanwhile(
    @Param('id') id: string,
    @Param('step') key: string,
    @Headers('if-match') seen: string | undefined,
    @Posted() body: PostedBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await this.flow.open(await this.drafts.draft(id));
    const step = form.steps.find((each) => each.key === key);
    if (form.draft.outcome !== null) return reply.status(410).send({});
    const revision = /^"(\d{1,9})"$/.exec(seen ?? '')?.[1] ?? '';
    const sent = { ...body, _revision: revision, _aktion: '' };
    // The person compares: the form is sent the usual way and answered with what was typed.
    if (step === undefined || hasMoved(form.draft, step, seenOf(sent))) {
      return reply.status(412).send({});
    }
    const posted = postedStep(sent, step, form.draft.texts);
    const saved = await this.flow.save(form, step, posted);
    return reply.send(await this.meanwhile(saved.form, step));
  }

  private async meanwhile(form: OpenForm, step: FormStep): Promise<object> {
    return {
      revision: form.draft.revision,
      saved: this.pages.saved(form),
      texts: Object.fromEntries(
        stepFields(step).map(({ path }) => [path, form.draft.texts[path] ?? '']),
      ),
      errors: Object.fromEntries(errorsByPath(form, step)),
      panels: await this.pages.panels(form, step),
    };
  }

  /** What was typed has no place any more; where nothing was, the draft goes on where it is. */
  private lost(form: OpenForm, body: PostedBody): PageAnswer {
    const typed = typedTexts(body, form.fields);
    if (typed.length === 0) return { goTo: paths.draft(form.draft.id) };
    return { html: this.pages.moved(form, typed), status: 412 };
  }

  private async conflict(
    id: string,
    step: FormStep,
    posted: PostedStep,
    { theirs }: DraftStale,
  ): Promise<PageAnswer> {
    const form = await this.flow.open(await this.drafts.draft(id));
    const view = draftConflictView(form, step, posted, theirs, this.clock.today());
    return { html: this.pages.comparison(form, view), status: 412 };
  }

  /** A step that is gone (its entry was taken out) leads to where the draft is. */
  private async atStep(
    id: string,
    { key, body = {} }: { readonly key: string; readonly body?: PostedBody },
    answer: (form: OpenForm, step: FormStep) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const draft = await this.drafts.draft(id);
    if (draft.outcome !== null) return { goTo: paths.draftDone(id) };
    const form = await this.flow.open(draft);
    const step = form.steps.find((each) => each.key === key);
    if (step !== undefined) return answer(form, step);
    return this.lost(form, body);
  }
}

/** Where a step leads: to the entry that was added, to its mistakes, or on. */
function nextPage(
  form: OpenForm,
  step: FormStep,
  { action, fromReview }: PostedStep,
  added: string | undefined,
): string {
  const { draft, steps } = form;
  const back = fromReview ? 'zurueck=pruefen' : '';
  const at = (key: string, ...query: readonly string[]): string => {
    const text = query.filter(Boolean).join('&');
    return text === ''
      ? paths.draftStep(draft.id, key)
      : `${paths.draftStep(draft.id, key)}?${text}`;
  };
  if (added !== undefined) {
    const home = steps.find(({ entry }) => entry !== undefined && isWithin(added, entry));
    const own = home?.entry === added ? home : step;
    return own === step ? `${at(step.key, back)}#${idOf(added)}` : at(own.key, back);
  }
  if (action.startsWith('remove:')) {
    const isThere = steps.some(({ key }) => key === step.key);
    return isThere ? at(step.key, back) : at(steps.at(-1)?.key ?? step.key, back);
  }
  if (action === 'gehe:pruefen') return paths.draftReview(draft.id);
  const wanted = steps.find(({ key }) => action === `gehe:${key}`);
  if (wanted !== undefined) return at(wanted.key, back);
  if (action === 'pruefen' || mistakesOf(form, step).length > 0) {
    return at(step.key, 'fehler=1', back);
  }
  const next = steps[steps.findIndex(({ key }) => key === step.key) + 1];
  return fromReview || next === undefined ? paths.draftReview(draft.id) : at(next.key);
}
