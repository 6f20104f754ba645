import { Body, Controller, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acting } from '../../identity/identity.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { SignInAsDemoUseCase } from '../../identity/sign-in/sign-in-as-demo.use-case.js';
import { SignInUseCase, type SignInAnswer } from '../../identity/sign-in/sign-in.use-case.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { Visits } from '../access/visits.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { postedText, type Posted } from '../forms/posted.js';
import { refusalFrom } from '../forms/refused.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Landing } from './landing.js';
import { ownAddress } from './own-address.js';
import { SignInPage } from './sign-in.page.js';

/** "Anmelden" and "Abmelden". */
@Controller()
export class SignInController {
  constructor(
    private readonly page: SignInPage,
    private readonly signingIn: SignInUseCase,
    private readonly signingInAsDemo: SignInAsDemoUseCase,
    private readonly sessions: Sessions,
    private readonly visits: Visits,
    private readonly landing: Landing,
  ) {}

  @UnkeptPage(paths.signIn())
  show(@Query() query: PageQuery): Promise<string> {
    const isPasswordNew = queryText(query, 'fertig') === 'passwort';
    return this.page.render({ to: queryText(query, 'weiter'), isPasswordNew });
  }

  @Post(paths.signIn())
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async signIn(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [to, mail] = [postedText(body, 'weiter'), postedText(body, 'mail')];
    const password = typedPassword(body);
    let answer: SignInAnswer | undefined;
    const refusal = await refusalFrom(async () => {
      answer = await this.signingIn.execute({ mail, password }, this.visits.origin(request));
    });
    if (answer !== undefined) return this.goOn(reply, answer, to);
    const html = await this.page.render({ to, mail, refusal });
    const status = refusal?.status ?? 200;
    await reply.status(status).type('text/html; charset=utf-8').send(html);
  }

  @Post(paths.demoSignIn)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async demo(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const origin = this.visits.origin(request);
    const session = await this.signingInAsDemo.execute(postedText(body, 'konto'), origin);
    await this.goOn(reply, { kind: 'signed-in', session }, postedText(body, 'weiter'));
  }

  @Post(paths.signOut)
  @ApiExcludeEndpoint()
  async signOut(@Res() reply: FastifyReply): Promise<void> {
    const { session } = acting();
    if (session !== undefined) await this.sessions.end(session, 'signed-out');
    this.visits.end(reply);
    await reply.redirect(paths.signIn(), 303);
  }

  private async goOn(reply: FastifyReply, answer: SignInAnswer, to: string): Promise<void> {
    if (answer.kind === 'second-factor') {
      this.visits.keepTicket(reply, answer.ticket);
      await reply.redirect(paths.secondFactor(ownAddress(to)), 303);
      return;
    }
    this.visits.begin(reply, answer.session);
    await reply.redirect(await this.landing.of(answer.session, to), 303);
  }
}

/** Every character counts, also a space at the end. */
export function typedPassword(body: Posted, name = 'passwort'): string {
  const value = body?.[name];
  return typeof value === 'string' ? value : '';
}
