import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { ApiTokensQueries, type Token } from '../../identity/tokens/api-tokens.queries.js';
import { SettleTokenUseCase } from '../../identity/tokens/settle-token.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { reasonField, stepForm } from '../ledger/step-form.view.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { actorNames } from './account.words.js';
import { NEVER } from './key.words.js';
import { endLabel } from './keys.controller.js';
import { keyFacts } from './keys.view.js';

/** A decision about a key: how its page looks, and what it does. */
interface Decision {
  readonly title: string;
  readonly intro: readonly string[];
  readonly action: string;
  readonly button: string;
  readonly run: (change: FactChange) => Promise<void>;
}

const FIELDS = { reason: reasonField('Grund', 'Steht im Verlauf des Schlüssels') };

/** "Zustimmen", "Ablehnen", "Widerrufen". */
@Controller()
export class KeyStepController {
  constructor(
    private readonly pages: Pages,
    private readonly tokens: ApiTokensQueries,
    private readonly people: PeopleQueries,
    private readonly settling: SettleTokenUseCase,
  ) {}

  @Page(routes.keyConsent)
  async askConsent(@Param('id') id: string): Promise<string> {
    const token = await this.tokens.token(id);
    return this.render(token, this.consent(token), {});
  }

  @FormTarget(routes.keyConsent)
  async giveConsent(
    @Param('id') id: string,
    @Body() body: PageQuery | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = await this.tokens.token(id);
    await this.decide(token, this.consent(token), body, reply);
  }

  @Page(routes.keyEnd)
  async askEnd(@Param('id') id: string): Promise<string> {
    const token = await this.tokens.token(id);
    return this.render(token, this.end(token), {});
  }

  @FormTarget(routes.keyEnd)
  async endKey(
    @Param('id') id: string,
    @Body() body: PageQuery | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = await this.tokens.token(id);
    await this.decide(token, this.end(token), body, reply);
  }

  private consent({ id }: Token): Decision {
    return {
      title: 'Zustimmen',
      intro: [
        'Stimmen Sie zu, wenn Sie wissen, welches Fachverfahren das ist und wozu es das Buch braucht.',
        NEVER,
      ],
      action: paths.keyConsent(id),
      button: 'Zustimmen',
      run: (change) => this.settling.consent(change, id),
    };
  }

  private end(token: Token): Decision {
    return {
      title: endLabel(token),
      intro: ['Der Schlüssel gilt danach nicht mehr; das lässt sich nicht rückgängig machen.'],
      action: paths.keyEnd(token.id),
      button: endLabel(token),
      run: (change) => this.settling.revoke(change, token.id),
    };
  }

  private async decide(
    token: Token,
    decision: Decision,
    body: PageQuery | undefined,
    reply: FastifyReply,
  ): Promise<void> {
    const given = { grund: '', ...body };
    const { values } = readForm(FIELDS, given);
    const refusal =
      values && (await refusalFrom(() => decision.run(postedChange(given, values.reason))));
    if (values !== undefined && refusal === undefined) {
      return sendAnswer(reply, { goTo: paths.key(token.id) });
    }
    const html = await this.render(token, decision, given, refusal);
    return sendAnswer(reply, { html, status: 422 });
  }

  private async render(
    token: Token,
    { title, intro, action, button }: Decision,
    given: PageQuery,
    refusal?: RefusalView,
  ): Promise<string> {
    const back = { href: paths.key(token.id), label: 'Zum Schlüssel' };
    const facts = keyFacts(token, actorNames(await this.people.all()));
    const frame = { intro, facts, action, button, cancel: { ...back, label: 'Abbrechen' } };
    const { fields } = readForm(FIELDS, given);
    const hidden = [{ name: 'stand', value: token.revision.toString() }];
    const head = { title, subline: token.purpose, area: paths.keys, back };
    return this.pages.render(
      'ledger/step',
      head,
      stepForm(frame, fields, { given, refusal, hidden }),
    );
  }
}
