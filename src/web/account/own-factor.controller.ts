import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnPassword } from '../../identity/account/own-password.js';
import { actAs, acting } from '../../identity/identity.js';
import { SecondFactors } from '../../identity/second-factor/second-factors.js';
import {
  SetUpSecondFactorUseCase,
  type SetUpFactor,
} from '../../identity/second-factor/set-up-second-factor.use-case.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Visits } from '../access/visits.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { postedText, type Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { codesHead, codesView, factorHead, factorView } from './own-factor.view.js';
import { ownId } from './own.js';

/** "Zweiter Faktor": set up, or how it stands. */
@Controller()
export class OwnFactorController {
  constructor(
    private readonly pages: Pages,
    private readonly ownPassword: OwnPassword,
    private readonly factors: SecondFactors,
    private readonly settingUp: SetUpSecondFactorUseCase,
    private readonly sessions: Sessions,
    private readonly visits: Visits,
    private readonly config: AppConfig,
  ) {}

  @UnkeptPage(paths.ownFactor)
  show(): Promise<string> {
    return this.render();
  }

  /** The first one takes no password: the person has just signed in with it. */
  @FormTarget(paths.ownFactor)
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { since } = await this.factors.of(ownId());
    const refusal = await refusalFrom(async () => {
      if (since === undefined) await this.settingUp.begin(ownId(), '');
    });
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.ownFactor });
    return sendAnswer(reply, { html: await this.render(refusal), status: refusal.status });
  }

  @FormTarget(paths.ownFactorCode)
  async confirm(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    let setUp: SetUpFactor | undefined;
    const [code, origin] = [postedText(body, 'code'), this.visits.origin(request)];
    const refusal = await refusalFrom(async () => {
      setUp = await this.settingUp.confirm(ownId(), code, origin);
    });
    if (setUp === undefined) {
      const html = await this.render(refusal);
      return sendAnswer(reply, { html, status: refusal?.status ?? 422 });
    }
    this.visits.begin(reply, setUp.session);
    return sendAnswer(reply, { html: await this.renderCodes(setUp) });
  }

  /** In the new session: the forms of this page are its own, and its roles count. */
  private async renderCodes({ recoveryCodes, session }: SetUpFactor): Promise<string> {
    const who = (await this.sessions.acting(session.secret)) ?? acting();
    return actAs(who, () =>
      this.pages.render('account/codes', codesHead(true), codesView(recoveryCodes, paths.overview)),
    );
  }

  private async render(refusal?: RefusalView): Promise<string> {
    const { mail = '' } = await this.ownPassword.holder(ownId());
    const view = factorView({
      ...{ mail, refusal, officeName: this.config.officeName },
      standing: await this.factors.of(ownId()),
      secret: await this.settingUp.offered(ownId()),
      isHeldUp: acting().lacksSecondFactor === true,
    });
    return this.pages.render('account/factor', factorHead(acting()), view);
  }
}
