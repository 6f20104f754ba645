import { Injectable } from '@nestjs/common';
import { ObjectOwners } from '../identity/access/object-owners.js';
import { Organisations } from '../identity/organisations.js';
import { Reader } from '../platform/database/reader.js';

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

  /** Every partner reads the shared text; who forwards further reads what its own partners signed. */
  private async ofContract(id: string): Promise<readonly string[]> {
    const [row] = await this.reader.all<{ partners: string; forwardedBy: string }>(
      `select partners, forwarded_by as "forwardedBy" from contract
       where id = ? order by revision desc limit 1`,
      [id],
    );
    return row === undefined ? [] : [...(JSON.parse(row.partners) as string[]), row.forwardedBy];
  }

  private async ofLine(id: string): Promise<readonly string[]> {
    const rows = await this.reader.all<{ partnerId: string }>(
      'select distinct partner_id as "partnerId" from allocation_line where line_id = ?',
      [id],
    );
    return rows.map(({ partnerId }) => partnerId);
  }
}

const PARTNERS = `
  select id, name from partner
  where not withdrawn and revision =
    (select max(newer.revision) from partner newer where newer.id = partner.id)
  order by id`;
