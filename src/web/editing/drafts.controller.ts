import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Drafts, type Draft } from '../../drafts/drafts.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { beginButton } from './begin-button.js';
import { FormRights } from './form-rights.js';
import { FormFlow, type LostForm } from './form-flow.js';
import { FormPages } from './form-pages.js';
import { option, type FormOutcome, type Texts } from './form-kind.js';
import type { OpenForm } from './open-form.js';
import { FormTarget, sendAnswer } from './page-answer.js';
import { Posted, bodyText, type PostedBody } from './posted-step.js';

/** "Entwürfe": begun, listed, thrown away, entered. */
@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly flow: FormFlow,
    private readonly rights: FormRights,
    private readonly pages: FormPages,
  ) {}

  @Page(paths.drafts)
  async list(@Query() query: PageQuery): Promise<string> {
    const forms = await this.opened(await this.drafts.open());
    return this.pages.list(forms, { discarded: queryText(query, 'verworfen') === '1' });
  }

  /** Opens a form; where a draft of the same is open already, it is offered first. */
  @FormTarget(paths.drafts)
  async begin(@Posted() body: PostedBody, @Res() reply: FastifyReply): Promise<void> {
    const [kind, subject] = [bodyText(body, 'art'), bodyText(body, 'fuer')];
    const options = optionsOf(body);
    const open = await this.openAlike(kind, subject, options);
    if (open.length > 0 && bodyText(body, 'neu') !== '1') {
      const more = new URLSearchParams(
        Object.entries(options).map(([name, text]): [string, string] => [OPTION + name, text]),
      ).toString();
      const address = paths.draftsOf(kind, subject);
      return sendAnswer(reply, { goTo: more === '' ? address : `${address}&${more}` });
    }
    const id = await this.flow.begin(kind, subject === '' ? null : subject, options);
    return sendAnswer(reply, { goTo: paths.draft(id) });
  }

  /** The open drafts of the same: go on, or begin anew. */
  @Page(routes.draftsOf)
  async offer(@Query() query: PageQuery): Promise<string> {
    const [kind, subject] = [queryText(query, 'art'), queryText(query, 'fuer')];
    const options = optionsOf(query);
    const forms = await this.opened(await this.openAlike(kind, subject, options));
    return this.pages.list(forms, {
      ...(forms.length > 0 && { title: 'Entwurf fortsetzen?' }),
      intro:
        forms.length === 0
          ? ''
          : 'Dazu gibt es schon einen Entwurf. Setzen Sie ihn fort, oder beginnen Sie neu; der alte bleibt liegen.',
      anew: beginButton('Neu beginnen', kind, { subject, options, anew: true }),
    });
  }

  @Get(routes.draft)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async open(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const draft = await this.drafts.draft(id);
    if (draft.outcome !== null) return sendAnswer(reply, { goTo: paths.draftDone(id) });
    const { steps } = await this.flow.open(draft);
    const step = steps.find(({ key }) => key === draft.step) ?? steps[0];
    const goTo = step === undefined ? paths.draftReview(id) : paths.draftStep(id, step.key);
    return sendAnswer(reply, { goTo });
  }

  /** Asks before what was typed is gone. */
  @Get(routes.draftDiscard)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async askDiscard(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const draft = await this.drafts.draft(id);
    if (draft.outcome !== null) return sendAnswer(reply, { goTo: paths.draftDone(id) });
    return sendAnswer(reply, { html: await this.pages.discard(await this.flow.openOrLost(draft)) });
  }

  @FormTarget(routes.draftDiscard)
  async discard(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.drafts.discard(id);
    return sendAnswer(reply, { goTo: `${paths.drafts}?verworfen=1` });
  }

  @Get(routes.draftDone)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async done(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { outcome } = await this.drafts.draft(id);
    if (outcome === null) return sendAnswer(reply, { goTo: paths.draft(id) });
    return sendAnswer(reply, { html: this.pages.done(outcome as unknown as FormOutcome) });
  }

  /** Open drafts about one fact, or of something new from the same place: an amendment of one contract. */
  private async openAlike(
    kind: string,
    subject: string,
    options: Texts,
  ): Promise<readonly Draft[]> {
    if (subject !== '') return this.drafts.open({ kind, subject });
    const asked = Object.entries(options);
    if (asked.length === 0) return [];
    const open = await this.drafts.open({ kind, subject: null });
    return open.filter(({ texts }) =>
      asked.every(([name, text]) => option({ texts }, name) === text),
    );
  }

  /** Those whose form is for whoever asks, and those that no form can show any more. */
  private opened(drafts: readonly Draft[]): Promise<readonly (OpenForm | LostForm)[]> {
    const own = drafts.filter(({ kind }) => !this.rights.isRefused(kind));
    return Promise.all(own.map((draft) => this.flow.openOrLost(draft)));
  }
}

const OPTION = 'o.';

/** "o.contract" -> "contract"; what has no name is none. */
function optionsOf(sent: PostedBody): Texts {
  return Object.fromEntries(
    Object.keys(sent)
      .filter((name) => name.startsWith(OPTION) && name.length > OPTION.length)
      .map((name) => [name.slice(OPTION.length), bodyText(sent, name)] as const),
  );
}
