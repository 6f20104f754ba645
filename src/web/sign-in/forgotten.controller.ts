import { Body, Controller, Header, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkMails } from '../../identity/links/link-mails.js';
import { AskPasswordResetUseCase } from '../../identity/sign-in/ask-password-reset.use-case.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { isMailAddress } from '../../platform/config/settings.js';
import { Visits } from '../access/visits.js';
import { errorSummary, fieldView } from '../components/field.js';
import { postedText, type Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths } from '../paths.js';
import { UnkeptPage } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';

const BACK = { href: paths.signIn(), label: 'Zur Anmeldung' };

/** What stands on the page instead of the form where no mail leaves. */
const WITHOUT_MAIL = {
  'not-configured':
    'Von hier gehen keine Mails hinaus. Wenden Sie sich an die Verwaltung der Konten in Ihrem Haus: ' +
    'Sie gibt Ihnen einen Link, mit dem Sie ein neues Passwort festlegen. Die Kolleginnen und Kollegen ' +
    'eines Weiterleitungsempfängers wenden sich an die Person, die sie eingeladen hat.',
  'example-book':
    'Aus einem Beispielbuch gehen keine Mails hinaus. Mit den Demo-Konten auf der Anmeldeseite kommen ' +
    'Sie ohne Passwort hinein.',
} as const;

/** "Passwort vergessen?" */
@Controller()
export class ForgottenController {
  constructor(
    private readonly pages: Pages,
    private readonly mails: LinkMails,
    private readonly asking: AskPasswordResetUseCase,
    private readonly visits: Visits,
  ) {}

  @UnkeptPage(paths.forgotten)
  show(): string {
    return this.render('', '');
  }

  /** The same for everybody: whether there is an account is told to its mailbox only. */
  @Post(paths.forgotten)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async ask(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mail = postedText(body, 'mail');
    const error = isMailAddress(mail) ? '' : 'Geben Sie Ihre ganze Mailadresse an: „name@amt.de“.';
    const refusal =
      error === ''
        ? await refusalFrom(() => this.asking.execute(mail, this.visits.origin(request)))
        : undefined;
    if (error === '' && refusal === undefined) {
      await reply.redirect(paths.forgottenSent, 303);
      return;
    }
    const html = this.render(mail, error, refusal);
    await reply
      .status(refusal?.status ?? 422)
      .type('text/html; charset=utf-8')
      .send(html);
  }

  @UnkeptPage(paths.forgottenSent)
  sent(): string {
    const head = { title: 'Sehen Sie in Ihr Postfach', area: '', back: BACK };
    return this.pages.render('sign-in/sent', head, { again: paths.forgotten });
  }

  private render(mail: string, error: string, refusal?: RefusalView): string {
    const { unavailable } = this.mails;
    const fields = [
      fieldView({ kind: 'mail', name: 'mail', label: 'Mailadresse', value: mail, error }),
    ];
    return this.pages.render(
      'sign-in/forgotten',
      { title: 'Passwort vergessen?', area: '', back: BACK },
      {
        ...{ fields, refusal, errors: errorSummary(fields), action: paths.forgotten },
        without: unavailable === undefined ? '' : WITHOUT_MAIL[unavailable],
      },
    );
  }
}
