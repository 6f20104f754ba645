import { Controller, Query } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { AccountChangesQueries } from '../../identity/account-changes/account-changes.queries.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { Organisations } from '../../identity/organisations.js';
import { AccountQueries, type Account } from '../../identity/people/account.queries.js';
import { Reader } from '../../platform/database/reader.js';
import type { PageQuery } from '../as-of/as-of.js';
import { PeopleNamesReader } from '../book/people-names.js';
import type { NoteView } from '../components/parts.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { waitingView } from './account-change.words.js';
import { peopleListView } from './people-list.view.js';

/** "Verwaltung": who has an account; no page of it holds a case. */
@Controller()
export class PeopleController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: AccountQueries,
    private readonly changes: AccountChangesQueries,
    private readonly names: PeopleNamesReader,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
    private readonly table: AccessTable,
    private readonly settings: WebSettings,
  ) {}

  @Page(paths.administration)
  async list(@Query() query: PageQuery): Promise<string> {
    const accounts = await this.accounts.all();
    const organisations = await this.organisations.all(this.reader);
    const mayInvite = this.table.may(acting(), `GET ${paths.invitation}`);
    const head = {
      title: 'Personen und Konten',
      subline: 'Wer sich anmelden kann, und mit welcher Rolle',
      area: paths.administration,
      ...(mayInvite && { links: [{ href: paths.invitation, label: 'Person einladen' }] }),
    };
    const list = peopleListView(accounts, organisations, this.settings.officeName, query);
    const names = await this.names.read();
    const waiting = await this.changes.waiting();
    return this.pages.render('administration/people', head, {
      ...{ list, note: this.note(accounts) },
      waiting: waiting.map((change) => waitingView(change, (ref) => names.alone(ref))),
    });
  }

  /** In an empty book the first administrator is alone. */
  private note(accounts: readonly Account[]): NoteView | undefined {
    const active = accounts.filter(
      ({ standing, roles }) => standing === 'active' && roles.includes('administrator'),
    );
    if (active.length > 1) return undefined;
    const text =
      'Es gibt erst ein Konto der Verwaltung, mit dem sich jemand anmelden kann. Rollen, Links und ' +
      'neue Mailadressen gelten erst, wenn eine zweite Person der Verwaltung sie bestätigt. Diese ' +
      'zweite Person lädt einmal ein, wer das Programm betreibt (an der Konsole mit „user invite“).';
    return { tone: 'warning', texts: [text] };
  }
}
