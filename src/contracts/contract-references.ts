import { Injectable } from '@nestjs/common';
import { Grants } from '../grants/grants.js';
import { Book } from '../platform/database/book.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import { holdFact, ensureSeen } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import {
  KREIS,
  type ContractDefinition,
  type ContractVersionDefinition,
  type Definition,
} from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ensureReal, ensureSound } from '../programmes/fact-check.js';
import { Programmes } from '../programmes/programmes.js';
import { AllocationLine } from './allocation-line.entity.js';
import { Contract } from './contract.entity.js';
import { contractsOfLines, readContracts, readPartners } from './contract.reading.js';
import { AllocationLineTaken, UnknownContract } from './contracts.errors.js';
import { partiesOf } from './version.rules.js';

/**
 * The contract, held until the transaction ends: nobody adds to it or changes it meanwhile.
 * @param expected the revision that the author saw; absent: whatever is there
 * @throws UnknownContract, StaleRevision
 */
export async function heldContract(
  tx: Tx,
  id: string,
  expected?: number,
): Promise<ContractDefinition> {
  await holdFact(tx, Contract, id);
  const [known] = await readContracts(tx, { ids: [id] });
  if (known === undefined) throw new UnknownContract({ contract: id });
  ensureSeen(id, known.revision, expected);
  return known.fact;
}

/**
 * A line id names one line in the whole book: posts and sub-forwardings refer to it.
 * @throws AllocationLineTaken
 */
export async function ensureLinesFree(
  tx: Tx,
  contract: string,
  lineIds: readonly string[],
): Promise<void> {
  const taken = await latestRevisions(tx, AllocationLine, { where: { lineId: lineIds } });
  const other = taken.find(({ contractId }) => contractId !== contract);
  if (other)
    throw new AllocationLineTaken({ line: other.lineId, contract, other: other.contractId });
}

/** Holds a contract against what it names: programmes, partners, notice lines, the lines above. */
@Injectable()
export class ContractReferences {
  constructor(
    private readonly grants: Grants,
    private readonly programmes: Programmes,
    private readonly book: Book,
  ) {}

  /**
   * @param version the one that changed: mistakes are told from its place; absent: the contract's
   * @returns the warnings
   * @throws FactRefused with all mistakes, AllocationLineTaken
   */
  async ensureSound(
    tx: Tx,
    contract: ContractDefinition,
    version?: ContractVersionDefinition,
  ): Promise<readonly FactFinding[]> {
    ensureReal(this.book, version ?? contract);
    const lines = contract.versions.flatMap((each) => each.lines);
    const ids = [...new Set(lines.map(({ id }) => id))];
    await ensureLinesFree(tx, contract.id, ids);
    const index = contract.versions.findIndex(({ number }) => number === version?.number);
    const base = index < 0 ? '' : `versions[${index.toString()}]`;
    return ensureSound(contract, await this.around(tx, contract), base);
  }

  /** What stands around a contract in the book, with its own state so far. */
  private async around(tx: Tx, contract: ContractDefinition): Promise<readonly Definition[]> {
    const partnerIds = partiesOf(contract).filter((id) => id !== KREIS);
    const partners = (await readPartners(tx, { ids: partnerIds })).map(({ fact }) => fact);
    const notices = (await this.grants.notices(tx)).map(({ fact }) => fact);
    const parents = contract.versions
      .flatMap(({ lines }) => lines.flatMap(({ funding }) => funding))
      .flatMap((each) => (each.source === 'allocation-line' ? [each.allocationLine] : []));
    const above = await contractsOfLines(tx, [...new Set(parents)]);
    const contracts = await readContracts(tx, { ids: [...new Set([...above, contract.id])] });
    return [
      ...this.programmes.programmes(),
      ...(partners.length > 0 ? [{ kind: 'partners' as const, partners }] : []),
      ...notices,
      ...contracts.map(({ fact }) => fact),
    ];
  }
}
