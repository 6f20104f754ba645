import { Injectable } from '@nestjs/common';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { DefinitionExporter } from '../programmes/definition-import.js';
import type {
  ContractDefinition,
  PartnersDefinition,
} from '../programmes/definitions/definition.js';
import { readContracts, readPartners } from './contract.reading.js';

/** Writes the contracts of the book back as definitions. */
@Injectable()
export class ContractExporter implements DefinitionExporter<'contract'> {
  readonly kind = 'contract';

  async export(source: RevisionSource): Promise<readonly ContractDefinition[]> {
    return (await readContracts(source)).map(({ fact }) => fact);
  }
}

/** Writes the partners of the book back as one definition. */
@Injectable()
export class PartnerExporter implements DefinitionExporter<'partners'> {
  readonly kind = 'partners';

  async export(source: RevisionSource): Promise<readonly PartnersDefinition[]> {
    const partners = (await readPartners(source)).map(({ fact }) => fact);
    return partners.length === 0 ? [] : [{ kind: 'partners', partners }];
  }
}
