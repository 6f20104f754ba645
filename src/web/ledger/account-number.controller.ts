import { Body, Controller, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CHART } from '../../ledger/chart.js';
import type { Account } from '../../ledger/ledger.queries.js';
import { StateOfficeAccountUseCase } from '../../ledger/state-office-account.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';
import { cell } from '../components/table.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FieldDefinition } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { LedgerPages, type OpenLedger } from './ledger-pages.js';
import { readLine, reasonField, stepForm } from './step-form.view.js';

const NUMBER_LENGTH_MAX = 40;

const NUMBER: FieldDefinition<string | undefined> = {
  ...{ kind: 'short', name: 'sachkonto', label: 'Sachkonto', pointer: '/officeAccount' },
  hint: 'Nummer im Kontenplan der Kämmerei; leer nimmt die Angabe weg',
  optional: true,
  read: (text) => readLine(text, NUMBER_LENGTH_MAX),
};

const FIELDS = {
  number: NUMBER,
  reason: reasonField('Grund', 'Zum Beispiel: Kontenplan der Kämmerei 2026'),
};

/** "Sachkonto": which number the office's own bookkeeping has for an account. */
@Controller()
export class AccountNumberController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly stating: StateOfficeAccountUseCase,
  ) {}

  @Page(routes.accountNumber)
  async ask(@Param('konto') key: string, @Query() query: PageQuery): Promise<string> {
    const { open, account } = await this.find(key);
    return this.render(open, account, 'sachkonto' in query ? query : {});
  }

  @FormTarget(routes.accountNumber)
  async state(
    @Param('konto') key: string,
    @Body() body: PageQuery | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { sachkonto: '', grund: '', ...body };
    const { open, account } = await this.find(key);
    const { values } = readForm(FIELDS, given);
    if (values === undefined) {
      return sendAnswer(reply, { html: this.render(open, account, given), status: 422 });
    }
    const stated = { key: account.key, officeAccount: values.number ?? '' };
    const refusal = await refusalFrom(
      () => this.stating.execute(postedChange(given, values.reason), stated),
      FIELDS,
    );
    if (refusal === undefined) return sendAnswer(reply, { goTo: paths.account(key) });
    return sendAnswer(reply, { html: this.render(open, account, given, refusal), status: 422 });
  }

  private async find(key: string): Promise<{ open: OpenLedger; account: Account }> {
    const open = await this.ledger.open({});
    const account = open.accounts.find((known) => known.key === key);
    if (account === undefined) throw new NotFoundException();
    return { open, account };
  }

  private render(
    open: OpenLedger,
    account: Account,
    given: PageQuery,
    refusal?: RefusalView,
  ): string {
    const { fields } = readForm(FIELDS, given);
    const sent = 'sachkonto' in given;
    const filled = fields.map((field) => {
      if (sent || field.name !== 'sachkonto') return { ...field, inputMode: '' as const };
      return { ...field, inputMode: '' as const, value: account.officeAccount };
    });
    const frame = {
      intro: [
        'Damit findet die Kämmerei dieses Konto in ihrer eigenen Buchhaltung wieder. Jede Änderung bleibt mit Grund im Buch stehen.',
      ],
      facts: [
        { label: 'Konto', value: cell(account.name, { href: paths.account(account.key) }) },
        { label: 'Was darauf steht', value: cell(CHART[account.key].about) },
      ],
      action: paths.accountNumber(account.key),
      button: 'Eintragen',
      cancel: { href: paths.account(account.key), label: 'Abbrechen' },
    };
    const head = {
      title: 'Sachkonto eintragen',
      subline: account.name,
      area: paths.accounts,
      back: { href: paths.account(account.key), label: 'Zum Konto' },
    };
    const hidden = [{ name: 'stand', value: account.revision.toString() }];
    return open.render('ledger/step', head, stepForm(frame, filled, { given, refusal, hidden }));
  }
}
