import { Injectable } from '@nestjs/common';
import { AccountChangesQueries } from '../../identity/account-changes/account-changes.queries.js';
import { OwnSessions } from '../../identity/account/own-sessions.js';
import { DeputiesQueries } from '../../identity/deputies/deputies.queries.js';
import { acting } from '../../identity/identity.js';
import { Organisations } from '../../identity/organisations.js';
import { UnknownPerson } from '../../identity/people/people.errors.js';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { needsSecondFactor } from '../../identity/second-factor/second-factor.rules.js';
import { SecondFactors } from '../../identity/second-factor/second-factors.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Reader } from '../../platform/database/reader.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { Pages } from '../shell/pages.js';
import { ownAccountView } from './own-account.view.js';
import { ownId } from './own.js';

/** The page "Mein Konto". */
@Injectable()
export class OwnAccountPage {
  constructor(
    private readonly pages: Pages,
    private readonly people: PeopleQueries,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
    private readonly factors: SecondFactors,
    private readonly sessions: OwnSessions,
    private readonly changes: AccountChangesQueries,
    private readonly deputies: DeputiesQueries,
    private readonly names: PeopleNamesReader,
    private readonly config: AppConfig,
  ) {}

  /** @param done what was just done: "passwort", "aus", "sitzungen" */
  async render(done: string): Promise<string> {
    const [id, { roles, session = '' }] = [ownId(), acting()];
    const person = await this.people.person(id);
    if (person === undefined) throw new UnknownPerson({ id });
    const organisations = await this.organisations.all(this.reader);
    const own = organisations.find((each) => each.id === person.partnerId);
    const names = await this.names.read();
    const view = ownAccountView(person, {
      ...{ done, roles, session },
      organisation: own?.name ?? person.partnerId ?? this.config.officeName,
      factor: await this.factors.of(id),
      isFactorNeeded: this.config.secondFactor && needsSecondFactor({ ...person, roles }),
      sessions: await this.sessions.of(id),
      waiting: (await this.changes.waitingFor(id)).flatMap(({ kind, roles: asked = [] }) =>
        kind === 'rights' ? asked : [],
      ),
      deputies: (await this.deputies.waitingFor(id)).map(({ personId, role }) => ({
        name: names.alone(`person:${personId}`),
        role,
      })),
    });
    const head = { title: 'Mein Konto', subline: person.name, area: '' };
    return this.pages.render('account/overview', head, view);
  }
}
