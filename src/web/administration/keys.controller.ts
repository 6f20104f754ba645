import { Controller, Param } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { ApiTokensQueries, type Token } from '../../identity/tokens/api-tokens.queries.js';
import type { LinkView } from '../components/link.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { actorNames } from './account.words.js';
import { isEndable, NEVER } from './key.words.js';
import { keyFacts, keyHistory, keysTable } from './keys.view.js';

/** "Zugangsschlüssel": which of the office's programs may ask the book, and what for. */
@Controller()
export class KeysController {
  constructor(
    private readonly pages: Pages,
    private readonly tokens: ApiTokensQueries,
    private readonly people: PeopleQueries,
    private readonly table: AccessTable,
  ) {}

  @Page(paths.keys)
  async list(): Promise<string> {
    const tokens = await this.tokens.all();
    const nameOf = actorNames(await this.people.all());
    const head = {
      title: 'Zugangsschlüssel',
      subline: 'Für die eigenen Fachverfahren des Hauses, etwa Kasse oder Berichtswesen',
      area: paths.keys,
      ...(this.may(paths.newKey) && {
        links: [{ href: paths.newKey, label: 'Zugangsschlüssel anlegen' }],
      }),
    };
    const view = {
      intro: NEVER,
      table: tokens.length === 0 ? undefined : keysTable(tokens, nameOf),
    };
    return this.pages.render('administration/keys', head, view);
  }

  @Page(routes.key)
  async show(@Param('id') id: string): Promise<string> {
    const token = await this.tokens.token(id);
    const nameOf = actorNames(await this.people.all());
    const head = {
      title: token.purpose,
      subline: 'Zugangsschlüssel für ein Fachverfahren',
      area: paths.keys,
      back: { href: paths.keys, label: 'Alle Zugangsschlüssel' },
      links: this.ways(token),
    };
    const view = {
      facts: keyFacts(token, nameOf),
      history: keyHistory(await this.tokens.history(id), nameOf),
    };
    return this.pages.render('administration/key', head, view);
  }

  private ways(token: Token): readonly LinkView[] {
    const { id, state } = token;
    const mayConsent = state === 'open' && this.may(`/${routes.keyConsent}`);
    const mayEnd = isEndable(token) && this.may(`/${routes.keyEnd}`);
    return [
      ...(mayConsent ? [{ href: paths.keyConsent(id), label: 'Zustimmen' }] : []),
      ...(mayEnd ? [{ href: paths.keyEnd(id), label: endLabel(token) }] : []),
    ];
  }

  private may(path: string): boolean {
    return this.table.may(acting(), `GET ${path}`);
  }
}

/** "Ablehnen" while nobody has consented, "Widerrufen" afterwards. */
export function endLabel({ state }: Pick<Token, 'state'>): string {
  return state === 'open' ? 'Ablehnen' : 'Widerrufen';
}
