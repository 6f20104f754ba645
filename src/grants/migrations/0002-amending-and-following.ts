import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn } from '../../platform/database/tables.js';
import { EFFECTIVE_FROM_CHECK } from '../notice.entity.js';

/** Since when an amending notice counts, and which notice a follow-on notice goes on from. */
export class AmendingAndFollowing2026112100502 implements MigrationInterface {
  readonly name = 'AmendingAndFollowing2026112100502';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'notice', `"effective_from" date`, EFFECTIVE_FROM_CHECK);
    await addColumn(runner, 'notice', `"follows" varchar(64)`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
