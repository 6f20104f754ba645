import { Controller, Param } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { AccountChangesQueries } from '../../identity/account-changes/account-changes.queries.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { Organisations } from '../../identity/organisations.js';
import { AccountQueries } from '../../identity/people/account.queries.js';
import { Reader } from '../../platform/database/reader.js';
import { trailLink } from '../audit/trail-link.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { AccountSteps } from './account-step-list.js';
import { accountView } from './account.view.js';
import { rolesText } from './account.words.js';

/** The page of an account. */
@Controller()
export class PersonController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: AccountQueries,
    private readonly changes: AccountChangesQueries,
    private readonly names: PeopleNamesReader,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
    private readonly steps: AccountSteps,
    private readonly table: AccessTable,
    private readonly settings: WebSettings,
  ) {}

  @Page(routes.person)
  async show(@Param('id') id: string): Promise<string> {
    const account = await this.accounts.account(id);
    const mayChange = this.table.may(acting(), `POST /${routes.personStep}`);
    const organisations = await this.organisations.all(this.reader);
    const own = organisations.find((each) => each.id === account.partnerId);
    const names = await this.names.read();
    const view = accountView(account, {
      organisation: own?.name ?? account.partnerId ?? this.settings.officeName,
      steps: mayChange ? this.steps.all : {},
      sessions: mayChange ? await this.accounts.sessions(id) : [],
      history: await this.accounts.history(id),
      waiting: await this.changes.waitingFor(id),
      nameOf: (ref) => names.alone(ref),
    });
    const head = {
      title: account.name,
      subline: rolesText(account),
      area: paths.administration,
      back: { href: paths.administration, label: 'Alle Personen und Konten' },
      links: [trailLink('person', id)],
    };
    return this.pages.render('administration/person', head, view);
  }
}
