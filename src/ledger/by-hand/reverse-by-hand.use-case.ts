import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { AuditTrail } from '../../identity/identity.js';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ledger } from '../ledger.js';
import { NotReversible, UnknownEntry } from '../ledger.errors.js';
import type { EntryKind } from '../ledger.types.js';

/** Which entry is taken back, and when that counts. */
export interface HandReversal {
  readonly entry: string;
  readonly effectiveOn: PlainDate;
}

/** "Storno von Hand": takes back what was entered by hand; what a use case entered, it takes back itself. */
@Injectable()
export class ReverseByHandUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the id of the reversal
   * @throws UnknownEntry, NotReversible, AlreadyReversed, PeriodClosed; InvalidField at `/effectiveOn`
   *   for a day before the entry's own
   */
  async execute(change: FactChange, reversal: HandReversal): Promise<string> {
    return this.unitOfWork.once(commandOf('reverse-by-hand', change, reversal), (tx) =>
      this.reverse(tx, change, reversal),
    );
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, reversal: HandReversal): Promise<void> {
    await this.unitOfWork.rehearse((tx) => this.reverse(tx, change, reversal));
  }

  private async reverse(tx: Tx, change: FactChange, reversal: HandReversal): Promise<string> {
    const { entry, effectiveOn } = reversal;
    const [found] = await tx.all<{ kind: EntryKind; effective_on: PlainDate }>(
      'select kind, effective_on from ledger_entry where id = ?',
      [entry],
    );
    if (found === undefined) throw new UnknownEntry({ entry });
    if (found.kind !== 'adjustment') throw new NotReversible({ entry, kind: found.kind });
    if (effectiveOn < found.effective_on) {
      throw new InvalidField('before-entry', effectiveOn, '/effectiveOn'); // nothing was there to take back
    }
    const { by, reason, key } = change;
    const id = await this.ledger.reverse(tx, {
      ...{ entry, effectiveOn, text: reason },
      ...{ actors: { entered: by }, commandKey: key },
    });
    this.audit.record(tx, {
      ...{ action: 'reversed', object: { kind: 'entry', id: entry } },
      ...{ part: { kind: 'entry', id }, by, reason, commandKey: key },
      changes: [{ field: 'effectiveOn', new: effectiveOn }],
    });
    return id;
  }
}
