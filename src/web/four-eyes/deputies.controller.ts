import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AgreeDeputyUseCase } from '../../identity/deputies/agree-deputy.use-case.js';
import { DeputiesQueries } from '../../identity/deputies/deputies.queries.js';
import { RecordDeputyUseCase } from '../../identity/deputies/record-deputy.use-case.js';
import { WithdrawDeputyUseCase } from '../../identity/deputies/withdraw-deputy.use-case.js';
import { acting } from '../../identity/identity.js';
import { PeopleQueries, type Person } from '../../identity/people/people.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FieldDefinition } from '../forms/form.js';
import { postedChange, type Posted } from '../forms/posted.js';
import { readDay } from '../forms/read.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { reasonField, stepForm } from '../ledger/step-form.view.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { deputyCard, pastTable } from './deputies.view.js';
import { officePeople, personField, roleField } from './office-people.js';
import { PersonNames } from './person-names.js';

const EMPTY = { vertretene: '', vertretung: '', rolle: '', von: '', bis: '', grund: '' };

/** "Vertretungen": who stands in for whom; one's own absence, or anybody's for administrators. */
@Controller()
export class DeputiesController {
  constructor(
    private readonly pages: Pages,
    private readonly people: PeopleQueries,
    private readonly deputies: DeputiesQueries,
    private readonly recording: RecordDeputyUseCase,
    private readonly agreeing: AgreeDeputyUseCase,
    private readonly withdrawing: WithdrawDeputyUseCase,
    private readonly names: PersonNames,
  ) {}

  @Page(paths.deputies)
  list(): Promise<string> {
    return this.render({});
  }

  @FormTarget(paths.deputies)
  async record(@Body() body: Posted, @Res() reply: FastifyReply): Promise<void> {
    const given = (body ?? {}) as PageQuery;
    const fields = fieldsFor(await this.people.all());
    const { values } = readForm(fields, { ...EMPTY, ...given });
    if (values === undefined) {
      return sendAnswer(reply, { html: await this.render(given), status: 422 });
    }
    const { person, forPerson, role, from, to, reason } = values;
    const refusal = await refusalFrom(
      () =>
        this.recording.execute(postedChange(body, reason), { person, forPerson, role, from, to }),
      fields,
    );
    return this.answer(reply, given, refusal);
  }

  @FormTarget(routes.deputyAgree)
  async agree(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const change = postedChange(body, 'Vertretung bestätigt');
    const refusal = await refusalFrom(() => this.agreeing.execute(change, id));
    return this.answer(reply, {}, refusal);
  }

  @FormTarget(routes.deputyEnd)
  async end(
    @Param('id') id: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const change = postedChange(body, 'Vertretung beendet');
    const refusal = await refusalFrom(() => this.withdrawing.execute(change, id));
    return this.answer(reply, {}, refusal);
  }

  private async answer(
    reply: FastifyReply,
    given: PageQuery,
    refusal: RefusalView | undefined,
  ): Promise<void> {
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.deputies });
    return sendAnswer(reply, { html: await this.render(given, refusal), status: 422 });
  }

  private async render(given: PageQuery, refusal?: RefusalView): Promise<string> {
    const looker = { ref: acting().ref, isAdministrator: decidesForAll() };
    const [nameOf, all] = [await this.names.all(), await this.deputies.all()];
    const people = await this.people.all();
    const asked = 'grund' in given ? { ...EMPTY, ...given } : {};
    const { fields } = readForm(fieldsFor(people), asked);
    const frame = {
      intro: [
        'Wer vertritt, handelt unter eigenem Namen; bei jeder Zeichnung steht dabei, für wen. Was jemand selbst erfasst hat, zeichnet er auch in Vertretung nicht.',
        'Die eigene Abwesenheit trägt jede Person selbst ein; das gilt sofort. Trägt die Verwaltung eine Vertretung ein, bestätigt sie die vertretene Person oder eine zweite Person der Verwaltung.',
      ],
      facts: [],
      action: paths.deputies,
      button: 'Vertretung eintragen',
      cancel: { href: paths.deputies, label: 'Abbrechen' },
    };
    const head = {
      title: 'Vertretungen',
      subline: 'Wer für wen in welcher Rolle handelt, von wann bis wann',
      area: paths.deputies,
    };
    return this.pages.render('four-eyes/deputies', head, {
      ...stepForm(frame, fields, { given, refusal }),
      mayRecord: decidesForAll() || choosable(people).length > 0,
      cards: all
        .filter(({ state }) => state !== 'over')
        .map((each) => deputyCard(each, nameOf, looker)),
      past: pastTable(
        all.filter(({ state }) => state === 'over'),
        nameOf,
      ),
    });
  }
}

function decidesForAll(): boolean {
  return acting().roles.includes('administrator');
}

/** Whom somebody may name as away: themselves, or anybody of the office. */
function choosable(people: readonly Person[]): readonly Person[] {
  const { ref } = acting();
  const office = officePeople(people);
  return decidesForAll() ? office : office.filter(({ id }) => `person:${id}` === ref);
}

function fieldsFor(people: readonly Person[]) {
  const day = (name: string, label: string, hint: string, pointer: string) =>
    ({ kind: 'day', name, label, hint, pointer, read: readDay }) satisfies FieldDefinition<unknown>;
  return {
    forPerson: personField(choosable(people), {
      ...{ name: 'vertretene', label: 'Wer ist abwesend?', pointer: '/forPerson' },
      hint: 'Diese Person wird vertreten und behält ihre Rolle',
    }),
    person: personField(officePeople(people), {
      ...{ name: 'vertretung', label: 'Wer vertritt?', pointer: '/person' },
      hint: 'Kasse und Prüfung lassen sich nicht mit anderen Rollen verbinden',
    }),
    role: roleField('In dieser Rolle wird vertreten'),
    from: day('von', 'Von', 'Erster Tag, frühestens heute', '/from'),
    to: day('bis', 'Bis', 'Letzter Tag, höchstens ein Jahr später', '/to'),
    reason: reasonField(
      'Grund',
      'Zum Beispiel Urlaub oder Dienstreise; keine Angaben zur Gesundheit',
    ),
  };
}
