import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { DefinitionImporter, ImportResult } from '../programmes/definition-import.js';
import type { DefinitionFile, TakeOverDefinition } from '../programmes/definitions/definition.js';
import { importDifferences } from '../programmes/definitions/import-differences.js';
import { TakeOverPosting } from './take-over-posting.js';
import { TakeOverWriting } from './take-over-writing.js';
import { readTakeOvers } from './take-over.reading.js';

/** Takes running cases from files into the book and posts them; what is known stays as it is. */
@Injectable()
export class TakeOverImporter implements DefinitionImporter<'take-over'> {
  readonly kind = 'take-over';

  constructor(
    private readonly writing: TakeOverWriting,
    private readonly posting: TakeOverPosting,
  ) {}

  async import(
    tx: Tx,
    file: DefinitionFile<TakeOverDefinition>,
    by: string,
  ): Promise<ImportResult> {
    const wanted = file.definition;
    await this.posting.hold(tx, wanted);
    const [known] = await readTakeOvers(tx, { ids: [wanted.id] });
    if (known !== undefined) {
      const differing = importDifferences(file, wanted.id, known.fact, wanted);
      return { added: [], unchanged: differing.length === 0 ? [wanted.id] : [], differing };
    }
    const change = { by, key: `take-over:${wanted.id}`, reason: `Import aus ${file.file}` };
    await this.writing.write(tx, change, wanted, undefined);
    return { added: [wanted.id], unchanged: [], differing: [] };
  }
}
