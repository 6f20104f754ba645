import { Body, Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ChangePasswordUseCase } from '../../identity/account/change-password.use-case.js';
import { OwnPassword } from '../../identity/account/own-password.js';
import { acting } from '../../identity/identity.js';
import type { Person } from '../../identity/people/people.queries.js';
import { errorSummary, fieldView } from '../components/field.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import type { Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { PASSWORD_RULES } from '../sign-in/new-password.view.js';
import { typedPassword } from '../sign-in/sign-in.controller.js';
import { ownId } from './own.js';

const BACK = { href: paths.ownAccount, label: 'Mein Konto' };
const NOT_THE_SAME = 'Beide Eingaben müssen gleich sein. Geben Sie das Passwort noch einmal ein.';

/** "Passwort ändern", with the password of before. */
@Controller()
export class OwnPasswordController {
  constructor(
    private readonly pages: Pages,
    private readonly ownPassword: OwnPassword,
    private readonly changing: ChangePasswordUseCase,
  ) {}

  @UnkeptPage(paths.ownPassword)
  async show(): Promise<string> {
    return this.render(await this.ownPassword.holder(ownId()), {});
  }

  @FormTarget(paths.ownPassword)
  async change(@Body() body: Posted, @Res() reply: FastifyReply): Promise<void> {
    const person = await this.ownPassword.holder(ownId());
    const [old, wanted] = [typedPassword(body, 'bisher'), typedPassword(body)];
    const isSame = wanted === typedPassword(body, 'wiederholung');
    const refusal = await refusalFrom(async () => {
      if (isSame) await this.changing.execute(person.id, { old, wanted }, acting().session);
    }, FIELDS);
    if (isSame && refusal === undefined) {
      return sendAnswer(reply, { goTo: `${paths.ownAccount}?fertig=passwort` });
    }
    const again = isSame ? '' : NOT_THE_SAME;
    const html = this.render(person, { refusal, again });
    return sendAnswer(reply, { html, status: refusal?.status ?? 422 });
  }

  private render(
    { mail = '' }: Person,
    {
      refusal,
      again = '',
    }: { readonly refusal?: RefusalView | undefined; readonly again?: string },
  ): string {
    const at = (field: string): string =>
      refusal?.status === 422 && (refusal.field ?? 'passwort') === field
        ? refusal.texts.join(' ')
        : '';
    const fields = [
      fieldView({
        ...{ kind: 'password', name: 'bisher', label: 'Bisheriges Passwort' },
        error: at('bisher'),
      }),
      fieldView({
        ...{ kind: 'new-password', name: 'passwort', label: 'Neues Passwort' },
        error: at('passwort'),
      }),
      fieldView({
        ...{ kind: 'new-password', name: 'wiederholung', label: 'Noch einmal dasselbe' },
        error: again,
      }),
    ];
    const head = { title: 'Passwort ändern', area: '', back: BACK };
    return this.pages.render('account/step', head, {
      ...{ action: paths.ownPassword, fields, errors: errorSummary(fields), mail, cancel: BACK },
      refusal: refusal?.status === 422 ? undefined : refusal,
      intro: ['Danach gilt das bisherige Passwort nicht mehr. Alle anderen Sitzungen enden.'],
      rules: PASSWORD_RULES,
      button: 'Passwort ändern',
    });
  }
}

const FIELDS = { old: { name: 'bisher', pointer: '/password' } };
