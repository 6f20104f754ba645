import { Injectable } from '@nestjs/common';
import { ContractWriting } from '../contracts/contracts.js';
import { Grants } from '../grants/grants.js';
import { Clock } from '../platform/clock/clock.js';
import {
  commandOf,
  statementOf,
  type CommandStatement,
  type FactChange,
} from '../platform/database/fact-change.js';

import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { BookQueries, type BookFacts } from '../positions/book.queries.js';
import { PositionWriting } from '../positions/positions.js';
import { NotTouched } from './amendments.errors.js';
import { topDown, type DraftedVersion } from './draft-amendments.use-case.js';
import { ensureFits } from './fit.rules.js';
import { noticeOf } from './flow-down.queries.js';
import { followOnOf } from './follow-on.rules.js';
import type { FollowOn, PositionFollowOn } from './follow-on.types.js';

/** Which follow-on notice is taken over, and what does not go on. */
export interface TakeOverFollowOn {
  readonly notice: string;
  /** Ids of contracts, posts and occupancies. */
  readonly leaveOut?: readonly string[];
}

/** What came of it. */
export interface TakenOver {
  readonly versions: readonly DraftedVersion[];
  readonly positions: readonly string[];
  readonly occupancies: readonly string[];
}

/** "Anschlussbescheid übernehmen": contracts, posts and occupancies go on, in one step. */
@Injectable()
export class TakeOverFollowOnUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: Grants,
    private readonly book: BookQueries,
    private readonly contracts: ContractWriting,
    private readonly positions: PositionWriting,
    private readonly clock: Clock,
  ) {}

  /**
   * What was taken over before is passed over.
   * @returns the id of the notice
   * @throws UnknownNotice, NotFollowing, NotTouched, DoesNotFit (R1), CapacityExceeded (R9, R11)
   */
  execute(change: FactChange, wanted: TakeOverFollowOn): Promise<string> {
    const command = commandOf('take-over-follow-on', change, wanted);
    return this.unitOfWork.once(command, async (tx) => {
      await this.takeOver(tx, wanted, statementOf(change));
      return wanted.notice;
    });
  }

  /** What would come of it, or why not; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, wanted: TakeOverFollowOn): Promise<TakenOver> {
    return this.unitOfWork.rehearse((tx) => this.takeOver(tx, wanted, statementOf(change)));
  }

  private async takeOver(
    tx: Tx,
    { notice: noticeId, leaveOut = [] }: TakeOverFollowOn,
    statement: CommandStatement,
  ): Promise<TakenOver> {
    await this.grants.hold(tx, noticeId);
    const facts = await this.book.factsWithin(tx);
    ensureKnown(facts, noticeId, leaveOut);
    const followOn = followOnOf(facts, noticeOf(facts, noticeId), {
      on: this.clock.today(),
      figuresOf: (year) => this.book.figures(year),
      leaveOut: new Set(leaveOut),
    });
    ensureFits(followOn.effects);
    const versions = await this.addVersions(tx, followOn, statement);
    const open = followOn.positions.filter(({ state }) => state === 'open');
    for (const position of open) await this.carryOn(tx, position, statement);
    return {
      versions,
      positions: open.map(({ position }) => position),
      occupancies: open.flatMap(({ occupancies }) => occupancies),
    };
  }

  private async addVersions(
    tx: Tx,
    { contracts }: FollowOn,
    statement: CommandStatement,
  ): Promise<readonly DraftedVersion[]> {
    const added: DraftedVersion[] = [];
    for (const { contract, proposed, kind } of topDown(contracts)) {
      for (const version of proposed) {
        const number = await this.contracts.addVersion(tx, contract, version, statement);
        added.push({ contract, number, kind });
      }
    }
    return added;
  }

  private async carryOn(
    tx: Tx,
    { changed, headChanged, occupancies }: PositionFollowOn,
    statement: CommandStatement,
  ): Promise<void> {
    if (headChanged) await this.positions.recordPosition(tx, changed, statement);
    for (const occupancy of changed.occupancies.filter(({ id }) => occupancies.includes(id))) {
      await this.positions.recordOccupancy(tx, changed.id, occupancy, statement);
    }
  }
}

/** A slip in what is left out must not let it go on unseen. @throws NotTouched */
function ensureKnown(
  { contracts, positions }: BookFacts,
  notice: string,
  leaveOut: readonly string[],
): void {
  const known = new Set([
    ...contracts.map(({ id }) => id),
    ...positions.flatMap(({ id, occupancies }) => [id, ...occupancies.map((each) => each.id)]),
  ]);
  const stranger = leaveOut.find((id) => !known.has(id));
  if (stranger !== undefined) throw new NotTouched({ notice, id: stranger });
}
