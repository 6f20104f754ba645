import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { networkOf } from '../attempts/attempt-limits.rules.js';
import { TooManyAttempts } from '../identity.errors.js';
import { LinkMails } from '../links/link-mails.js';
import { OneTimeLinks } from '../links/one-time-links.js';
import { PeopleQueries } from '../people/people.queries.js';
import type { Origin } from '../sessions/sessions.js';
import { mayUsePassword } from './sign-in.use-case.js';

const BY = 'system:sign-in';

/**
 * "Passwort vergessen": whoever has an account gets a link by mail. The answer comes before anybody
 * has looked for the account: it is the same for all, and takes the same time.
 */
@Injectable()
export class AskPasswordResetUseCase implements OnModuleDestroy {
  private readonly log = new Logger(AskPasswordResetUseCase.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: AttemptLimits,
    private readonly people: PeopleQueries,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
  ) {}

  /** @throws TooManyAttempts for the network that asks */
  async execute(mail: string, origin: Origin): Promise<void> {
    await this.limits.count({ kind: 'reset-address', of: networkOf(origin.address) });
    const sending = this.sent(mail).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** Resolves when no mail is under way any more. */
  async idle(): Promise<void> {
    await Promise.all(this.underWay);
  }

  async onModuleDestroy(): Promise<void> {
    await this.idle();
  }

  /** Nobody waits for it: what goes wrong is told in the log, without saying whose mail it was. */
  private async sent(mail: string): Promise<void> {
    try {
      await this.send(mail);
    } catch (error) {
      if (error instanceof TooManyAttempts) return; // the mails of before are there
      const reason = error instanceof Error ? error.name : 'unknown';
      this.log.error(`a link for a new password was not sent: ${reason}`);
    }
  }

  private async send(mail: string): Promise<void> {
    if (this.mails.unavailable !== undefined) return;
    await this.limits.count({ kind: 'reset-account', of: mail });
    const person = await this.people.byMail(mail);
    if (person === undefined || !mayUsePassword(person)) return;
    const order = { personId: person.id, purpose: 'reset', by: BY } as const;
    const link = await this.unitOfWork.note((tx) => this.links.issue(tx, order));
    await this.mails.send(person, 'reset', link);
  }
}
