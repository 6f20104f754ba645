import { Injectable } from '@nestjs/common';
import { Contracts, isEffective, partiesOf } from '../contracts/contracts.js';
import { Grants } from '../grants/grants.js';
import { Book } from '../platform/database/book.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import {
  KREIS,
  type ContractDefinition,
  type Definition,
  type PositionDefinition,
} from '../programmes/definitions/definition.js';
import { ensureReal, ensureSound } from '../programmes/fact-check.js';
import { Programmes } from '../programmes/programmes.js';

/** Holds a post against what it names, and against nothing else: a book of any size is as quick. */
@Injectable()
export class PositionSurroundings {
  constructor(
    private readonly programmes: Programmes,
    private readonly contracts: Contracts,
    private readonly grants: Grants,
    private readonly book: Book,
  ) {}

  /**
   * The post's own fields: who employs it, who pays for it, its days and its share. Its occupancies
   * are looked at by themselves.
   *
   * @param before as it stood: what was doubtful already is not told again
   * @returns the warnings (R5)
   * @throws FactRefused with all mistakes, by field
   */
  async ensureSound(
    source: RevisionSource,
    position: PositionDefinition,
    before?: PositionDefinition,
  ): Promise<readonly FactFinding[]> {
    ensureReal(this.book, { ...position, occupancies: [] });
    const around = [
      ...this.programmesOf(position),
      ...(await this.employersOf(source, position)),
      ...(await this.contractsOf(source, position)),
      ...(position.own === undefined
        ? []
        : (await this.grants.notices(source)).map(({ fact }) => fact)),
      ...(before === undefined ? [] : [alone(before)]),
    ];
    return ensureSound(alone(position), around, 'positions[0]');
  }

  /** The one that has the component; if none has, all of them, for the message. */
  private programmesOf({ component }: PositionDefinition): readonly Definition[] {
    const all = this.programmes.programmes();
    const own = all.filter(({ components }) => components.some(({ id }) => id === component));
    return own.length === 0 ? all : own;
  }

  private async employersOf(
    source: RevisionSource,
    { employer }: PositionDefinition,
  ): Promise<readonly Definition[]> {
    if (employer === KREIS) return [];
    const found = await this.contracts.partners(source, { ids: [employer] });
    const partners = found.length === 0 ? await this.contracts.partners(source) : found;
    return [{ kind: 'partners', partners: partners.map(({ fact }) => fact) }];
  }

  private async contractsOf(
    source: RevisionSource,
    { allocationLine }: PositionDefinition,
  ): Promise<readonly Definition[]> {
    if (allocationLine === undefined) return [];
    const found = await this.contracts.contractsOfLines(source, [allocationLine]);
    const contracts = found.length === 0 ? await this.contracts.contracts(source) : found;
    return contracts.map(({ fact }) => effectivePart(fact, allocationLine));
  }
}

/** Drafts of amendments do not count yet, unless nothing else has the line (R4). */
function effectivePart(contract: ContractDefinition, lineId: string): ContractDefinition {
  const parties = partiesOf(contract);
  const versions = contract.versions.filter((version) => isEffective(version, parties));
  const hasLine = versions.some(({ lines }) => lines.some(({ id }) => id === lineId));
  return hasLine ? { ...contract, versions } : contract;
}

function alone(position: PositionDefinition): Definition {
  return { kind: 'positions', positions: [{ ...position, occupancies: [] }] };
}
