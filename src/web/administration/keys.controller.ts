import { Controller, Param } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { ApiTokensQueries, type Token } from '../../identity/tokens/api-tokens.queries.js';
import type { LinkView } from '../components/link.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { isEndable, NEVER } from './key.words.js';
import { keyFacts, keyHistory, keysTable } from './keys.view.js';

/** "Zugangsschlüssel": which of the office's programs may ask the book, and what for. */
@Controller()
export class KeysController {
  constructor(
    private readonly pages: Pages,
    private readonly tokens: ApiTokensQueries,
    private readonly names: PeopleNamesReader,
    private readonly table: AccessTable,
  ) {}

  @Page(paths.keys)
  async list(): Promise<string> {
    const tokens = await this.tokens.all();
    const nameOf = await this.nameOf();
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
    const nameOf = await this.nameOf();
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

  private async nameOf(): Promise<(ref: string) => string> {
    const names = await this.names.read();
    return (ref) => names.alone(ref);
  }

  private may(path: string): boolean {
    return this.table.may(acting(), `GET ${path}`);
  }
}

/** "Ablehnen" while nobody has consented, "Widerrufen" afterwards. */
export function endLabel({ state }: Pick<Token, 'state'>): string {
  return state === 'open' ? 'Ablehnen' : 'Widerrufen';
}
