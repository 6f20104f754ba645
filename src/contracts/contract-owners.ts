import { Injectable } from '@nestjs/common';
import { ObjectOwners } from '../identity/access/object-owners.js';
import { Organisations } from '../identity/organisations.js';
import { Reader } from '../platform/database/reader.js';
import { readContracts, withContractsAbove } from './contract.reading.js';
import { holdersInBook } from './contracts.js';
import { holdersOfLine, lineLinks } from './line-holders.rules.js';
import { lineIdsOf, partiesOf } from './version.rules.js';

/** Whose contracts, lines and partners are, for rights that reach own objects only. */
@Injectable()
export class ContractOwners {
  constructor(
    owners: ObjectOwners,
    organisations: Organisations,
    private readonly reader: Reader,
  ) {
    owners.register('contract', (id) => this.ofContract(id));
    owners.register('line', (id) => this.ofLine(id));
    owners.register('partner', (id) => Promise.resolve([id]));
    organisations.register((source) => source.all(PARTNERS));
  }

  /** Every party reads the shared text, and so does whoever passes on what pays for its lines. */
  private async ofContract(id: string): Promise<readonly string[]> {
    const [found] = await readContracts(this.reader, { ids: [id] });
    if (found === undefined) return [];
    const links = lineLinks(await withContractsAbove(this.reader, [found.fact]));
    const above = lineIdsOf(found.fact).flatMap((line) => holdersOfLine(links, line).above);
    return [...new Set([...partiesOf(found.fact), ...above])];
  }

  /** Who gets the money of a line, and who passes it on, over all tiers. */
  private async ofLine(id: string): Promise<readonly string[]> {
    const { first, above } = await holdersInBook(this.reader, id);
    return [...first, ...above];
  }
}

const PARTNERS = `
  select id, name from partner
  where not withdrawn and revision =
    (select max(newer.revision) from partner newer where newer.id = partner.id)
  order by id`;
