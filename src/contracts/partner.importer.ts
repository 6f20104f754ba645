import { Injectable } from '@nestjs/common';
import { addFacts } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { DefinitionImporter, ImportResult } from '../programmes/definition-import.js';
import type { DefinitionFile, PartnersDefinition } from '../programmes/definitions/definition.js';
import { importDifferences } from '../programmes/definitions/import-differences.js';
import { readPartners } from './contract.reading.js';
import { Partner } from './partner.entity.js';
import { partnerRow } from './partner.mapping.js';

/** Takes partners from files into the book: unknown ones are added, known ones stay as they are. */
@Injectable()
export class PartnerImporter implements DefinitionImporter<'partners'> {
  readonly kind = 'partners';

  async import(
    tx: Tx,
    file: DefinitionFile<PartnersDefinition>,
    by: string,
  ): Promise<ImportResult> {
    const { partners } = file.definition;
    const ids = partners.map(({ id }) => id);
    const known = new Map(
      (await readPartners(tx, { ids })).map(({ fact }) => [fact.id, fact] as const),
    );
    const unknown = partners.filter(({ id }) => !known.has(id));
    const statement = { by, reason: `Import aus ${file.file}` };
    await addFacts(tx, Partner, unknown.map(partnerRow), statement);
    const differing = partners.flatMap((partner, index) => {
      const inBook = known.get(partner.id);
      const path = `partners[${index.toString()}]`;
      return inBook ? importDifferences(file, partner.id, inBook, partner, path) : [];
    });
    const changed = new Set(differing.map(({ id }) => id));
    return {
      added: unknown.map(({ id }) => id),
      unchanged: ids.filter((id) => known.has(id) && !changed.has(id)),
      differing,
    };
  }
}
