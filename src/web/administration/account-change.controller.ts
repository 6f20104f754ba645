import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AccountChangesQueries,
  type AccountChange,
} from '../../identity/account-changes/account-changes.queries.js';
import { SettleAccountChangeUseCase } from '../../identity/account-changes/settle-account-change.use-case.js';
import { acting } from '../../identity/identity.js';
import { AccountQueries } from '../../identity/people/account.queries.js';
import type { Invitation } from '../../identity/people/invite-person.use-case.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { postedChange, type Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { changeAdvice, changeBadge, changeFacts, CHANGE_NAMES } from './account-change.words.js';
import { Invitations } from './invitations.js';
import { originOf } from './origin.js';

/** "Änderung an einem Konto": what one administrator asked for, and the other one decides on. */
@Controller()
export class AccountChangeController {
  constructor(
    private readonly pages: Pages,
    private readonly changes: AccountChangesQueries,
    private readonly settling: SettleAccountChangeUseCase,
    private readonly accounts: AccountQueries,
    private readonly names: PeopleNamesReader,
    private readonly invitations: Invitations,
  ) {}

  @Page(routes.accountChange)
  async show(@Param('id') id: string): Promise<string> {
    return this.render(await this.changes.change(id));
  }

  @FormTarget(routes.accountChangeAgree)
  async agree(
    @Param('id') id: string,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    let link: Invitation | undefined;
    const refusal = await refusalFrom(async () => {
      link = await this.settling.agree(postedChange(body, 'Bestätigt'), id);
    });
    if (link === undefined) return this.answer(reply, id, refusal);
    const account = await this.accounts.account(link.personId);
    const next = { href: paths.person(account.id), label: 'Zum Konto' };
    const around = { area: paths.administration, next, isByHand: true };
    const html = await this.invitations.deliver(link, account, originOf(request), around);
    return sendAnswer(reply, { html });
  }

  @FormTarget(routes.accountChangeDecline)
  async decline(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const refusal = await refusalFrom(() =>
      this.settling.decline(postedChange(body, 'Abgelehnt'), id),
    );
    return this.answer(reply, id, refusal);
  }

  private async answer(
    reply: FastifyReply,
    id: string,
    refusal: RefusalView | undefined,
  ): Promise<void> {
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.accountChange(id) });
    const change = await this.changes.change(id);
    return sendAnswer(reply, { html: await this.render(change, refusal), status: 422 });
  }

  private async render(change: AccountChange, refusal?: RefusalView): Promise<string> {
    const { id, personId, kind, state, askedBy } = change;
    const names = await this.names.read();
    const { ref, roles } = acting();
    const isAdministrator = roles.includes('administrator');
    const mayDecide = isAdministrator && state === 'asked';
    // What the account has left behind can still be put aside.
    const mayDecline = mayDecide || (isAdministrator && state === 'overtaken');
    const isOwn = ref === `person:${askedBy}`;
    const isAsked = mayDecide && !isOwn && ref !== `person:${personId}`;
    const name = names.alone(`person:${personId}`);
    const head = {
      title: CHANGE_NAMES[kind],
      subline: name,
      area: paths.administration,
      back: { href: paths.administration, label: 'Alle Personen und Konten' },
    };
    return this.pages.render('administration/change', head, {
      refusal,
      badge: changeBadge(change),
      facts: changeFacts(change, (who) => names.alone(who)),
      advice: isAsked ? changeAdvice(change) : [],
      waiting:
        mayDecide && isOwn
          ? 'Sie haben das beantragt. Bestätigen muss es eine andere Person der Verwaltung; sie findet es oben auf ihrer Seite „Personen und Konten“.'
          : '',
      agree:
        isAsked && (kind !== 'rights' || change.hasBegun)
          ? paths.accountChangeStep(id, 'bestaetigen')
          : '',
      decline: mayDecline ? paths.accountChangeStep(id, 'ablehnen') : '',
      declineLabel: isOwn ? 'Zurückziehen' : 'Ablehnen',
      person: { href: paths.person(personId), label: `Zum Konto: ${name}` },
    });
  }
}
