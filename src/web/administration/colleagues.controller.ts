import { Body, Controller, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acting } from '../../identity/identity.js';
import { AccountQueries } from '../../identity/people/account.queries.js';
import { ColleaguesUseCase } from '../../identity/people/colleagues.use-case.js';
import type { Invitation } from '../../identity/people/invite-person.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FieldView } from '../components/field.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { stepForm } from '../ledger/step-form.view.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { mailField, NAME } from './account.fields.js';
import { REASON } from './account-steps.js';
import { colleagueSteps } from './colleague-steps.js';
import { colleaguesView } from './colleagues.view.js';
import { Invitations } from './invitations.js';
import { originOf } from './origin.js';
import { StepTaking, type AskedStep } from './step-taking.js';

const BACK = { href: paths.colleagues, label: 'Kolleginnen und Kollegen' };
const AROUND = { area: paths.colleagues, next: BACK };

/** "Kolleginnen und Kollegen": a partner's people keep their own accounts. */
@Controller()
export class ColleaguesController {
  constructor(
    private readonly pages: Pages,
    private readonly colleagues: ColleaguesUseCase,
    private readonly accounts: AccountQueries,
    private readonly invitations: Invitations,
    private readonly taking: StepTaking,
    private readonly settings: WebSettings,
  ) {}

  @Page(paths.colleagues)
  async list(): Promise<string> {
    const who = acting();
    const accounts = await this.accounts.ofPartner(who.partner ?? '');
    const isLead = who.isLead === true;
    const steps = isLead ? colleagueSteps(this.colleagues, who) : {};
    const head = {
      title: BACK.label,
      subline: 'Wer sich für Ihre Organisation anmelden kann',
      area: paths.colleagues,
      ...(isLead && { links: [{ href: paths.colleagueInvitation, label: 'Einladen' }] }),
    };
    const own = who.ref.replace(/^person:/, '');
    const view = colleaguesView(accounts, own, steps);
    return this.pages.render('administration/colleagues', head, view);
  }

  @Page(paths.colleagueInvitation)
  ask(): string {
    return this.renderInvitation(readForm(this.fields(), {}).fields, {});
  }

  @FormTarget(paths.colleagueInvitation)
  async invite(
    @Body() body: PageQuery | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { name: '', ...body };
    const { fields, values } = readForm(this.fields(), given);
    let invitation: Invitation | undefined;
    const refusal =
      values &&
      (await refusalFrom(async () => {
        const change = postedChange(given, values.reason);
        invitation = await this.colleagues.invite(acting(), change, values);
      }));
    if (invitation === undefined) {
      return sendAnswer(reply, {
        html: this.renderInvitation(fields, given, refusal),
        status: 422,
      });
    }
    const account = await this.accounts.account(invitation.personId);
    const html = await this.invitations.deliver(invitation, account, originOf(request), AROUND);
    return sendAnswer(reply, { html });
  }

  @Page(routes.colleagueStep)
  async askStep(@Param('id') id: string, @Param('schritt') name: string): Promise<string> {
    return this.taking.ask(await this.find(id, name));
  }

  @FormTarget(routes.colleagueStep)
  async takeStep(
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
    const steps = colleagueSteps(this.colleagues, acting());
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    if (step === undefined) throw new NotFoundException();
    const action = paths.colleagueStep(id, name);
    return { account, step, action, area: paths.colleagues, back: BACK, facts: [] };
  }

  private fields() {
    return { name: NAME, mail: mailField(this.settings.exampleBook), reason: REASON };
  }

  private renderInvitation(
    fields: readonly FieldView[],
    given: PageQuery,
    refusal?: RefusalView,
  ): string {
    const intro = [
      'Die Person sieht und meldet, was Ihre Organisation betrifft, und nichts darüber hinaus.',
    ];
    const frame = {
      ...{ intro, facts: [], action: paths.colleagueInvitation, button: 'Einladen' },
      cancel: { ...BACK, label: 'Abbrechen' },
    };
    const head = { title: 'Kollegin oder Kollegen einladen', area: paths.colleagues, back: BACK };
    return this.pages.render('ledger/step', head, stepForm(frame, fields, { given, refusal }));
  }
}
