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

  /** Who gets the money of a line, and who passes it on. */
  private async ofLine(id: string): Promise<readonly string[]> {
    const rows = await this.reader.all<{ partnerId: string; forwardedBy: string }>(LINE, [id]);
    return rows.flatMap(({ partnerId, forwardedBy }) => [partnerId, forwardedBy]);
  }
}

const LINE = `
  select distinct line.partner_id as "partnerId", contract.forwarded_by as "forwardedBy"
  from allocation_line line
  join contract on contract.id = line.contract_id and contract.revision =
    (select max(newer.revision) from contract newer where newer.id = contract.id)
  where line.line_id = ?`;

const PARTNERS = `
  select id, name from partner
  where not withdrawn and revision =
    (select max(newer.revision) from partner newer where newer.id = partner.id)
  order by id`;
