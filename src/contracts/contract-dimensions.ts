import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LineDirectory, type Dimensions, type DimensionSource } from '../ledger/ledger.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
} from '../programmes/definitions/definition.js';
import { Contract } from './contract.entity.js';
import { readContracts } from './contract.reading.js';
import { fundingOfYear } from './line-capacity.rules.js';
import { Partner } from './partner.entity.js';
import { spansOfLineInYear } from './version.rules.js';

/** What belonged to a line in a year, when the rows of its contract were these. */
interface KeptLine {
  readonly mark: string;
  readonly dimensions: Dimensions | undefined;
}

const KEPT_MAX = 20_000;

/**
 * Tells the ledger what belongs to contracts, their lines and partners. What belongs to a line is
 * kept for as long as its contract has the same rows: they are only ever added to.
 */
@Injectable()
export class ContractDimensions implements OnModuleInit {
  private readonly kept = new Map<string, KeptLine>();

  constructor(private readonly directory: LineDirectory) {}

  onModuleInit(): void {
    const sources: readonly DimensionSource[] = [
      { dimension: 'allocationLine', resolve: (tx, id, year) => this.ofLine(tx, id, year) },
      { dimension: 'contract', resolve: contractDimensions },
      { dimension: 'partner', resolve: partnerDimensions },
    ];
    for (const source of sources) this.directory.register(source);
  }

  private async ofLine(
    tx: Tx,
    id: string,
    budgetYear: number | undefined,
  ): Promise<Dimensions | undefined> {
    const [place] = await tx.all<LinePlace>(PLACE_OF_LINE, [id]);
    if (place === undefined) return undefined;
    const question = `${id}/${budgetYear ?? ''}`;
    const kept = this.kept.get(question);
    if (kept?.mark === place.mark) return kept.dimensions;
    const dimensions = await lineDimensions(tx, place.contract, id, budgetYear);
    tx.onCommitted(() => {
      if (this.kept.size >= KEPT_MAX) this.kept.clear();
      this.kept.set(question, { mark: place.mark, dimensions });
    });
    return dimensions;
  }
}

interface LinePlace {
  readonly contract: string;
  /** Changes with each row that is added to the contract, its versions and lines. */
  readonly mark: string;
}

const PLACE_OF_LINE = `
  select c.id as contract,
    (select count(*) || max(recorded_at) from contract where id = c.id) ||
    (select count(*) || max(recorded_at) from contract_version where contract_id = c.id) ||
    (select count(*) || max(recorded_at) from allocation_line where contract_id = c.id) as mark
  from (
    select min(l.contract_id) as id from allocation_line l
    where l.line_id = ? and not l.withdrawn
      and l.revision = (select max(n.revision) from allocation_line n where n.id = l.id)
  ) c
  where c.id is not null`;

async function lineDimensions(
  tx: Tx,
  contractId: string,
  id: string,
  budgetYear: number | undefined,
): Promise<Dimensions | undefined> {
  const [found] = await readContracts(tx, { ids: [contractId] });
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
