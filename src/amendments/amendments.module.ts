import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { PositionsModule } from '../positions/positions.module.js';
import { DraftAmendmentsUseCase } from './draft-amendments.use-case.js';
import { EffectsQueries } from './effects.queries.js';
import { FlowDownQueries } from './flow-down.queries.js';

const QUERIES = [FlowDownQueries, EffectsQueries];
const USE_CASES = [DraftAmendmentsUseCase];

/** "Änderungen": what a change costs, how it flows down, and the amendments that follow. */
@Module({
  imports: [GrantsModule, ContractsModule, PositionsModule],
  providers: [...QUERIES, ...USE_CASES],
  exports: [...QUERIES, ...USE_CASES],
})
export class AmendmentsModule {}
