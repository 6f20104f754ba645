import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { Reader } from '../platform/database/reader.js';
import type { Recorded } from '../platform/database/recorded.js';
import type { PartnerDefinition, PartnerSector } from '../programmes/definitions/definition.js';
import { readPartners } from './contract.reading.js';
import { UnknownPartner } from './contracts.errors.js';

/** "Weiterleitungsempfänger": who receives forwarded money. */
@Injectable()
export class PartnersQueries {
  constructor(private readonly reader: Reader) {}

  async partners(
    { knownAt }: { readonly knownAt?: Instant | undefined } = {},
    { sector }: { readonly sector?: PartnerSector } = {},
  ): Promise<readonly Recorded<PartnerDefinition>[]> {
    const partners = await readPartners(this.reader, { knownAt });
    return partners.filter(({ fact }) => sector === undefined || fact.sector === sector);
  }

  /** @throws UnknownPartner */
  async partner(
    id: string,
    { knownAt }: { readonly knownAt?: Instant | undefined } = {},
  ): Promise<Recorded<PartnerDefinition>> {
    const [found] = await readPartners(this.reader, { knownAt, ids: [id] });
    if (found === undefined) throw new UnknownPartner({ partner: id });
    return found;
  }
}
