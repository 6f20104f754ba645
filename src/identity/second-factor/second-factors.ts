import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Reader } from '../../platform/database/reader.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.entity.js';
import { factorOwner } from './second-factor.rules.js';

/** How far somebody has come with their second factor. */
export interface SecondFactorStanding {
  /** Since when a code is asked for; undefined: none is. */
  readonly since: Instant | undefined;
  /** The secret that the app has, encrypted; undefined while there is none. */
  readonly sealed: string | undefined;
  readonly lastStep: number | undefined;
  /** A secret that waits for its first code, encrypted. */
  readonly offered: { readonly sealed: string; readonly at: Instant } | undefined;
  /** Recovery codes that were not used yet. */
  readonly codesLeft: number;
}

/** Who has which second factor. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly reader: Reader,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly secrets: Secrets,
  ) {}

  async of(personId: string): Promise<SecondFactorStanding> {
    const row = await this.reader.repository(SecondFactorRow).findOne({ where: { personId } });
    const { offeredSecret: offered, offeredAt: at } = row ?? {};
    return {
      since: row?.confirmedAt ?? undefined,
      sealed: row?.secret ?? undefined,
      lastStep: row?.lastStep ?? undefined,
      offered: offered == null || at == null ? undefined : { sealed: offered, at },
      codesLeft: (await this.codeHashes(personId)).length,
    };
  }

  async isOn(personId: string): Promise<boolean> {
    return (await this.of(personId)).since !== undefined;
  }

  /** What the app knows. @throws SecretsKeyWrong */
  opened(personId: string, sealed: string): string {
    return this.secrets.open(sealed, factorOwner(personId));
  }

  /**
   * Keeps a secret that is about to be shown; one that was offered before counts no more.
   * @returns it as it is stored, by which it is confirmed
   * @throws SecretsKeyMissing
   */
  async offer(tx: Tx, personId: string, secret: string): Promise<string> {
    const sealed = this.secrets.seal(secret, factorOwner(personId));
    await tx.run(
      `insert into second_factor (person_id, offered_secret, offered_at) values (?, ?, ?)
       on conflict (person_id) do update
       set offered_secret = excluded.offered_secret, offered_at = excluded.offered_at`,
      [personId, sealed, tx.at],
    );
    return sealed;
  }

  /** The offered secret counts from now on. @returns false if it is not the offered one any more */
  async confirm(tx: Tx, personId: string, sealed: string, step: number): Promise<boolean> {
    const rows = await tx.all(
      `update second_factor set secret = offered_secret, confirmed_at = ?, last_step = ?,
         offered_secret = null, offered_at = null
       where person_id = ? and offered_secret = ? returning person_id`,
      [tx.at, step, personId, sealed],
    );
    if (rows.length > 0) this.tell(tx, personId, 'set-up');
    return rows.length > 0;
  }

  /** Notes that a code was taken. @returns false if somebody was faster with it */
  async take(tx: Tx, personId: string, step: number): Promise<boolean> {
    const rows = await tx.all(
      `update second_factor set last_step = ?
       where person_id = ? and (last_step is null or last_step < ?) returning person_id`,
      [step, personId, step],
    );
    return rows.length > 0;
  }

  /** Of the recovery codes that were not used yet. */
  async codeHashes(personId: string): Promise<readonly string[]> {
    const rows = await this.reader.all<{ readonly hash: string }>(
      `select code_hash as "hash" from recovery_code where person_id = ? and used_at is null`,
      [personId],
    );
    return rows.map(({ hash }) => hash);
  }

  /** Uses a recovery code up. @returns false if somebody was faster with it */
  async useCode(tx: Tx, personId: string, hash: string): Promise<boolean> {
    const rows = await tx.all(
      `update recovery_code set used_at = ?
       where person_id = ? and code_hash = ? and used_at is null returning id`,
      [tx.at, personId, hash],
    );
    if (rows.length > 0) this.tell(tx, personId, 'recovery-code-used');
    return rows.length > 0;
  }

  /** New recovery codes in place of those before. */
  async keepCodes(tx: Tx, personId: string, hashes: readonly string[]): Promise<void> {
    await tx.run('delete from recovery_code where person_id = ?', [personId]);
    const rows = hashes.map((codeHash) => ({
      ...{ id: this.ids.newId(), personId, codeHash, usedAt: null },
    }));
    await tx.repository(RecoveryCodeRow).insert(rows);
    this.tell(tx, personId, 'recovery-codes-renewed');
  }

  /** Nothing of it is left. @param by its owner, or the second of two administrators */
  async remove(tx: Tx, personId: string, by = `person:${personId}`): Promise<void> {
    await tx.run('update second_factor set removed_by = ?, removed_at = ? where person_id = ?', [
      by,
      tx.at,
      personId,
    ]);
    await tx.run('delete from second_factor where person_id = ?', [personId]);
    await tx.run('delete from recovery_code where person_id = ?', [personId]);
    await tx.run('delete from sign_in_ticket where person_id = ?', [personId]);
    this.tell(tx, personId, 'removed', by);
  }

  private tell(tx: Tx, personId: string, step: string, by = `person:${personId}`): void {
    this.audit.record(tx, {
      ...{ action: 'factor-changed', object: { kind: 'person', id: personId }, by },
      changes: [{ field: 'secondFactor', new: step }],
    });
  }
}
