import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { contains } from '../domain/calendar/period.js';
import type { Recorded } from '../platform/database/recorded.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import { holdFact } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  ContractDefinition,
  PartnerDefinition,
} from '../programmes/definitions/definition.js';
import {
  contractsOfLines,
  readContracts,
  readPartners,
  withContractsAbove,
} from './contract.reading.js';
import { Contract } from './contract.entity.js';
import { UnknownAllocationLine } from './contracts.errors.js';
import { holdersOfLine, lineLinks, type LineHolders } from './line-holders.rules.js';
import { lineIdsOf, spansOfLine, type LineSpan } from './version.rules.js';

export { ContractWriting } from './contract-writing.js';
export type { NewVersion } from './contract-writing.js';
export { ceilingOfYear, shareOfYear } from './ceiling.rules.js';
export type { SpanShare, YearCeiling } from './ceiling.rules.js';
export { completeChecklist, summarizeChecklist } from './checklist.rules.js';
export { clausesText, readClauses } from './clause-text.rules.js';
export type { ReadText } from './clause-text.rules.js';
export {
  allocationLineHolder,
  fundingOfYear,
  grantOfLine,
  holderOf,
  linesTopDown,
  usesOfLine,
  yearsOfLine,
} from './line-capacity.rules.js';
export type { LineUse } from './line-capacity.rules.js';
export { lineLinks, linesHeldBy, linesUnder } from './line-holders.rules.js';
export type { LineHolders } from './line-holders.rules.js';
export { contractSeenBy } from './shared-contract.rules.js';
export { openVersion, versionState } from './version-state.rules.js';
export type { VersionState, VersionStep } from './version-state.rules.js';
export type { EndingLine, TerminationPreview } from './termination.rules.js';
export { LineWatchers } from './line-watchers.js';
export type { LineUse as LineNamer, LineUser, LineWatcher } from './line-watchers.js';
export {
  isEffective,
  lineIdsOf,
  missingForEffect,
  partiesOf,
  spansInForce,
  spansOfLine,
  spansOfLineInYear,
  versionOn,
} from './version.rules.js';
export type { LineSpan, MissingForEffect, VersionSpan } from './version.rules.js';

/** Who gets the money of a line, and who above passes it on, over all tiers. */
export async function holdersInBook(source: RevisionSource, lineId: string): Promise<LineHolders> {
  const ids = await contractsOfLines(source, [lineId]);
  const contracts = ids.length === 0 ? [] : await readContracts(source, { ids });
  const all = await withContractsAbove(
    source,
    contracts.map(({ fact }) => fact),
  );
  return holdersOfLine(lineLinks(all), lineId);
}

/** What later stages may ask about partners, contracts and lines, in a transaction or beside it. */
@Injectable()
export class Contracts {
  /** Contracts with versions and lines; without ids all of them. */
  contracts(
    source: RevisionSource,
    filter: { readonly knownAt?: Instant | undefined; readonly ids?: readonly string[] } = {},
  ): Promise<readonly Recorded<ContractDefinition>[]> {
    return readContracts(source, filter);
  }

  partners(
    source: RevisionSource,
    filter: { readonly knownAt?: Instant | undefined; readonly ids?: readonly string[] } = {},
  ): Promise<readonly Recorded<PartnerDefinition>[]> {
    return readPartners(source, filter);
  }

  /** The contracts that name one of these lines. */
  async contractsOfLines(
    source: RevisionSource,
    lineIds: readonly string[],
    knownAt?: Instant,
  ): Promise<readonly Recorded<ContractDefinition>[]> {
    const ids = await contractsOfLines(source, lineIds, knownAt);
    return ids.length === 0 ? [] : readContracts(source, { knownAt, ids });
  }

  /** Holds a contract until the transaction ends: nobody else adds a version meanwhile. */
  hold(tx: Tx, contractId: string): Promise<void> {
    return holdFact(tx, Contract, contractId);
  }

  /** The days on which each of these lines counts, with its figures; a line nobody has is left out. */
  async spansOfLines(
    source: RevisionSource,
    lineIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly LineSpan[]>> {
    const contracts = await this.contractsOfLines(source, lineIds);
    const wanted = new Set(lineIds);
    return new Map(
      contracts.flatMap(({ fact }) =>
        lineIdsOf(fact)
          .filter((lineId) => wanted.has(lineId))
          .map((lineId) => [lineId, spansOfLine(fact, lineId)] as const),
      ),
    );
  }

  /** The days on which a line counts, with its figures. @throws UnknownAllocationLine */
  async lineSpans(source: RevisionSource, lineId: string): Promise<readonly LineSpan[]> {
    const spans = (await this.spansOfLines(source, [lineId])).get(lineId);
    if (spans === undefined) throw new UnknownAllocationLine({ line: lineId });
    return spans;
  }

  /** The line as the version in force on the day has it; undefined if none is in force. */
  async lineInForce(
    source: RevisionSource,
    lineId: string,
    on: PlainDate,
  ): Promise<LineSpan | undefined> {
    const spans = await this.lineSpans(source, lineId);
    return spans.find(({ period }) => contains(period, on));
  }
}
