import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { PositionsModule } from '../positions/positions.module.js';
import { DraftAmendmentsUseCase } from './draft-amendments.use-case.js';
import { EffectsQueries } from './effects.queries.js';
import { FlowDownQueries } from './flow-down.queries.js';
import { FollowOnQueries } from './follow-on.queries.js';
import { TakeOverFollowOnUseCase } from './take-over-follow-on.use-case.js';
import { TakeOverWhatIfUseCase } from './take-over-what-if.use-case.js';
import { WhatIfQueries } from './what-if.queries.js';

const QUERIES = [FlowDownQueries, FollowOnQueries, WhatIfQueries, EffectsQueries];
const USE_CASES = [DraftAmendmentsUseCase, TakeOverFollowOnUseCase, TakeOverWhatIfUseCase];

/** "Änderungen": what a change costs, how it flows down, and the amendments that follow. */
@Module({
  imports: [GrantsModule, ContractsModule, PositionsModule],
  providers: [...QUERIES, ...USE_CASES],
  exports: [...QUERIES, ...USE_CASES],
})
export class AmendmentsModule {}
