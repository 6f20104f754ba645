import { Body, Controller, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountQueries } from '../../identity/people/account.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { cell } from '../components/table.js';
import { FormTarget } from '../editing/page-answer.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { AccountSteps } from './account-step-list.js';
import { rolesText } from './account.words.js';
import { StepTaking, type AskedStep } from './step-taking.js';

/** "Rollen ändern", "Konto schließen" …: each change of an account on a page of its own. */
@Controller()
export class AccountStepController {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly steps: AccountSteps,
    private readonly taking: StepTaking,
  ) {}

  @Page(routes.personStep)
  async ask(@Param('id') id: string, @Param('schritt') name: string): Promise<string> {
    return this.taking.ask(await this.find(id, name));
  }

  @FormTarget(routes.personStep)
  async take(
    @Param('id') id: string,
    @Param('schritt') name: string,
    @Body() body: PageQuery | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.taking.take(await this.find(id, name), body ?? {}, request, reply);
  }

  private async find(id: string, name: string): Promise<AskedStep> {
    const account = await this.accounts.account(id);
    const step = Object.hasOwn(this.steps.all, name) ? this.steps.all[name] : undefined;
    if (step === undefined) throw new NotFoundException();
    return {
      ...{ account, step, action: paths.personStep(id, name), area: paths.administration },
      back: { href: paths.person(id), label: 'Zum Konto' },
      facts: [{ label: 'Rolle', value: cell(rolesText(account)) }],
    };
  }
}
