import { Injectable } from '@nestjs/common';
import { FourEyes } from '../../identity/four-eyes/four-eyes.js';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { readEntries } from '../entries/entry-reading.js';
import { NotByHand, UnknownEntry } from '../ledger.errors.js';
import type { JournalEntry } from '../ledger.types.js';
import { countersignedAs, SUBJECT_KINDS } from './countersigning.rules.js';
import { IMPORTED } from './hand-cases.js';

/** What stands where nobody else is named in a line that says who entered. */
const ENTERED = 'Buchung von Hand';

/**
 * "Gegenzeichnen": an approver stands up for what somebody else entered by hand, beside all use
 * cases. It takes two of them, neither of whom entered it; a file that was read in is
 * countersigned as one. Who entered says the entry itself, hashed; with the first countersignature
 * that becomes an act of the case, so that the database holds the people apart (R31).
 */
@Injectable()
export class CountersignUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fourEyes: FourEyes,
  ) {}

  /**
   * @returns the id of the entry
   * @throws UnknownEntry, NotByHand, RightLacking, NotAPerson, SamePerson, ActRepeated, ActComplete
   */
  async execute(change: FactChange, entry: string): Promise<string> {
    return this.unitOfWork.once(commandOf('countersign', change, { entry }), (tx) =>
      this.countersign(tx, change, entry),
    );
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, entry: string): Promise<void> {
    await this.unitOfWork.rehearse((tx) => this.countersign(tx, change, entry));
  }

  private async countersign(tx: Tx, change: FactChange, id: string): Promise<string> {
    const [entry] = await readEntries(tx, [id]);
    if (entry === undefined) throw new UnknownEntry({ entry: id });
    if (!entry.byHand) throw new NotByHand({ entry: id, kind: entry.kind });
    const subject = countersignedAs(entry);
    const at = entry.recordedAt ?? tx.at;
    for (const by of await enteredBy(tx, entry)) {
      await this.fourEyes.entered(tx, subject, { by, reason: ENTERED, at });
    }
    await this.fourEyes.countersign(tx, subject, change);
    return id;
  }
}

/** Who entered it; of a file whoever its entries by hand name, and whoever read it in. */
async function enteredBy(tx: Tx, entry: JournalEntry): Promise<readonly string[]> {
  const { kind, id } = countersignedAs(entry);
  if (kind === SUBJECT_KINDS.entry) return peopleIn([entry.actors]);
  const rows = await tx.all<{ actors: string }>(
    `select distinct e.actors from ledger_entry e left join ledger_entry o on o.id = e.reverses
     where e.command_key = ? and ${IMPORTED} and coalesce(o.kind, e.kind) = 'adjustment'`,
    [id],
  );
  return peopleIn(rows.map(({ actors }) => JSON.parse(actors) as JournalEntry['actors']));
}

function peopleIn(all: readonly JournalEntry['actors'][]): readonly string[] {
  const people = all.flatMap(({ entered, imported }) => [entered, imported]);
  return [...new Set(people.filter((ref) => ref !== undefined))].toSorted();
}
