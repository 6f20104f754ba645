import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../identity/identity.js';
import { Organisations } from '../../identity/organisations.js';
import { AccountQueries } from '../../identity/people/account.queries.js';
import {
  InvitePersonUseCase,
  type Invitation,
} from '../../identity/people/invite-person.use-case.js';
import type { NewPerson } from '../../identity/people/record-person.use-case.js';
import { Reader } from '../../platform/database/reader.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FieldView } from '../components/field.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FieldDefinition, type FormValues } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { stepForm } from '../ledger/step-form.view.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { LEAD, mailField, NAME, organisationField, rolesField } from './account.fields.js';
import { REASON } from './account-steps.js';
import { Invitations } from './invitations.js';
import { originOf } from './origin.js';

/** Nobody of a partner gets a role of the office. */
type OptionalRoles = FieldDefinition<readonly Role[] | undefined>;

type Fields = Awaited<ReturnType<InvitationController['fields']>>;

const INTRO =
  'Rollen im eigenen Haus gelten erst, wenn eine andere Person der Verwaltung sie bestätigt.';
const NO_ROLE = 'Wählen Sie mindestens eine Rolle.';

/** "Person einladen": an account, and the link with which its person begins. */
@Controller()
export class InvitationController {
  constructor(
    private readonly pages: Pages,
    private readonly inviting: InvitePersonUseCase,
    private readonly invitations: Invitations,
    private readonly accounts: AccountQueries,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
    private readonly settings: WebSettings,
  ) {}

  @Page(paths.invitation)
  async ask(): Promise<string> {
    return this.render(readForm(await this.fields(), {}).fields, {});
  }

  @FormTarget(paths.invitation)
  async invite(
    @Body() body: PageQuery | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { name: '', ...body };
    const { fields, values } = readForm(await this.fields(), given);
    const person = values === undefined ? undefined : personOf(values);
    if (values === undefined || person === undefined) {
      const told = values === undefined ? fields : withoutRole(fields);
      return sendAnswer(reply, { html: this.render(told, given), status: 422 });
    }
    let invitation: Invitation | undefined;
    const refusal = await refusalFrom(async () => {
      invitation = await this.inviting.execute(postedChange(given, values.reason), person);
    });
    if (invitation === undefined) {
      return sendAnswer(reply, { html: this.render(fields, given, refusal), status: 422 });
    }
    const account = await this.accounts.account(invitation.personId);
    const next = { href: paths.person(account.id), label: 'Zum Konto' };
    const around = { area: paths.administration, next };
    const html = await this.invitations.deliver(invitation, account, originOf(request), around);
    return sendAnswer(reply, { html });
  }

  async fields() {
    const organisations = await this.organisations.all(this.reader);
    const { officeName, exampleBook } = this.settings;
    const hint =
      'Im eigenen Haus mindestens eine, bei Weiterleitungsempfängern keine. Sachbearbeitung, Anordnung und Controlling dürfen zusammen vergeben werden.';
    const roles: OptionalRoles = { ...rolesField(), hint, optional: true };
    return {
      name: NAME,
      mail: mailField(exampleBook),
      organisation: organisationField(organisations, officeName),
      roles,
      lead: {
        ...LEAD,
        hint: 'Nur bei Weiterleitungsempfängern: lädt die Kolleginnen und Kollegen ein.',
      },
      reason: REASON,
    };
  }

  private render(fields: readonly FieldView[], given: PageQuery, refusal?: RefusalView): string {
    const back = { href: paths.administration, label: 'Alle Personen und Konten' };
    const head = {
      title: 'Person einladen',
      subline: 'Sie bekommt einen Link und wählt damit ihr Passwort selbst',
      area: paths.administration,
      back,
    };
    const frame = {
      ...{ intro: [INTRO], facts: [], action: paths.invitation, button: 'Einladen' },
      cancel: { ...back, label: 'Abbrechen' },
    };
    const letters = fields.map((field) => ({ ...field, inputMode: '' as const }));
    return this.pages.render('ledger/step', head, stepForm(frame, letters, { given, refusal }));
  }
}

/** Undefined if somebody of the office would get no role. */
function personOf({
  organisation,
  roles = [],
  lead = false,
  name,
  mail,
}: FormValues<Fields>): NewPerson | undefined {
  if (organisation !== undefined) {
    return { name, mail, roles: ['partner'], partnerId: organisation, isLead: lead };
  }
  return roles.length === 0 ? undefined : { name, mail, roles };
}

function withoutRole(fields: readonly FieldView[]): readonly FieldView[] {
  return fields.map((field) =>
    field.name === 'rollen'
      ? { ...field, error: NO_ROLE, describedBy: `${field.id}-hint ${field.id}-error` }
      : field,
  );
}
