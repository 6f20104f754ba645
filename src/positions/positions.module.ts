import { Module, type OnModuleInit } from '@nestjs/common';
import { CapacityModule } from '../capacity/capacity.module.js';
import { ContractsModule } from '../contracts/contracts.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { DefinitionImporters } from '../programmes/definition-import.js';
import { BookFactsReader } from './book-facts.js';
import { BookQueries } from './book.queries.js';
import { EntitlementsController } from './entitlements.controller.js';
import { EntitlementsQueries } from './entitlements.queries.js';
import { FlagsQueries } from './flags.queries.js';
import { LinesController } from './lines.controller.js';
import { OverviewQueries } from './overview.queries.js';
import { PositionCapacities } from './position-capacities.js';
import { PositionExporter } from './position.exporter.js';
import { PositionWriting } from './position-writing.js';
import { PositionImporter } from './position.importer.js';
import { PositionsController } from './positions.controller.js';
import { Positions } from './positions.js';
import { PositionsQueries } from './positions.queries.js';

const QUERIES = [PositionsQueries, EntitlementsQueries, OverviewQueries, FlagsQueries, BookQueries];

/** "Stellen": posts, who filled them, what that yields, and the figures of the Übersicht. */
@Module({
  imports: [CapacityModule, GrantsModule, ContractsModule],
  controllers: [PositionsController, LinesController, EntitlementsController],
  providers: [
    ...[
      Positions,
      PositionWriting,
      BookFactsReader,
      PositionCapacities,
      PositionImporter,
      PositionExporter,
    ],
    ...QUERIES,
  ],
  exports: [Positions, PositionWriting, ...QUERIES],
})
export class PositionsModule implements OnModuleInit {
  constructor(
    private readonly definitions: DefinitionImporters,
    private readonly importer: PositionImporter,
    private readonly exporter: PositionExporter,
  ) {}

  onModuleInit(): void {
    this.definitions.register(this.importer);
    this.definitions.registerExporter(this.exporter);
  }
}
