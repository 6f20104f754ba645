import { Controller, Header, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HeldForms } from '../../identity/held-forms/held-forms.js';
import { acting, personIdOf } from '../../identity/identity.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { Clock } from '../../platform/clock/clock.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { heldFormView } from './held-form.view.js';

/** "Ihre Eingaben sind noch da": what came after the end of a session, for its author. */
@Controller()
export class HeldFormsController {
  constructor(
    private readonly pages: Pages,
    private readonly held: HeldForms,
    private readonly clock: Clock,
  ) {}

  @Page(routes.heldForm)
  async show(@Param('id') id: string): Promise<string> {
    const form = await this.held.held(id, personIdOf(acting().ref));
    const head = { title: 'Ihre Eingaben sind noch da', subline: form.title, area: '' };
    return this.pages.render('session/held-form', head, heldFormView(form, this.clock.today()));
  }

  @Post(routes.heldFormDiscard)
  @Header('cache-control', 'no-store')
  @ApiExcludeEndpoint()
  async discard(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.held.drop(id, personIdOf(acting().ref));
    await reply.redirect(paths.overview, 303);
  }
}
