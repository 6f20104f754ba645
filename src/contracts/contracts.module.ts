import { Module, type OnModuleInit } from '@nestjs/common';
import { CapacityModule } from '../capacity/capacity.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { DefinitionImporters } from '../programmes/definition-import.js';
import { ContractExporter, PartnerExporter } from './contract.exporter.js';
import { ContractWriting } from './contract-writing.js';
import { ContractImporter } from './contract.importer.js';
import { ContractsController } from './contracts.controller.js';
import { Contracts, LineWatchers } from './contracts.js';
import { ContractsQueries } from './contracts.queries.js';
import { LineCapacities } from './line-capacities.js';
import { NoticeUsers } from './notice-users.js';
import { PartnerImporter } from './partner.importer.js';
import { PartnersCommandsController } from './partners-commands.controller.js';
import { PartnersController } from './partners.controller.js';
import { PartnersQueries } from './partners.queries.js';
import { CorrectPartnerUseCase } from './correct-partner.use-case.js';
import { RecordPartnerUseCase } from './record-partner.use-case.js';

const USE_CASES = [RecordPartnerUseCase, CorrectPartnerUseCase];

/** "Weiterleitungsverträge": who receives what, on which terms. */
@Module({
  imports: [CapacityModule, GrantsModule],
  controllers: [ContractsController, PartnersController, PartnersCommandsController],
  providers: [
    ...[Contracts, LineWatchers, LineCapacities, ContractWriting, ContractsQueries, PartnersQueries],
    ...[PartnerImporter, ContractImporter, PartnerExporter, ContractExporter],
    ...[NoticeUsers, ...USE_CASES],
  ],
  exports: [
    ...[Contracts, ContractWriting, LineWatchers, ContractsQueries, PartnersQueries],
    ...USE_CASES,
  ],
})
export class ContractsModule implements OnModuleInit {
  constructor(
    private readonly definitions: DefinitionImporters,
    private readonly partnerImporter: PartnerImporter,
    private readonly contractImporter: ContractImporter,
    private readonly partnerExporter: PartnerExporter,
    private readonly contractExporter: ContractExporter,
  ) {}

  onModuleInit(): void {
    this.definitions.register(this.partnerImporter);
    this.definitions.register(this.contractImporter);
    this.definitions.registerExporter(this.partnerExporter);
    this.definitions.registerExporter(this.contractExporter);
  }
}
