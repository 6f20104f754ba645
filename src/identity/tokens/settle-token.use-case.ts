import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { latestRevisions } from '../../platform/database/revision-queries.js';
import {
  appendRevision,
  ensureSeen,
  holdFact,
  withdrawFact,
} from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FourEyes } from '../four-eyes/four-eyes.js';
import { ApiToken } from './api-token.entity.js';
import { TokenSettled, UnknownToken } from './token.errors.js';
import { tokenState } from './token.rules.js';

/** "Zustimmen" and "Widerrufen": what becomes of a key after it was asked for. */
@Injectable()
export class SettleTokenUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly fourEyes: FourEyes,
  ) {}

  /**
   * An approver lets a program in; never the one who asked for it (R31). Who asked says the key
   * itself; with the consent that becomes an act, so that the database holds the two apart.
   *
   * @throws UnknownToken, TokenSettled, NotAPerson, RightLacking, SamePerson
   */
  async consent(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('consent to token', change, { id }), async (tx) => {
      const token = await this.held(tx, change, id);
      const state = tokenState(token, this.clock.today());
      if (state !== 'open') throw new TokenSettled({ state });
      const { role, purpose, until, secretHash, createdBy, recordedAt: at, reason } = token;
      const subject = { kind: 'token', id };
      await this.fourEyes.entered(tx, subject, { by: createdBy, reason, at });
      await this.fourEyes.consent(tx, subject, change);
      const fact = { id, role, purpose, until, secretHash, createdBy, consentedBy: change.by };
      await appendRevision(tx, ApiToken, fact, statementOf(change));
      return id;
    });
  }

  /**
   * The key is good for nothing from this moment on; one that nobody consented to is declined.
   * @throws UnknownToken, TokenSettled
   */
  async revoke(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('revoke token', change, { id }), async (tx) => {
      const token = await this.held(tx, change, id);
      if (token.withdrawn) throw new TokenSettled({ state: 'revoked' });
      await withdrawFact(tx, ApiToken, id, statementOf(change));
      return id;
    });
  }

  private async held(tx: Tx, { expected }: FactChange, id: string): Promise<ApiToken> {
    await holdFact(tx, ApiToken, id);
    const [token] = await latestRevisions(tx, ApiToken, { ids: [id], withWithdrawn: true });
    if (token === undefined) throw new UnknownToken({ id });
    ensureSeen(id, token.revision, expected);
    return token;
  }
}
