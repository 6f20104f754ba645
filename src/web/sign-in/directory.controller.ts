import { strict as assert } from 'node:assert';
import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  SignInAtDirectoryUseCase,
  type DirectorySignIn,
} from '../../identity/directory/sign-in-at-directory.use-case.js';
import { acting } from '../../identity/identity.js';
import { Visits } from '../access/visits.js';
import { FormTarget } from '../editing/page-answer.js';
import { postedText, type Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { Landing } from './landing.js';
import { ownAddress } from './own-address.js';
import { SignInPage } from './sign-in.page.js';

const HTML = 'text/html; charset=utf-8';

/** "Mit dem Konto des Hauses anmelden": to the office's directory, and back. */
@Controller()
export class DirectoryController {
  constructor(
    private readonly pages: Pages,
    private readonly page: SignInPage,
    private readonly signingIn: SignInAtDirectoryUseCase,
    private readonly visits: Visits,
    private readonly landing: Landing,
  ) {}

  /**
   * A page that leads on by itself, not a redirect: our pages allow no form to lead elsewhere, and
   * browsers hold each redirect after a form to that, also those of the directory.
   */
  @FormTarget(paths.directorySignIn)
  async begin(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = ownAddress(postedText(body, 'weiter'));
    let url = '';
    const refusal = await refusalFrom(async () => {
      url = await this.signingIn.begin(browserOf(), to, this.visits.origin(request));
    });
    if (refusal !== undefined) return this.refuse(reply, to, refusal);
    const head = { title: 'Weiter zum Konto des Hauses', area: '' };
    await reply
      .status(200)
      .header('refresh', `0; url=${url}`)
      .type(HTML)
      .send(this.pages.render('sign-in/directory', head, { url }));
  }

  @UnkeptPage(paths.directoryAnswer)
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.slice(request.url.indexOf('?') + 1);
    let signedIn: DirectorySignIn | undefined;
    const refusal = await refusalFrom(async () => {
      signedIn = await this.signingIn.finish(browserOf(), query, this.visits.origin(request));
    });
    if (signedIn === undefined) return this.refuse(reply, '', refusal);
    this.visits.begin(reply, signedIn.session);
    await reply.redirect(await this.landing.of(signedIn.session, signedIn.leadsTo), 303);
  }

  private async refuse(
    reply: FastifyReply,
    to: string,
    refusal: RefusalView | undefined,
  ): Promise<void> {
    const html = await this.page.render({ to, refusal });
    await reply
      .status(refusal?.status ?? 403)
      .type(HTML)
      .send(html);
  }
}

/** What only this browser holds: its pages are the only ones that know it. */
function browserOf(): string {
  const { formToken } = acting();
  assert(formToken !== undefined, 'open pages give each browser a cookie');
  return formToken;
}
