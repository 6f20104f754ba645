import { Body, Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acting } from '../../identity/identity.js';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { Visits } from '../access/visits.js';
import { postedText, type Posted } from '../forms/posted.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { ROLE_NAMES } from '../shell/person.view.js';

const OWN_ADDRESS = /^\/(?![/\\])/;

/** "Anmelden" and "Abmelden". */
@Controller()
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly people: PeopleQueries,
    private readonly sessions: Sessions,
    private readonly visits: Visits,
  ) {}

  @Page(paths.signIn())
  async show(@Query('weiter') to = ''): Promise<string> {
    const people = await this.people.all();
    const demo = people
      .filter(({ kind, isClosed }) => kind === 'demo' && !isClosed)
      .map(({ id, name, roles }) => ({
        id,
        name,
        role: roles.map((r) => ROLE_NAMES[r]).join(', '),
      }));
    const head = { title: 'Anmelden', area: '' };
    return this.pages.render('sign-in', head, { demo, to });
  }

  @Post(paths.demoSignIn)
  @ApiExcludeEndpoint()
  async demo(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.people.person(postedText(body, 'konto'));
    if (person?.kind !== 'demo' || person.isClosed) return redirect(reply, paths.signIn());
    const browser = request.headers['user-agent'] ?? '';
    const origin = { address: request.ip, browser };
    this.visits.begin(reply, await this.sessions.open(person.id, 'demo', origin));
    const to = postedText(body, 'weiter');
    await redirect(reply, OWN_ADDRESS.test(to) ? to : paths.overview);
  }

  @Post(paths.signOut)
  @ApiExcludeEndpoint()
  async signOut(@Res() reply: FastifyReply): Promise<void> {
    const { session } = acting();
    if (session !== undefined) await this.sessions.end(session, 'signed-out');
    this.visits.end(reply);
    await redirect(reply, paths.signIn());
  }
}

async function redirect(reply: FastifyReply, to: string): Promise<void> {
  await reply.redirect(to, 303);
}
