import { Body, Controller, Header, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  ChoosePasswordUseCase,
  type LinkHolder,
} from '../../identity/sign-in/choose-password.use-case.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import type { Posted } from '../forms/posted.js';
import { refusalFrom } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { newPasswordHead, newPasswordView } from './new-password.view.js';
import { typedPassword } from './sign-in.controller.js';

const NOT_THE_SAME = 'Beide Eingaben müssen gleich sein. Geben Sie das Passwort noch einmal ein.';

/** "Passwort festlegen", with the link of an invitation or of a forgotten password. */
@Controller()
export class NewPasswordController {
  constructor(
    private readonly pages: Pages,
    private readonly choosing: ChoosePasswordUseCase,
  ) {}

  @UnkeptPage(routes.invitation)
  invited(@Param('geheimnis') secret: string): Promise<string> {
    return this.show(secret);
  }

  @UnkeptPage(routes.passwordReset)
  forgotten(@Param('geheimnis') secret: string): Promise<string> {
    return this.show(secret);
  }

  @Post(routes.invitation)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  begin(
    @Param('geheimnis') secret: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.choose(secret, body, reply);
  }

  @Post(routes.passwordReset)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  renew(
    @Param('geheimnis') secret: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.choose(secret, body, reply);
  }

  private async show(secret: string): Promise<string> {
    return this.render(await this.choosing.holder(secret), secret, ['', '']);
  }

  private async choose(secret: string, body: Posted, reply: FastifyReply): Promise<void> {
    const holder = await this.choosing.holder(secret);
    const [password, again] = [typedPassword(body), typedPassword(body, 'wiederholung')];
    const refusal = await refusalFrom(async () => {
      if (password === again) await this.choosing.execute(secret, password);
    });
    if (password === again && refusal === undefined) {
      await reply.redirect(paths.passwordChosen, 303);
      return;
    }
    const errors = [refusal?.texts[0] ?? '', password === again ? '' : NOT_THE_SAME] as const;
    const html = this.render(holder, secret, errors);
    await reply.status(422).type('text/html; charset=utf-8').send(html);
  }

  private render(holder: LinkHolder, secret: string, errors: readonly [string, string]): string {
    const view = newPasswordView(holder, secret, errors);
    return this.pages.render('sign-in/new-password', newPasswordHead(holder), view);
  }
}
