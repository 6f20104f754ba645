import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LineDirectory, type Dimensions, type DimensionSource } from '../ledger/ledger.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
} from '../programmes/definitions/definition.js';
import { Contract } from './contract.entity.js';
import { contractsOfLines, readContracts } from './contract.reading.js';
import { fundingOfYear } from './line-capacity.rules.js';
import { Partner } from './partner.entity.js';
import { spansOfLineInYear } from './version.rules.js';

/** Tells the ledger what belongs to contracts, their lines and partners. */
@Injectable()
export class ContractDimensions implements OnModuleInit {
  constructor(private readonly directory: LineDirectory) {}

  onModuleInit(): void {
    const sources: readonly DimensionSource[] = [
      { dimension: 'allocationLine', resolve: lineDimensions },
      { dimension: 'contract', resolve: contractDimensions },
      { dimension: 'partner', resolve: partnerDimensions },
    ];
    for (const source of sources) this.directory.register(source);
  }
}

async function lineDimensions(
  tx: Tx,
  id: string,
  budgetYear: number | undefined,
): Promise<Dimensions | undefined> {
  const ids = await contractsOfLines(tx, [id]);
  const [found] = ids.length === 0 ? [] : await readContracts(tx, { ids });
  if (found === undefined) return undefined;
  const contract = found.fact;
  const line = lineOf(contract, id, budgetYear);
  if (line === undefined) return undefined;
  const funding = budgetYear === undefined ? undefined : fundingOfYear(contract, id, budgetYear);
  return {
    ...{ programme: contract.programme, component: line.component },
    ...{ contract: contract.id, partner: line.partner },
    ...(funding?.source === 'notice-line' && { noticeLine: funding.noticeLine }),
  };
}

/** As it was last in force in the year; where it was not, as the last version tells it. */
function lineOf(
  contract: ContractDefinition,
  id: string,
  year: number | undefined,
): AllocationLineDefinition | undefined {
  const inForce = year === undefined ? undefined : spansOfLineInYear(contract, id, year).at(-1);
  const told = contract.versions.flatMap(({ lines }) => lines.filter((line) => line.id === id));
  return inForce?.line ?? told.at(-1);
}

async function contractDimensions(tx: Tx, id: string): Promise<Dimensions | undefined> {
  const contract = await latestRevision(tx, Contract, id);
  return contract && { programme: contract.programmeId };
}

async function partnerDimensions(tx: Tx, id: string): Promise<Dimensions | undefined> {
  return (await latestRevision(tx, Partner, id)) && {};
}
