import { Body, Controller, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PassSecondFactorUseCase } from '../../identity/second-factor/pass-second-factor.use-case.js';
import { SignInStepOver } from '../../identity/second-factor/second-factor.errors.js';
import type { OpenedSession } from '../../identity/sessions/sessions.js';
import { Visits } from '../access/visits.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { errorSummary, fieldView } from '../components/field.js';
import { FormTarget } from '../editing/page-answer.js';
import { postedText, type Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { Landing } from './landing.js';

const BACK = { href: paths.signIn(), label: 'Zur Anmeldung' };

/** "Zweiter Faktor": the step after a right password. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly pages: Pages,
    private readonly passing: PassSecondFactorUseCase,
    private readonly visits: Visits,
    private readonly landing: Landing,
  ) {}

  /** @throws SignInStepOver where nobody's password was right of late */
  @UnkeptPage(routes.secondFactor)
  async show(@Query() query: PageQuery, @Req() request: FastifyRequest): Promise<string> {
    await this.passing.holder(this.visits.ticket(request));
    return this.render(queryText(query, 'weiter'));
  }

  @FormTarget(routes.secondFactor)
  async pass(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [to, code] = [postedText(body, 'weiter'), postedText(body, 'code')];
    const ticket = this.visits.ticket(request);
    if (ticket === '') throw new SignInStepOver({});
    let session: OpenedSession | undefined;
    const refusal = await refusalFrom(async () => {
      session = await this.passing.execute(ticket, code, this.visits.origin(request));
    });
    if (session !== undefined) {
      this.visits.begin(reply, session);
      await reply.redirect(await this.landing.of(session, to), 303);
      return;
    }
    await reply
      .status(refusal?.status ?? 422)
      .type('text/html; charset=utf-8')
      .send(this.render(to, refusal));
  }

  private render(to: string, refusal?: RefusalView): string {
    const isAtField = refusal?.status === 422;
    const field = fieldView({
      ...{ kind: 'code', name: 'code', label: 'Code' },
      hint: 'Sechs Ziffern aus Ihrer App, oder einer Ihrer Wiederherstellungscodes',
      error: isAtField ? refusal.texts.join(' ') : '',
    });
    const head = { title: 'Code eingeben', subline: 'Zweiter Schritt der Anmeldung', area: '' };
    return this.pages.render(
      'sign-in/code',
      { ...head, back: BACK },
      {
        ...{ to, fields: [field], errors: errorSummary([field]) },
        action: `/${routes.secondFactor}`,
        refusal: isAtField ? undefined : refusal,
      },
    );
  }
}
