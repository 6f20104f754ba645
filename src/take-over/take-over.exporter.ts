import { Injectable } from '@nestjs/common';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { DefinitionExporter } from '../programmes/definition-import.js';
import type { TakeOverDefinition } from '../programmes/definitions/definition.js';
import { readTakeOvers } from './take-over.reading.js';

/** Writes the take-overs of the book back as definitions. */
@Injectable()
export class TakeOverExporter implements DefinitionExporter<'take-over'> {
  readonly kind = 'take-over';

  async export(source: RevisionSource): Promise<readonly TakeOverDefinition[]> {
    return (await readTakeOvers(source)).map(({ fact }) => fact);
  }
}
