import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { addFact } from '../../platform/database/revisions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { ApiToken } from './api-token.entity.js';
import { TokenDayUnfit, TokenRoleUnfit } from './token.errors.js';
import { isTokenDay, isTokenRole, lastTokenDay } from './token.rules.js';

/** A key that somebody asks for. */
export interface NewToken {
  readonly role: string;
  /** Which program, and what it does here: "Kassenverfahren: liest Anordnungen". */
  readonly purpose: string;
  /** The last day on which it is good. */
  readonly until: PlainDate;
}

/** A key that was just made. */
export interface CreatedToken {
  readonly id: string;
  /** "wb_…": known at this moment only; absent when the same command comes again. */
  readonly secret: string | undefined;
}

const SECRET_BYTES = 32;
const SECRET_MARK = 'wb_';

/** "Zugangsschlüssel anlegen": good once an approver has consented. */
@Injectable()
export class CreateTokenUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws TokenRoleUnfit, TokenDayUnfit */
  async execute(change: FactChange, token: NewToken): Promise<CreatedToken> {
    const { role, until } = token;
    const today = this.clock.today();
    if (!isTokenRole(role)) throw new TokenRoleUnfit({ role, pointer: '/role' });
    if (!isTokenDay(until, today)) {
      throw new TokenDayUnfit({ until, latest: lastTokenDay(today), pointer: '/until' });
    }
    const purpose = token.purpose.trim();
    const made: { secret?: string } = {};
    const command = commandOf('create token', change, { role, purpose, until });
    const id = await this.unitOfWork.once(command, async (tx) => {
      const secret = SECRET_MARK + randomBytes(SECRET_BYTES).toString('base64url');
      const standing = { createdBy: change.by, consentedBy: null };
      const fact = { id: this.ids.newId(), role, purpose, until, ...standing };
      await addFact(tx, ApiToken, { ...fact, secretHash: hashOf(secret) }, statementOf(change));
      made.secret = secret;
      return fact.id;
    });
    return { id, secret: made.secret };
  }
}

/** What stands in the book of a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
