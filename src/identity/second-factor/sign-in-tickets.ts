import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import type { Person } from '../people/people.queries.js';
import { SecondFactorStep, type SecondFactorWay } from '../sign-in/second-factor-step.js';
import { SecondFactors } from './second-factors.js';

const SECRET_BYTES = 32;

/** As long as it takes to find the phone. */
const GOOD_FOR_MS = 5 * 60_000;

/** The step between a right password and a session: who has a second factor shows it first. */
@Injectable()
export class SignInTickets implements SecondFactorWay {
  constructor(
    step: SecondFactorStep,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
  ) {
    step.register(this);
  }

  isDue({ id }: Person): Promise<boolean> {
    return this.factors.isOn(id);
  }

  /** Those that are over are forgotten by the way. @returns the secret for the browser */
  async begin({ id }: Pick<Person, 'id'>): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.unitOfWork.note(async (tx) => {
      const until = new Date(Date.parse(tx.at) + GOOD_FOR_MS).toISOString();
      await tx.run('delete from sign_in_ticket where until <= ?', [tx.at]);
      await tx.run(
        `insert into sign_in_ticket (secret_hash, person_id, issued_at, until) values (?, ?, ?, ?)`,
        [hashOf(secret), id, tx.at, until],
      );
    });
    return secret;
  }

  /** Whose ticket it is, as long as it is good; undefined: nobody's. */
  async holder(secret: string): Promise<string | undefined> {
    const now: Instant = this.clock.now();
    const [ticket] = await this.reader.all<{ readonly personId: string }>(
      `select person_id as "personId" from sign_in_ticket
       where secret_hash = ? and ended_at is null and until > ?`,
      [hashOf(secret), now],
    );
    return ticket?.personId;
  }

  /** Uses the ticket up. @returns false if it is good for nothing any more */
  async redeem(tx: Tx, secret: string): Promise<boolean> {
    const rows = await tx.all(
      `update sign_in_ticket set ended_at = ?
       where secret_hash = ? and ended_at is null and until > ? returning person_id`,
      [tx.at, hashOf(secret), tx.at],
    );
    return rows.length > 0;
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
