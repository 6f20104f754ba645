import { groupBy } from '../platform/database/recorded.js';
import {
  revisionsOf,
  revisionsWhere,
  type RevisionSource,
} from '../platform/database/revision-queries.js';
import { historyOf, type HistoryEntry } from '../programmes/fact-history.js';
import { AllocationLine } from './allocation-line.entity.js';
import { ContractDocument } from './contract-document.entity.js';
import { toDocument } from './contract-document.rules.js';
import { Contract, ContractVersion } from './contract.entity.js';
import { toContract, toVersion } from './contract.mapping.js';
import { UnknownContract } from './contracts.errors.js';

/** A change of a contract, or of one of its filed parts. */
export interface ContractChangeEntry extends HistoryEntry {
  /** The filed part that changed; its `revision` is then that of the part. */
  readonly document?: { readonly id: string; readonly title: string };
}

/**
 * The history of a contract with its versions, lines and filed parts, newest first; a contract that
 * was discarded has one too. @throws UnknownContract
 */
export async function contractHistory(
  source: RevisionSource,
  contractId: string,
): Promise<readonly ContractChangeEntry[]> {
  const heads = await revisionsOf(source, Contract, contractId);
  if (heads.length === 0) throw new UnknownContract({ contract: contractId });
  const versions = await revisionsWhere(source, ContractVersion, { contractId });
  const lines = await revisionsWhere(source, AllocationLine, { contractId });
  const changes = historyOf(heads, [versions, lines] as const, (head, ofVersions, ofLines) => {
    const byVersion = groupBy(ofLines, ({ versionId }) => versionId);
    const told = ofVersions.map((version) => toVersion(version, byVersion.get(version.id) ?? []));
    return toContract(head, told);
  });
  const papers = await revisionsWhere(source, ContractDocument, { contractId });
  return [...changes, ...paperChanges(papers)].toSorted((a, b) =>
    a.recordedAt === b.recordedAt ? 0 : a.recordedAt < b.recordedAt ? 1 : -1,
  );
}

function paperChanges(rows: readonly ContractDocument[]): readonly ContractChangeEntry[] {
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((revisions) => {
    const document = { id: revisions[0]?.id ?? '', title: revisions.at(-1)?.title ?? '' };
    return historyOf(revisions, [], toDocument).map((entry) => ({ ...entry, document }));
  });
}
