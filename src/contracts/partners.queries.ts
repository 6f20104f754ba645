import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { acting } from '../identity/identity.js';
import { Reader } from '../platform/database/reader.js';
import type { Recorded } from '../platform/database/recorded.js';
import type { PartnerDefinition, PartnerSector } from '../programmes/definitions/definition.js';
import { revisionsOf } from '../platform/database/revision-queries.js';
import { historyOf, type HistoryEntry } from '../programmes/fact-history.js';
import { readPartners } from './contract.reading.js';
import { UnknownPartner } from './contracts.errors.js';
import { Partner } from './partner.entity.js';
import { toPartner } from './partner.mapping.js';

/** "Weiterleitungsempfänger": who receives forwarded money. Its own people see their organisation only. */
@Injectable()
export class PartnersQueries {
  constructor(private readonly reader: Reader) {}

  async partners(
    { knownAt }: { readonly knownAt?: Instant | undefined } = {},
    { sector }: { readonly sector?: PartnerSector } = {},
  ): Promise<readonly Recorded<PartnerDefinition>[]> {
    const partners = await readPartners(this.reader, { knownAt });
    return partners
      .flatMap(seen)
      .filter(({ fact }) => sector === undefined || fact.sector === sector);
  }

  /** @throws UnknownPartner */
  async partner(
    id: string,
    { knownAt }: { readonly knownAt?: Instant | undefined } = {},
  ): Promise<Recorded<PartnerDefinition>> {
    const [found] = (await readPartners(this.reader, { knownAt, ids: [id] })).flatMap(seen);
    if (found === undefined) throw new UnknownPartner({ partner: id });
    return found;
  }

  /**
   * Who changed what about a partner, and why, newest first; the Kreis's own keeping, so none for the
   * partner's people. @throws UnknownPartner
   */
  async history(id: string): Promise<readonly HistoryEntry[]> {
    if (acting().partner !== undefined) return [];
    const rows = await revisionsOf(this.reader, Partner, id);
    if (rows.length === 0) throw new UnknownPartner({ partner: id });
    return historyOf(rows, [], toPartner);
  }
}

/** What the Kreis notes about a partner is not for its people. */
function seen(partner: Recorded<PartnerDefinition>): readonly Recorded<PartnerDefinition>[] {
  const { partner: own } = acting();
  if (own === undefined) return [partner];
  const { note: _, ...fact } = partner.fact;
  return fact.id === own ? [{ ...partner, fact }] : [];
}
