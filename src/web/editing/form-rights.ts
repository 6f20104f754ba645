import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { AccessGuard } from '../../identity/access/access-guard.js';
import { AccessTable } from '../../identity/access/access-table.js';
import type { AccessRow } from '../../identity/access/access.types.js';
import { acting } from '../../identity/identity.js';
import { FormKinds } from './form-kinds.js';

/**
 * Who may fill in which form: the table of rights has a row "FORM besetzung" for each. It is asked
 * whenever a draft is opened, for somebody's roles may change while it lies there.
 */
@Injectable()
export class FormRights {
  constructor(
    private readonly table: AccessTable,
    private readonly guard: AccessGuard,
    kinds: FormKinds,
  ) {
    for (const name of kinds.names) this.row(name);
  }

  /** @throws RightLacking */
  async ensureMay(kind: string): Promise<void> {
    await this.guard.admit(this.row(kind), acting(), {});
  }

  /** Whether the form is there, and not for whoever asks: their list of drafts leaves it out. */
  isRefused(kind: string): boolean {
    return this.table.row(rowName(kind)) !== undefined && !this.table.may(acting(), rowName(kind));
  }

  /** @throws AssertionError where a form has no row: the product does not start */
  private row(kind: string): AccessRow {
    const row = this.table.row(rowName(kind));
    assert(row !== undefined, `the table of rights has no row for the form "${kind}"`);
    return row;
  }
}

function rowName(kind: string): string {
  return `FORM ${kind}`;
}
