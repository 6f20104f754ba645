import { Body, Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import {
  CreateTokenUseCase,
  type CreatedToken,
} from '../../identity/tokens/create-token.use-case.js';
import { lastTokenDay, TOKEN_ROLES, type TokenRole } from '../../identity/tokens/token.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FieldView } from '../components/field.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FieldDefinition } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { readChoice, readDay } from '../forms/read.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { readLine, reasonField, stepForm } from '../ledger/step-form.view.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { KEY_ROLE_WORDS, NEVER } from './key.words.js';

const PURPOSE_LENGTH_MAX = 200;

const PURPOSE: FieldDefinition<string> = {
  ...{ kind: 'text', name: 'zweck', label: 'Fachverfahren und Zweck', pointer: '/purpose' },
  hint: 'Zum Beispiel: Kassenverfahren, holt nachts die Salden',
  read: (text) => readLine(text, PURPOSE_LENGTH_MAX),
};

const ROLE: FieldDefinition<TokenRole> = {
  ...{ kind: 'radio', name: 'rolle', label: 'Rolle', pointer: '/role' },
  hint: 'So wenig wie möglich: Zum Lesen genügt die Prüfung.',
  choices: TOKEN_ROLES.map((role) => ({
    ...{ value: role, label: `${ROLE_NAMES[role]}: ${KEY_ROLE_WORDS[role]}` },
  })),
  read: (text) => readChoice(text, TOKEN_ROLES),
};

/** "Zugangsschlüssel anlegen": the one page that ever shows it. */
@Controller()
export class NewKeyController {
  constructor(
    private readonly pages: Pages,
    private readonly creating: CreateTokenUseCase,
    private readonly clock: Clock,
  ) {}

  @Page(paths.newKey)
  ask(): string {
    const { fields } = readForm(this.fields(), {});
    const latest = formatGermanDay(lastTokenDay(this.clock.today()));
    const filled = fields.map((field) =>
      field.name === 'bis' ? { ...field, value: latest } : field,
    );
    return this.render(filled, {});
  }

  @FormTarget(paths.newKey)
  async create(@Body() body: PageQuery | undefined, @Res() reply: FastifyReply): Promise<void> {
    const given = { zweck: '', ...body };
    const definitions = this.fields();
    const { fields, values } = readForm(definitions, given);
    if (values === undefined) {
      return sendAnswer(reply, { html: this.render(fields, given), status: 422 });
    }
    let created: CreatedToken | undefined;
    const refusal = await refusalFrom(async () => {
      created = await this.creating.execute(postedChange(given, values.reason), values);
    }, definitions);
    if (created === undefined) {
      return sendAnswer(reply, { html: this.render(fields, given, refusal), status: 422 });
    }
    return sendAnswer(reply, { html: this.created(created, values.purpose) });
  }

  private fields() {
    const latest = formatGermanDay(lastTokenDay(this.clock.today()));
    const until: FieldDefinition<PlainDate> = {
      ...{ kind: 'day', name: 'bis', label: 'Gilt bis', pointer: '/until' },
      hint: `Höchstens ein Jahr: bis zum ${latest}`,
      read: readDay,
    };
    const reason = reasonField('Grund', 'Steht im Verlauf des Schlüssels');
    return { purpose: PURPOSE, role: ROLE, until, reason };
  }

  private created({ id, secret }: CreatedToken, purpose: string): string {
    const next = { href: paths.key(id), label: 'Zum Schlüssel' };
    const head = {
      title: 'Zugangsschlüssel angelegt',
      subline: purpose,
      area: paths.keys,
      back: { href: paths.keys, label: 'Alle Zugangsschlüssel' },
    };
    const texts =
      secret === undefined
        ? ['Dieser Schlüssel wurde schon gezeigt. Legen Sie bei Bedarf einen neuen an.']
        : [
            'Der Schlüssel wird nur jetzt gezeigt; im Buch steht er nicht. Tragen Sie ihn im Fachverfahren ein.',
            'Er gilt, sobald die Anordnung zugestimmt hat.',
          ];
    return this.pages.render('administration/link', head, {
      note: { tone: secret === undefined ? '' : 'warning', texts },
      label: 'Zugangsschlüssel',
      address: secret ?? '',
      next,
    });
  }

  private render(fields: readonly FieldView[], given: PageQuery, refusal?: RefusalView): string {
    const back = { href: paths.keys, label: 'Alle Zugangsschlüssel' };
    const head = { title: 'Zugangsschlüssel anlegen', area: paths.keys, back };
    const frame = {
      ...{ intro: [NEVER], facts: [], action: paths.newKey, button: 'Anlegen' },
      cancel: { ...back, label: 'Abbrechen' },
    };
    return this.pages.render('ledger/step', head, stepForm(frame, fields, { given, refusal }));
  }
}
