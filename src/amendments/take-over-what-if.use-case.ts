import { Injectable } from '@nestjs/common';
import { Contracts, ContractWriting } from '../contracts/contracts.js';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { BookQueries, type BookFacts } from '../positions/book.queries.js';
import { AmendmentPending } from './amendments.errors.js';
import type { DraftedVersion } from './draft-amendments.use-case.js';
import { ensureFits } from './fit.rules.js';
import { whatIf } from './what-if-picture.rules.js';
import type { FteMove, WhatIf } from './what-if.types.js';

/** "Als Änderungen entwerfen": one draft for each contract that moves of VzÄ touch. */
@Injectable()
export class TakeOverWhatIfUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: BookQueries,
    private readonly contracts: Contracts,
    private readonly writing: ContractWriting,
    private readonly clock: Clock,
  ) {}

  /**
   * The drafts take effect when all have signed (R4).
   * @throws UnknownAllocationLine, NotMovable, NotVacant, DoesNotFit (R1), AmendmentPending
   */
  async execute(change: FactChange, moves: readonly FteMove[]): Promise<readonly DraftedVersion[]> {
    const ids = touchedContracts(await this.book.facts(), moves);
    const command = commandOf('take-over-what-if', change, moves);
    const numbers = await this.unitOfWork.once(command, async (tx) => {
      const drafted = await this.draft(tx, change, moves, ids);
      return drafted.join(',');
    });
    const known = numbers.split(',').map(Number);
    return ids.map((contract, index) => {
      return { contract, number: known[index] ?? 0, kind: 'amendment' };
    });
  }

  private async draft(
    tx: Tx,
    change: FactChange,
    moves: readonly FteMove[],
    ids: readonly string[],
  ): Promise<readonly number[]> {
    for (const id of ids) await this.contracts.hold(tx, id);
    const facts = await this.book.factsWithin(tx);
    const figuresOf = (year: number) => this.book.figures(year);
    const picture = whatIf(facts, moves, { on: this.clock.today(), figuresOf });
    ensureDraftable(picture);
    const numbers: number[] = [];
    for (const { contract, proposed } of picture.contracts) {
      const statement = statementOf(change);
      numbers.push(await this.writing.addVersion(tx, contract, proposed, statement));
    }
    return numbers;
  }
}

/** Posts above their line may follow later: the cut shows until they do. */
function ensureDraftable({ contracts, effects }: WhatIf): void {
  const pending = contracts.find(({ draftPending }) => draftPending);
  if (pending !== undefined) throw new AmendmentPending({ contract: pending.contract });
  ensureFits(effects, ['notice-line']);
}

/** In order of id, as the picture tells them; an unknown line is refused later. */
function touchedContracts({ lines }: BookFacts, moves: readonly FteMove[]): readonly string[] {
  const ids = moves
    .flatMap(({ fromLine, toLine }) => [fromLine, toLine])
    .flatMap((lineId) => lines.get(lineId)?.contract.id ?? []);
  return [...new Set(ids)].toSorted();
}
