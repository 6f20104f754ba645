import { Injectable } from '@nestjs/common';
import { UnknownContract, UnknownVersion } from '../contracts/contracts.errors.js';
import { isEffective, lineIdsOf, partiesOf, spansInForce } from '../contracts/contracts.js';
import { yearsOf } from '../domain/calendar/period.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { BookQueries, type BookFacts } from '../positions/book.queries.js';
import { linesUnder, positionsUnder } from '../positions/positions.js';
import {
  KREIS,
  type ContractDefinition,
  type ContractVersionDefinition,
  type OccupancyDefinition,
} from '../programmes/definitions/definition.js';
import { asIfSigned, changedFacts } from './changed-facts.rules.js';
import { effectsOf } from './effects.rules.js';
import type { Effects } from './effects.types.js';
import type { EffectsAsOf } from './flow-down.queries.js';

export type * from './effects.types.js';

/** A post with people on it beyond the last day of its contract. */
export interface EndingPost {
  readonly position: string;
  readonly label: string;
  readonly employer: string;
  readonly occupancies: readonly OccupancyDefinition[];
}

/** "Was endet für wen": what the end of a contract leaves behind. */
export interface TerminationEffects {
  readonly contract: string;
  readonly endsOn: PlainDate;
  readonly effects: Effects;
  readonly posts: readonly EndingPost[];
  /** Contracts of the tiers below that lose the line that pays for them. */
  readonly contractsBelow: readonly string[];
}

/** What a version would change once it is signed, and what a termination ends. */
@Injectable()
export class EffectsQueries {
  constructor(private readonly book: BookQueries) {}

  /**
   * A draft is taken as signed by all; of a version in force it is told what it has changed.
   * @throws UnknownContract, UnknownVersion
   */
  async ofVersion(contractId: string, number: number, asOf: EffectsAsOf): Promise<Effects> {
    const facts = await this.book.facts(asOf.knownAt);
    const contract = contractOf(facts, contractId);
    const version = contract.versions.find((known) => known.number === number);
    if (version === undefined) throw new UnknownVersion({ contract: contractId, version: number });
    return this.withVersion(facts, contract, version, asOf);
  }

  /**
   * What a version would change that nobody has entered yet, or not as it stands here; of a contract
   * that the book does not have, all that it brings.
   */
  async ofDraft(
    contract: ContractDefinition,
    version: ContractVersionDefinition,
    asOf: EffectsAsOf,
  ): Promise<Effects> {
    return this.withVersion(await this.book.facts(asOf.knownAt), contract, version, asOf);
  }

  /** @throws UnknownContract */
  async ofTermination(
    contractId: string,
    endsOn: PlainDate,
    asOf: EffectsAsOf,
  ): Promise<TerminationEffects> {
    const facts = await this.book.facts(asOf.knownAt);
    const contract = contractOf(facts, contractId);
    const { termination, ...before } = contract;
    const told = { party: KREIS, receivedOn: asOf.on, clause: '', ...termination, endsOn };
    const after = { ...before, termination: told };
    return {
      contract: contractId,
      endsOn,
      effects: this.effects(facts, before, after, asOf),
      posts: endingPosts(facts, contract, endsOn),
      contractsBelow: contractsBelow(facts, contract),
    };
  }

  private withVersion(
    facts: BookFacts,
    contract: ContractDefinition,
    version: ContractVersionDefinition,
    asOf: EffectsAsOf,
  ): Effects {
    const { number } = version;
    const isInForce = isEffective(version, partiesOf(contract));
    const others = contract.versions.filter((known) =>
      isInForce ? known.number < number : known.number !== number,
    );
    const before = { ...contract, versions: others };
    const after = { ...contract, versions: [...others, asIfSigned(contract, version)] };
    return this.effects(facts, before, after, asOf);
  }

  private effects(
    facts: BookFacts,
    before: ContractDefinition,
    after: ContractDefinition,
    { on }: EffectsAsOf,
  ): Effects {
    const [old, next] = [before, after].map((each) => changedFacts(facts, { contracts: [each] }));
    return effectsOf(old ?? facts, next ?? facts, {
      years: yearsApart(before, after),
      on,
      figuresOf: (year) => this.book.figures(year),
    });
  }
}

/** @throws UnknownContract */
export function contractOf({ contracts }: BookFacts, id: string): ContractDefinition {
  const contract = contracts.find((known) => known.id === id);
  if (contract === undefined) throw new UnknownContract({ contract: id });
  return contract;
}

/** The years in which the one or the other state of a contract is in force. */
function yearsApart(...states: readonly ContractDefinition[]): readonly number[] {
  const years = states
    .flatMap((contract) => spansInForce(contract))
    .flatMap(({ period }) => yearsOf(period));
  return [...new Set(years)];
}

function endingPosts(
  facts: BookFacts,
  contract: ContractDefinition,
  endsOn: PlainDate,
): readonly EndingPost[] {
  const posts = lineIdsOf(contract).flatMap((lineId) => positionsUnder(facts, lineId));
  return posts.flatMap(({ id, label, employer, occupancies }) => {
    const beyond = occupancies.filter(({ to }) => to === undefined || to > endsOn);
    return beyond.length === 0 ? [] : [{ position: id, label, employer, occupancies: beyond }];
  });
}

function contractsBelow(facts: BookFacts, contract: ContractDefinition): readonly string[] {
  const below = linesUnder(facts, lineIdsOf(contract))
    .flatMap((lineId) => facts.lines.get(lineId)?.contract.id ?? [])
    .filter((id) => id !== contract.id);
  return [...new Set(below)].toSorted();
}
