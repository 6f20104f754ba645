import { Injectable } from '@nestjs/common';
import { Grants } from '../grants/grants.js';
import type { EnteredBy } from '../ledger/ledger.js';
import { addFact } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { DefinitionImporter, ImportResult } from '../programmes/definition-import.js';
import {
  KREIS,
  type ContractDefinition,
  type ContractVersionDefinition,
  type DefinitionFile,
} from '../programmes/definitions/definition.js';
import { importDifferences } from '../programmes/definitions/import-differences.js';
import { Commitments } from './commitments.js';
import { ContractWriting } from './contract-writing.js';
import { Contract } from './contract.entity.js';
import { contractRow, versionIdOf } from './contract.mapping.js';
import { readContracts, readPartners } from './contract.reading.js';
import { ensureLinesFree } from './contract-references.js';
import { PartnerMissing } from './contracts.errors.js';
import { LineCapacities } from './line-capacities.js';

/** Takes contracts from files into the book: unknown contracts and versions are added. */
@Injectable()
export class ContractImporter implements DefinitionImporter<'contract'> {
  readonly kind = 'contract';

  constructor(
    private readonly grants: Grants,
    private readonly capacities: LineCapacities,
    private readonly writing: ContractWriting,
    private readonly commitments: Commitments,
  ) {}

  async import(
    tx: Tx,
    file: DefinitionFile<ContractDefinition>,
    by: string,
    at: (path: string) => void,
  ): Promise<ImportResult> {
    const wanted = file.definition;
    const [known] = await readContracts(tx, { ids: [wanted.id] });
    const knownNumbers = new Set(known?.fact.versions.map(({ number }) => number));
    const versions = wanted.versions.filter(({ number }) => !knownNumbers.has(number));
    const key = `contract:${wanted.id}`;
    const statement = { by, key, reason: `Import aus ${file.file}` };
    await this.ensureReferences(tx, wanted, versions);
    if (known === undefined) await addFact(tx, Contract, contractRow(wanted), statement);
    await this.writing.writeVersions(tx, wanted.id, versions, statement);
    if (versions.length > 0) {
      const now = known
        ? { ...known.fact, versions: [...known.fact.versions, ...versions] }
        : wanted;
      const placed = (lineId: string): void => {
        at(placeOf(wanted, lineId));
      };
      const change = { after: now, before: known?.fact };
      await this.capacities.state(tx, change, statement, placed);
      this.commitments.wait(tx, change);
    }
    return resultOf(file, known?.fact, versions);
  }

  finish(tx: Tx, who: EnteredBy): Promise<void> {
    return this.commitments.followWaiting(tx, who);
  }

  private async ensureReferences(
    tx: Tx,
    contract: ContractDefinition,
    versions: readonly ContractVersionDefinition[],
  ): Promise<void> {
    const lines = versions.flatMap((version) => version.lines);
    const named = [...contract.partners, ...lines.map(({ partner }) => partner)];
    const partners = new Set([contract.forwardedBy, ...named].filter((id) => id !== KREIS));
    await ensurePartners(tx, contract.id, [...partners]);
    const noticeLines = lines
      .flatMap(({ funding }) => funding)
      .flatMap((funding) => (funding.source === 'notice-line' ? [funding.noticeLine] : []));
    await this.grants.lines(tx, [...new Set(noticeLines)]);
    await ensureLinesFree(tx, contract.id, [...new Set(lines.map(({ id }) => id))]);
  }
}

async function ensurePartners(tx: Tx, contract: string, ids: readonly string[]): Promise<void> {
  const known = new Set((await readPartners(tx, { ids })).map(({ fact }) => fact.id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new PartnerMissing({ partner: missing, by: contract });
}

/** Where a file tells the last figures of a line. */
function placeOf({ versions }: ContractDefinition, lineId: string): string {
  const version = versions.findLastIndex(({ lines }) => lines.some(({ id }) => id === lineId));
  const line = versions[version]?.lines.findIndex(({ id }) => id === lineId) ?? 0;
  return `versions[${version.toString()}].lines[${line.toString()}]`;
}

/** A version that the book has is amended by a new one; its lines in the file are only compared. */
function resultOf(
  file: DefinitionFile<ContractDefinition>,
  known: ContractDefinition | undefined,
  versions: readonly ContractVersionDefinition[],
): ImportResult {
  const { id } = file.definition;
  const added = versions.map(({ number }) => versionIdOf(id, number));
  if (known === undefined) return { added: [id, ...added], unchanged: [], differing: [] };
  const isNewVersion = (path: string): boolean => /^versions\[\d+\]$/.test(path);
  const differing = importDifferences(file, id, known, file.definition, '', isNewVersion);
  return { added, unchanged: differing.length === 0 ? [id] : [], differing };
}
