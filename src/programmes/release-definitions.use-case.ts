import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { DefinitionFile } from './definitions/definition.js';
import { DefinitionsRefused } from './programmes.errors.js';
import { changedRows, releasableRows, rowId } from './release.rules.js';
import { ReleasedRow } from './released-row.entity.js';

/** "Veröffentlichen": takes the rows of programmes and law tables into the book, for good. */
@Injectable()
export class ReleaseDefinitionsUseCase {
  /**
   * Adds rows that are new; a row that was released before must be the same.
   * @returns how many rows are new
   * @throws DefinitionsRefused with file, line, old and new value of each changed row
   */
  async execute(tx: Tx, files: readonly DefinitionFile[], by: string): Promise<number> {
    const rows = releasableRows(files);
    const released = await tx.repository(ReleasedRow).find();
    const known = new Map(released.map((row) => [rowId(row), row.content]));
    const findings = changedRows(rows, known);
    if (findings.length > 0) throw new DefinitionsRefused(findings);
    const added = rows.filter((row) => !known.has(rowId(row)));
    const facts = added.map(({ kind, key, content, file }) => ({
      kind,
      key,
      content,
      contentHash: createHash('sha256').update(content).digest('hex'),
      sourceFile: file.file,
      sourceHash: file.sha256,
      recordedAt: tx.at,
      recordedBy: by,
    }));
    if (facts.length > 0) await tx.repository(ReleasedRow).insert(facts);
    return added.length;
  }
}
