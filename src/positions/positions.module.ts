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
import { OwnPostUses } from './own-post-uses.js';
import { PositionCapacities } from './position-capacities.js';
import { PositionExporter } from './position.exporter.js';
import { PositionOwners } from './position-owners.js';
import { PositionWriting } from './position-writing.js';
import { PositionImporter } from './position.importer.js';
import { PositionsController } from './positions.controller.js';
import { Positions } from './positions.js';
import { StandingExceptions } from './standing-exceptions.js';
import { PositionsQueries } from './positions.queries.js';
import { CorrectOccupancyUseCase } from './correct-occupancy.use-case.js';
import { CorrectPositionUseCase } from './correct-position.use-case.js';
import { MovePositionUseCase } from './move-position.use-case.js';
import { OccupanciesController } from './occupancies.controller.js';
import { OccupancyRangeController } from './occupancy-range.controller.js';
import { OccupancyRangeQueries } from './occupancy-range.queries.js';
import { PositionCommandsController } from './position-commands.controller.js';
import { PositionPreviewController } from './position-preview.controller.js';
import { OccupanciesQueries } from './occupancies.queries.js';
import { OccupancyPreviewQueries } from './occupancy-preview.queries.js';
import { OccupancyCapacities } from './occupancy-capacities.js';
import { OccupancyKeeping } from './occupancy-keeping.js';
import { PositionSurroundings } from './position-surroundings.js';
import { RecordOccupanciesUseCase } from './record-occupancies.use-case.js';
import { RecordOccupancyUseCase } from './record-occupancy.use-case.js';
import { RecordPositionUseCase } from './record-position.use-case.js';
import { WithdrawOccupancyUseCase } from './withdraw-occupancy.use-case.js';
import { WithdrawPositionUseCase } from './withdraw-position.use-case.js';

const QUERIES = [
  ...[PositionsQueries, OccupanciesQueries, OccupancyPreviewQueries, OccupancyRangeQueries],
  ...[EntitlementsQueries, OverviewQueries, FlagsQueries, BookQueries],
];

const USE_CASES = [
  RecordPositionUseCase,
  CorrectPositionUseCase,
  MovePositionUseCase,
  WithdrawPositionUseCase,
  RecordOccupancyUseCase,
  CorrectOccupancyUseCase,
  WithdrawOccupancyUseCase,
  RecordOccupanciesUseCase,
];

/** "Stellen": posts, who filled them, what that yields, and the figures of the Übersicht. */
@Module({
  imports: [CapacityModule, GrantsModule, ContractsModule],
  controllers: [
    ...[
      PositionsController,
      LinesController,
      PositionCommandsController,
      PositionPreviewController,
    ],
    ...[OccupancyRangeController, OccupanciesController, EntitlementsController],
  ],
  providers: [
    ...[
      Positions,
      PositionOwners,
      StandingExceptions,
      PositionWriting,
      BookFactsReader,
      PositionCapacities,
      OwnPostUses,
      OccupancyCapacities,
      OccupancyKeeping,
      PositionSurroundings,
      PositionImporter,
      PositionExporter,
    ],
    ...QUERIES,
    ...USE_CASES,
  ],
  exports: [Positions, PositionWriting, ...QUERIES, ...USE_CASES],
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
