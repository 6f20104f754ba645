import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { lockingClause } from '../../platform/database/typeorm-tx.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { SignInRefused } from '../identity.errors.js';
import { PasswordHashing } from '../passwords/password-hashing.js';
import { CredentialRow } from '../people/person.entity.js';

/** Which password belongs to whom; kept as a hash only. */
@Injectable()
export class Credentials {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly hashing: PasswordHashing,
  ) {}

  /** Whether a person has chosen a password yet. */
  async has(personId: string): Promise<boolean> {
    return (await this.hashOf(personId)) !== undefined;
  }

  /**
   * Whether the password is the person's; of nobody's account it never is. The same work is done for
   * an account that there is, for one that there is not, and for one without a password.
   */
  async fits(personId: string | undefined, password: string): Promise<boolean> {
    const hash = await this.hashOf(personId ?? '');
    if (hash === undefined) return this.hashing.verifyNobody(password);
    if (!(await this.hashing.verify(hash, password))) return false;
    if (this.hashing.needsRehash(hash)) await this.rehash(personId ?? '', password);
    return true;
  }

  /** Since when the person has this password; undefined: there is none. */
  async chosenAt(personId: string | undefined): Promise<Instant | undefined> {
    const where = { personId: personId ?? '' };
    return (await this.reader.repository(CredentialRow).findOne({ where }))?.changedAt;
  }

  /**
   * Whoever changes the password ends all sessions: none begins afterwards with the one of before,
   * which was looked at a moment ago.
   *
   * @throws SignInRefused
   */
  async ensureChosenAt(tx: Tx, personId: string, at: Instant | undefined): Promise<void> {
    const [now] = await tx.all<{ changedAt: Instant }>(
      `select changed_at as "changedAt" from credential where person_id = ?${lockingClause(tx)}`,
      [personId],
    );
    if (now?.changedAt !== at) throw new SignInRefused({});
  }

  /** Stores the hash of a person's password in place of the one before: what it let in is over. */
  async keep(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.run(
      `insert into credential (person_id, password_hash, changed_at) values (?, ?, ?)
       on conflict (person_id) do update
       set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [personId, passwordHash, tx.at],
    );
    await tx.run('delete from sign_in_ticket where person_id = ?', [personId]);
  }

  /** The same password at today's cost. */
  private async rehash(personId: string, password: string): Promise<void> {
    const hash = await this.hashing.hash(password);
    await this.unitOfWork.note((tx) =>
      tx.run('update credential set password_hash = ? where person_id = ?', [hash, personId]),
    );
  }

  private async hashOf(personId: string): Promise<string | undefined> {
    const row = await this.reader.repository(CredentialRow).findOne({ where: { personId } });
    return row?.passwordHash;
  }
}
