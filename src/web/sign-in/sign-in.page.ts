import { Injectable } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { Organisations } from '../../identity/organisations.js';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { Reader } from '../../platform/database/reader.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { RefusalView } from '../forms/refused.js';
import { paths } from '../paths.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { demoChoice, type DemoChoiceView } from './demo-choice.view.js';

/** What somebody typed so far, and what became of it. */
export interface SignInState {
  readonly to: string;
  readonly mail?: string;
  readonly refusal?: RefusalView | undefined;
  /** Somebody has just chosen a password. */
  readonly isPasswordNew?: boolean;
}

interface SignInView {
  readonly to: string;
  readonly action: string;
  readonly demoAction: string;
  readonly forgotten: string;
  readonly fields: readonly FieldView[];
  readonly refusal: RefusalView | undefined;
  readonly done: string;
  /** Who has signed in already; '' for nobody. */
  readonly signedIn: string;
  readonly demo: DemoChoiceView | undefined;
}

/** The page "Anmelden". */
@Injectable()
export class SignInPage {
  constructor(
    private readonly pages: Pages,
    private readonly settings: WebSettings,
    private readonly people: PeopleQueries,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
  ) {}

  async render({ to, mail = '', refusal, isPasswordNew = false }: SignInState): Promise<string> {
    const view: SignInView = {
      ...{ to, refusal, signedIn: acting().name, demo: await this.demo() },
      ...{ action: paths.signIn(), demoAction: paths.demoSignIn, forgotten: paths.forgotten },
      done: isPasswordNew
        ? 'Ihr neues Passwort gilt. Melden Sie sich jetzt damit an; alle anderen Sitzungen sind beendet.'
        : '',
      fields: [
        fieldView({ kind: 'mail', name: 'mail', label: 'Mailadresse', value: mail }),
        fieldView({ kind: 'password', name: 'passwort', label: 'Passwort' }),
      ],
    };
    return this.pages.render('sign-in', { title: 'Anmelden', area: '' }, view);
  }

  /** Only an example book offers its accounts to whoever comes by. */
  private async demo(): Promise<DemoChoiceView | undefined> {
    if (!this.settings.exampleBook) return undefined;
    return demoChoice(await this.people.all(), await this.organisations.all(this.reader));
  }
}
