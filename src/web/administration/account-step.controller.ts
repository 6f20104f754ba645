import { Body, Controller, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountQueries, type Account } from '../../identity/people/account.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { cell } from '../components/table.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { stepForm } from '../ledger/step-form.view.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { AccountSteps } from './account-step-list.js';
import type { AccountStep, ReadStep, StepResult } from './account-steps.js';
import { rolesText, standingBadge } from './account.words.js';
import { Invitations } from './invitations.js';
import { originOf } from './origin.js';

/** "Rollen ändern", "Konto schließen" …: each change of an account on a page of its own. */
@Controller()
export class AccountStepController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: AccountQueries,
    private readonly steps: AccountSteps,
    private readonly invitations: Invitations,
  ) {}

  @Page(routes.personStep)
  async ask(@Param('id') id: string, @Param('schritt') name: string): Promise<string> {
    const { account, step } = await this.find(id, name);
    return this.render(account, step, name, step.read(account, undefined));
  }

  @FormTarget(routes.personStep)
  async take(
    @Param('id') id: string,
    @Param('schritt') name: string,
    @Body() body: PageQuery | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { account, step } = await this.find(id, name);
    const given = body ?? {};
    const read = step.read(account, given);
    let result: StepResult;
    const refusal = await refusalFrom(async () => (result = await read.run?.()));
    if (read.run === undefined || refusal !== undefined) {
      const html = this.render(account, step, name, read, given, refusal);
      return sendAnswer(reply, { html, status: 422 });
    }
    if (result === undefined) return sendAnswer(reply, { goTo: paths.person(id) });
    const around = {
      area: paths.administration,
      next: { href: paths.person(id), label: 'Zum Konto' },
    };
    if ('goTo' in result) return sendAnswer(reply, { goTo: result.goTo });
    const html =
      'told' in result
        ? this.invitations.told(result.title, result.told, account, around)
        : await this.invitations.deliver(result, account, originOf(request), around);
    return sendAnswer(reply, { html });
  }

  private async find(id: string, name: string): Promise<{ account: Account; step: AccountStep }> {
    const account = await this.accounts.account(id);
    const step = Object.hasOwn(this.steps.all, name) ? this.steps.all[name] : undefined;
    if (step === undefined) throw new NotFoundException();
    return { account, step };
  }

  private render(
    account: Account,
    step: AccountStep,
    name: string,
    { fields }: ReadStep,
    given: PageQuery = {},
    refusal?: RefusalView,
  ): string {
    const { id } = account;
    const back = { href: paths.person(id), label: 'Zum Konto' };
    const frame = {
      intro: step.intro(account),
      facts: [
        { label: 'Person', value: cell(account.name, account.mail ? { sub: account.mail } : {}) },
        { label: 'Rolle', value: cell(rolesText(account)) },
        { label: 'Stand', value: cell('', { badge: standingBadge(account.standing) }) },
      ],
      action: paths.personStep(id, name),
      button: step.button,
      cancel: { ...back, label: 'Abbrechen' },
    };
    const hidden = [{ name: 'stand', value: account.revision.toString() }];
    const head = { title: step.title, subline: account.name, area: paths.administration, back };
    const form = stepForm(frame, fields, { given, refusal, hidden });
    return this.pages.render('ledger/step', head, form);
  }
}
