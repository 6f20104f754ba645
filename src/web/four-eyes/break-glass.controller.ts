import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LendRoleUseCase } from '../../identity/break-glass/lend-role.use-case.js';
import { LentRolesQueries } from '../../identity/break-glass/lent-roles.queries.js';
import { acting, personIdOf } from '../../identity/identity.js';
import { PeopleQueries, type Person } from '../../identity/people/people.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FieldDefinition } from '../forms/form.js';
import { postedChange, type Posted } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { reasonField, stepForm } from '../ledger/step-form.view.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { lendingCard, pastLendings } from './break-glass.view.js';
import { officePeople, personField, roleField } from './office-people.js';
import { PersonNames } from './person-names.js';

const EMPTY = { person: '', rolle: '', stunden: '', grund: '' };

/** "Notzugang": two administrators lend a third person a role for some hours. */
@Controller()
export class BreakGlassController {
  constructor(
    private readonly pages: Pages,
    private readonly people: PeopleQueries,
    private readonly lent: LentRolesQueries,
    private readonly lending: LendRoleUseCase,
    private readonly names: PersonNames,
  ) {}

  @Page(paths.breakGlass)
  list(): Promise<string> {
    return this.render({});
  }

  @FormTarget(paths.breakGlass)
  async ask(@Body() body: Posted, @Res() reply: FastifyReply): Promise<void> {
    const given = (body ?? {}) as PageQuery;
    const fields = fieldsFor(await this.people.all());
    const { values } = readForm(fields, { ...EMPTY, ...given });
    if (values === undefined) {
      return sendAnswer(reply, { html: await this.render(given), status: 422 });
    }
    const { reason, ...lending } = values;
    const refusal = await refusalFrom(
      () => this.lending.ask(postedChange(body, reason), lending),
      fields,
    );
    return this.answer(reply, given, refusal);
  }

  @FormTarget(routes.breakGlassAgree)
  async agree(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const change = postedChange(body, 'Zugestimmt');
    const refusal = await refusalFrom(() => this.lending.agree(change, id));
    return this.answer(reply, {}, refusal);
  }

  @FormTarget(routes.breakGlassEnd)
  async end(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const change = postedChange(body, 'Beendet');
    const refusal = await refusalFrom(() => this.lending.end(change, id));
    return this.answer(reply, {}, refusal);
  }

  private async answer(
    reply: FastifyReply,
    given: PageQuery,
    refusal: RefusalView | undefined,
  ): Promise<void> {
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.breakGlass });
    return sendAnswer(reply, { html: await this.render(given, refusal), status: 422 });
  }

  private async render(given: PageQuery, refusal?: RefusalView): Promise<string> {
    const [nameOf, all] = [await this.names.all(), await this.lent.all()];
    const { ref, roles } = acting();
    const isAdministrator = roles.includes('administrator');
    const asked = 'grund' in given ? { ...EMPTY, ...given } : {};
    const { fields } = readForm(fieldsFor(await this.people.all()), asked);
    const frame = {
      intro: [
        'Nur für den Notfall: wenn niemand mehr da ist, der handeln darf. Eine Person der Verwaltung beantragt, eine zweite stimmt zu, und eine dritte bekommt die Rolle für höchstens 24 Stunden. Die Verwaltung selbst handelt nie in einem Fall.',
        'Solange die Rolle geliehen ist, steht es rot auf der Übersicht. Eigene Rollen, die nicht dazu passen, ruhen so lange; was jemand selbst erfasst oder angeordnet hat, zeichnet er auch dann nicht.',
      ],
      facts: [],
      action: paths.breakGlass,
      button: 'Notzugang beantragen',
      cancel: { href: paths.breakGlass, label: 'Abbrechen' },
    };
    const head = {
      title: 'Notzugang',
      subline: 'Eine Rolle für Stunden, von zwei Personen der Verwaltung geliehen',
      area: paths.breakGlass,
    };
    const looker = isAdministrator ? personIdOf(ref) : '';
    const isOpen = (state: string) => state === 'asked' || state === 'lent';
    return this.pages.render('four-eyes/break-glass', head, {
      ...stepForm(frame, fields, { given, refusal }),
      mayAsk: isAdministrator,
      cards: all
        .filter(({ state }) => isOpen(state))
        .map((each) => lendingCard(each, nameOf, looker)),
      past: pastLendings(
        all.filter(({ state }) => !isOpen(state)),
        nameOf,
      ),
    });
  }
}

function fieldsFor(people: readonly Person[]) {
  const hours: FieldDefinition<number> = {
    ...{ kind: 'short', name: 'stunden', label: 'Stunden', pointer: '/hours' },
    hint: 'Von 1 bis 24, ab der Zustimmung; so wenige wie nötig',
    read: (text) =>
      /^\d{1,2}$/.test(text)
        ? { ok: true, value: Number(text) }
        : { ok: false, error: 'Geben Sie ganze Stunden von 1 bis 24 an.' },
  };
  return {
    person: personField(officePeople(people), {
      ...{ name: 'person', label: 'Wer soll handeln?', pointer: '/person' },
      hint: 'Eine dritte Person der Dienststelle, nicht aus der Verwaltung der Konten',
    }),
    role: roleField('Die Rolle, die fehlt'),
    hours,
    reason: reasonField('Grund', 'Warum niemand sonst handeln kann; steht auf der Übersicht'),
  };
}
