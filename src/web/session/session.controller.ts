import { Controller, Get, Header, Post } from '@nestjs/common';
import { acting, type Acting } from '../../identity/identity.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { sessionEndView } from './session-end.view.js';

/** What an open page asks about the session that it belongs to. */
interface SessionState {
  /** The id of who has signed in; '' if nobody has. */
  readonly person: string;
  readonly name: string;
  readonly text: string;
  readonly idleMs: number;
  readonly latestMs: number;
  /** For the forms of a page that is older than the session. */
  readonly token: string;
}

const NONE: SessionState = { person: '', name: '', text: '', idleMs: 0, latestMs: 0, token: '' };

/** How long the session lasts: looked at by open pages, prolonged by a click. */
@Controller()
export class SessionController {
  constructor(private readonly pages: Pages) {}

  /** Looking is no sign of anybody at the desk: it prolongs nothing. */
  @Get(paths.session)
  @Header('cache-control', 'no-store')
  @ApiExcludeEndpoint()
  watch(): SessionState {
    return stateOf(acting());
  }

  /** "Angemeldet bleiben" */
  @Post(paths.session)
  @Header('cache-control', 'no-store')
  @ApiExcludeEndpoint()
  prolong(): SessionState {
    return stateOf(acting());
  }

  /** Where one lands who has signed in again beside a page that waits. */
  @Page(paths.sessionBack)
  back(): string {
    return this.pages.render('session/back', { title: 'Sie sind wieder angemeldet', area: '' }, {});
  }
}

function stateOf(who: Acting): SessionState {
  const end = sessionEndView(who);
  if (end === undefined) return NONE;
  return { ...end, name: who.name, token: who.formToken ?? '' };
}
