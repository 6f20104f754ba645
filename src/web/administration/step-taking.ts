import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../../identity/people/account.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { LinkView } from '../components/link.js';
import type { MetaView } from '../components/parts.js';
import { cell } from '../components/table.js';
import { sendAnswer } from '../editing/page-answer.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { stepForm } from '../ledger/step-form.view.js';
import { Pages } from '../shell/pages.js';
import type { AccountStep, ReadStep, StepResult } from './account-steps.js';
import { standingBadge } from './account.words.js';
import { Invitations } from './invitations.js';
import { originOf } from './origin.js';

/** A step with an account, and the pages around it. */
export interface AskedStep {
  readonly account: Account;
  readonly step: AccountStep;
  /** Where its form goes to. */
  readonly action: string;
  readonly area: string;
  /** Where one came from, and gets to when it is done. */
  readonly back: LinkView;
  /** What is told of the account beside its person and its standing. */
  readonly facts: readonly MetaView[];
}

/** The page of a step with an account, and what becomes of what is sent there. */
@Injectable()
export class StepTaking {
  constructor(
    private readonly pages: Pages,
    private readonly invitations: Invitations,
  ) {}

  /** The page before anything was sent. */
  ask(asked: AskedStep): string {
    return this.render(asked, asked.step.read(asked.account, undefined));
  }

  /** Does what was asked for; shows the form again where it was refused. */
  async take(
    asked: AskedStep,
    given: PageQuery,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const read = asked.step.read(asked.account, given);
    let result: StepResult;
    const refusal = await refusalFrom(async () => (result = await read.run?.()));
    if (read.run === undefined || refusal !== undefined) {
      const html = this.render(asked, read, given, refusal);
      return sendAnswer(reply, { html, status: 422 });
    }
    const { account, area, back } = asked;
    if (result === undefined) return sendAnswer(reply, { goTo: back.href });
    if ('goTo' in result) return sendAnswer(reply, { goTo: result.goTo });
    const around = { area, next: back };
    const html =
      'told' in result
        ? this.invitations.told(result.title, result.told, account, around)
        : await this.invitations.deliver(result, account, originOf(request), around);
    return sendAnswer(reply, { html });
  }

  private render(
    { account, step, action, area, back, facts }: AskedStep,
    { fields }: ReadStep,
    given: PageQuery = {},
    refusal?: RefusalView,
  ): string {
    const { title, button } = step;
    const frame = {
      ...{ intro: step.intro(account), action, button },
      facts: [
        { label: 'Person', value: cell(account.name, account.mail ? { sub: account.mail } : {}) },
        ...facts,
        { label: 'Stand', value: cell('', { badge: standingBadge(account.standing) }) },
      ],
      cancel: { ...back, label: 'Abbrechen' },
    };
    const hidden = [{ name: 'stand', value: account.revision.toString() }];
    const head = { title, subline: account.name, area, back };
    const form = stepForm(frame, fields, { given, refusal, hidden });
    return this.pages.render('ledger/step', head, form);
  }
}
