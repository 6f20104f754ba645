import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { toApiJson } from '../platform/http/api-json.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { ContractsQueries, type ContractDetail } from './contracts.queries.js';

/** A contract as the API tells it. */
export function contractJson({ contract, ...rest }: ContractDetail): unknown {
  return toApiJson({ ...contract, ...rest });
}

/** What the API answers to a change of a contract: how it stands now, and its ETag. */
@Injectable()
export class ContractAnswer {
  constructor(
    private readonly contracts: ContractsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownContract */
  async of(id: string, reply: TaggedReply): Promise<unknown> {
    const detail = await this.contracts.contract(id, { on: this.clock.today() });
    tagRevision(reply, detail.revision);
    return contractJson(detail);
  }
}
