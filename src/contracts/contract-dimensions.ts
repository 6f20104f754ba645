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

/** What belongs to a line in a year, and of which state of its contract that is true. */
interface KnownLine {
  readonly contract: string;
  readonly state: string;
  readonly dimensions: Dimensions;
}

const KNOWN_LINES_MAX = 10_000;

/** Tells the ledger what belongs to contracts, their lines and partners. */
@Injectable()
export class ContractDimensions implements OnModuleInit {
  /** Only a short cut: a contract that has changed is read again. */
  private readonly knownLines = new Map<string, KnownLine>();

  constructor(private readonly directory: LineDirectory) {}

  onModuleInit(): void {
    const sources: readonly DimensionSource[] = [
      { dimension: 'allocationLine', resolve: (tx, id, year) => this.ofLine(tx, id, year) },
      { dimension: 'contract', resolve: contractDimensions },
      { dimension: 'partner', resolve: partnerDimensions },
    ];
    for (const source of sources) this.directory.register(source);
  }

  private async ofLine(tx: Tx, id: string, year?: number): Promise<Dimensions | undefined> {
    const key = `${id}/${String(year)}`;
    const known = this.knownLines.get(key);
    if (known !== undefined && known.state === (await stateOf(tx, known.contract))) {
      return known.dimensions;
    }
    const [contract] = await contractsOfLines(tx, [id]);
    if (contract === undefined) return undefined;
    const state = await stateOf(tx, contract);
    const dimensions = await lineDimensions(tx, contract, id, year);
    if (dimensions === undefined) return undefined;
    if (this.knownLines.size >= KNOWN_LINES_MAX) this.knownLines.clear();
    this.knownLines.set(key, { contract, state, dimensions });
    return dimensions;
  }
}

/** Changes whenever a row of the contract is added; none is ever changed or taken away. */
async function stateOf(tx: Tx, contract: string): Promise<string> {
  const rows = STATE_TABLES.map(
    ([table, column]) =>
      `select count(*) as n, max(recorded_at) as at from ${table} where ${column} = ?`,
  ).join(' union all ');
  const states = await tx.all<{ n: string | number; at: string | null }>(
    rows,
    STATE_TABLES.map(() => contract),
  );
  return states.map(({ n, at }) => `${n} ${String(at)}`).join('; ');
}

const STATE_TABLES = [
  ['contract', 'id'],
  ['contract_version', 'contract_id'],
  ['allocation_line', 'contract_id'],
] as const;

async function lineDimensions(
  tx: Tx,
  contractId: string,
  id: string,
  budgetYear: number | undefined,
): Promise<Dimensions | undefined> {
  const [found] = await readContracts(tx, { ids: [contractId] });
  const contract = found?.fact;
  const line = contract && lineOf(contract, id, budgetYear);
  if (contract === undefined || line === undefined) return undefined;
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
