import { Body, Controller, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OwnPassword } from '../../identity/account/own-password.js';
import { acting } from '../../identity/identity.js';
import { ChangeSecondFactorUseCase } from '../../identity/second-factor/change-second-factor.use-case.js';
import { SetUpSecondFactorUseCase } from '../../identity/second-factor/set-up-second-factor.use-case.js';
import { errorSummary, fieldView } from '../components/field.js';
import { FormTarget, sendAnswer, type PageAnswer } from '../editing/page-answer.js';
import type { Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { typedPassword } from '../sign-in/sign-in.controller.js';
import { codesHead, codesView } from './own-factor.view.js';
import { ownId } from './own.js';

/** A change of one's second factor that takes the password. */
interface FactorStep {
  readonly title: string;
  readonly intro: readonly string[];
  readonly button: string;
  readonly run: (password: string) => Promise<PageAnswer>;
}

const BACK = { href: paths.ownFactor, label: 'Zweiter Faktor' };
const FIELDS = { password: { name: 'passwort', pointer: '/password' } };

/** "Telefon wechseln", "Neue Wiederherstellungscodes", "Ausschalten". */
@Controller()
export class OwnFactorStepController {
  private readonly steps: Readonly<Record<string, FactorStep>> = {
    wechseln: {
      title: 'Auf ein anderes Telefon wechseln',
      intro: [
        'Sie bekommen einen neuen Schlüssel für die App auf dem neuen Telefon. Das bisherige gilt, bis ' +
          'das neue einen Code gezeigt hat; dann gibt es auch neue Wiederherstellungscodes.',
      ],
      button: 'Weiter',
      run: async (password) => {
        await this.settingUp.begin(ownId(), password);
        return { goTo: paths.ownFactor };
      },
    },
    codes: {
      title: 'Neue Wiederherstellungscodes',
      intro: ['Die bisherigen gelten danach nicht mehr.'],
      button: 'Neue Codes ausstellen',
      run: async (password) => {
        const codes = await this.changing.renewCodes(ownId(), password);
        const view = codesView(codes, paths.ownAccount);
        return { html: this.pages.render('account/codes', codesHead(false), view) };
      },
    },
    ausschalten: {
      title: 'Zweiten Faktor ausschalten',
      intro: [
        'Danach reicht bei der Anmeldung das Passwort. Die Wiederherstellungscodes gelten nicht mehr.',
      ],
      button: 'Ausschalten',
      run: async (password) => {
        await this.changing.switchOff(ownId(), password, acting().roles);
        return { goTo: `${paths.ownAccount}?fertig=aus` };
      },
    },
  };

  constructor(
    private readonly pages: Pages,
    private readonly ownPassword: OwnPassword,
    private readonly settingUp: SetUpSecondFactorUseCase,
    private readonly changing: ChangeSecondFactorUseCase,
  ) {}

  @UnkeptPage(routes.ownFactorStep)
  ask(@Param('schritt') name: string): Promise<string> {
    return this.render(name);
  }

  @FormTarget(routes.ownFactorStep)
  async take(
    @Param('schritt') name: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const step = this.step(name);
    let answer: PageAnswer | undefined;
    const refusal = await refusalFrom(async () => {
      answer = await step.run(typedPassword(body));
    }, FIELDS);
    if (answer !== undefined) return sendAnswer(reply, answer);
    const html = await this.render(name, refusal);
    return sendAnswer(reply, { html, status: refusal?.status ?? 422 });
  }

  private step(name: string): FactorStep {
    const step = Object.hasOwn(this.steps, name) ? this.steps[name] : undefined;
    if (step === undefined) throw new NotFoundException();
    return step;
  }

  private async render(name: string, refusal?: RefusalView): Promise<string> {
    const { title, intro, button } = this.step(name);
    const { mail = '' } = await this.ownPassword.holder(ownId());
    const isAtField = refusal?.field !== undefined;
    const field = fieldView({
      ...{ kind: 'password', name: 'passwort', label: 'Ihr Passwort' },
      hint: 'Zur Sicherheit, weil es um Ihre Anmeldung geht',
      error: isAtField ? refusal.texts.join(' ') : '',
    });
    return this.pages.render(
      'account/step',
      { title, area: '', back: BACK },
      {
        ...{ intro, button, mail, rules: [], cancel: BACK, action: paths.ownFactorStep(name) },
        ...{ fields: [field], errors: errorSummary([field]) },
        refusal: isAtField ? undefined : refusal,
      },
    );
  }
}
