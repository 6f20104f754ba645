import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import { readContracts } from './contract.reading.js';
import { LineInUse } from './contracts.errors.js';
import { LineWatchers, type LineUse, type LineUser } from './line-watchers.js';
import { lineIdsOf } from './version.rules.js';

/** Lines that no version of a contract has any more: nothing may rest on them (R1). */
@Injectable()
export class VanishingLines implements LineUser, OnModuleInit {
  constructor(private readonly watchers: LineWatchers) {}

  onModuleInit(): void {
    this.watchers.registerUser(this);
  }

  /** @param after absent: the contract itself goes. @throws LineInUse */
  async ensureUnused(
    tx: Tx,
    before: ContractDefinition,
    after: ContractDefinition | undefined,
  ): Promise<void> {
    const kept = new Set(after === undefined ? [] : lineIdsOf(after));
    const gone = [...new Set(lineIdsOf(before))].filter((id) => !kept.has(id));
    if (gone.length === 0) return;
    const use = await this.watchers.userOfLines(tx, gone);
    if (use === undefined) return;
    throw new LineInUse({ contract: before.id, line: use.line, kind: use.kind, by: use.id });
  }

  /** Sub-forwardings, drafted ones too. */
  async userOfLines(tx: Tx, lineIds: readonly string[]): Promise<LineUse | undefined> {
    const gone = new Set(lineIds);
    for (const { fact } of await readContracts(tx)) {
      const funding = fact.versions.flatMap(({ lines }) => lines.flatMap((line) => line.funding));
      for (const source of funding) {
        if (source.source === 'allocation-line' && gone.has(source.allocationLine)) {
          return { line: source.allocationLine, kind: 'contract', id: fact.id };
        }
      }
    }
    return undefined;
  }
}
