import { Module, type OnModuleInit } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { DefinitionImporters } from '../programmes/definition-import.js';
import { CorrectTakeOverUseCase } from './correct-take-over.use-case.js';
import { RecordTakeOverUseCase } from './record-take-over.use-case.js';
import { TakeOverCheck } from './take-over.check.js';
import { TakeOverExporter } from './take-over.exporter.js';
import { TakeOverImporter } from './take-over.importer.js';
import { TakeOverPosting } from './take-over-posting.js';
import { TakeOverQueries } from './take-over.queries.js';
import { TakeOversCommandsController } from './take-overs-commands.controller.js';
import { TakeOversController } from './take-overs.controller.js';
import { TakeOverWriting } from './take-over-writing.js';
import { TakenFunding } from './taken-funding.js';
import { TakenUses } from './taken-uses.js';
import { WithdrawTakeOverUseCase } from './withdraw-take-over.use-case.js';

const USE_CASES = [RecordTakeOverUseCase, CorrectTakeOverUseCase, WithdrawTakeOverUseCase];

/** "Übernahme laufender Fälle": what had happened before the book began. */
@Module({
  imports: [LedgerModule, GrantsModule, ContractsModule],
  controllers: [TakeOversController, TakeOversCommandsController],
  providers: [
    ...[TakeOverPosting, TakeOverWriting, TakeOverQueries, TakeOverCheck, TakenUses],
    TakenFunding,
    ...[TakeOverImporter, TakeOverExporter, ...USE_CASES],
  ],
  exports: [TakeOverQueries, ...USE_CASES],
})
export class TakeOverModule implements OnModuleInit {
  constructor(
    private readonly definitions: DefinitionImporters,
    private readonly importer: TakeOverImporter,
    private readonly exporter: TakeOverExporter,
  ) {}

  onModuleInit(): void {
    this.definitions.register(this.importer);
    this.definitions.registerExporter(this.exporter);
  }
}
