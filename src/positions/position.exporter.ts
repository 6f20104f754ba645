import { Injectable } from '@nestjs/common';
import { groupBy } from '../platform/database/recorded.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { DefinitionExporter } from '../programmes/definition-import.js';
import type { PositionsDefinition } from '../programmes/definitions/definition.js';
import { readPositions } from './position.reading.js';

/** Writes the posts of the book back as definitions: one for each employer. */
@Injectable()
export class PositionExporter implements DefinitionExporter<'positions'> {
  readonly kind = 'positions';

  async export(source: RevisionSource): Promise<readonly PositionsDefinition[]> {
    const facts = (await readPositions(source)).map(({ fact }) => fact);
    const byEmployer = groupBy(facts, ({ employer }) => employer);
    return [...byEmployer.keys()].toSorted().map((employer) => ({
      kind: 'positions',
      positions: byEmployer.get(employer) ?? [],
    }));
  }
}
