import { Injectable } from '@nestjs/common';
import { ContractWriting } from '../contracts/contracts.js';
import { Grants } from '../grants/grants.js';
import {
  commandOf,
  statementOf,
  type CommandStatement,
  type FactChange,
} from '../platform/database/fact-change.js';

import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { BookQueries } from '../positions/book.queries.js';
import { NotTouched } from './amendments.errors.js';
import { flowDownOf } from './flow-down-picture.rules.js';
import { noticeOf } from './flow-down.queries.js';
import type { ContractFlow } from './flow-down.types.js';

/** Which amending notice is passed on, to all contracts that it touches or to some. */
export interface DraftAmendments {
  readonly notice: string;
  readonly contracts?: readonly string[];
}

/** A version that was drafted, or follows the notice by itself. */
export interface DraftedVersion {
  readonly contract: string;
  readonly number: number;
  readonly kind: 'by-notice' | 'amendment';
}

/** "Änderungen entwerfen" (R10): every contract that a changed notice touches, in one step. */
@Injectable()
export class DraftAmendmentsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: Grants,
    private readonly book: BookQueries,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * Contracts that have followed already, or that something stands in the way of, are passed over.
   * @returns the id of the notice
   * @throws UnknownNotice, NotAmending, NotTouched, CapacityExceeded (R1)
   */
  execute(change: FactChange, wanted: DraftAmendments): Promise<string> {
    const command = commandOf('draft-amendments', change, wanted);
    return this.unitOfWork.once(command, async (tx) => {
      await this.draft(tx, wanted, statementOf(change));
      return wanted.notice;
    });
  }

  /** What would be drafted, or why not; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, wanted: DraftAmendments): Promise<readonly DraftedVersion[]> {
    return this.unitOfWork.rehearse((tx) => this.draft(tx, wanted, statementOf(change)));
  }

  private async draft(
    tx: Tx,
    { notice: noticeId, contracts }: DraftAmendments,
    statement: CommandStatement,
  ): Promise<readonly DraftedVersion[]> {
    await this.grants.hold(tx, noticeId);
    const facts = await this.book.factsWithin(tx);
    const notice = noticeOf(facts, noticeId);
    const flow = flowDownOf(facts, notice, (year) => this.book.figures(year));
    const chosen = chosenOf(noticeId, flow.contracts, contracts);
    const drafted: DraftedVersion[] = [];
    for (const { contract, proposed, kind } of topDown(chosen)) {
      for (const version of proposed) {
        const number = await this.writing.addVersion(tx, contract, version, statement);
        drafted.push({ contract, number, kind });
      }
    }
    return drafted;
  }
}

/** @throws NotTouched if a contract is named that the notice does not reach */
function chosenOf(
  notice: string,
  flows: readonly ContractFlow[],
  contracts: readonly string[] | undefined,
): readonly ContractFlow[] {
  const known = new Set(flows.map(({ contract }) => contract));
  const stranger = contracts?.find((id) => !known.has(id));
  if (stranger !== undefined) throw new NotTouched({ notice, id: stranger });
  const open = flows.filter(({ state }) => state === 'open');
  return contracts === undefined ? open : open.filter((flow) => contracts.includes(flow.contract));
}

/** The Kreis's own contracts first: what they grant is there when the third tier takes it. */
export function topDown<Flow extends { readonly thirdTier: boolean }>(
  flows: readonly Flow[],
): readonly Flow[] {
  return flows.toSorted((a, b) => Number(a.thirdTier) - Number(b.thirdTier));
}
