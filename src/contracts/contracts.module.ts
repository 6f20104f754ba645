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
import { PartnersController } from './partners.controller.js';
import { PartnersQueries } from './partners.queries.js';

/** "Weiterleitungsverträge": who receives what, on which terms. */
@Module({
  imports: [CapacityModule, GrantsModule],
  controllers: [ContractsController, PartnersController],
  providers: [
    ...[Contracts, LineWatchers, LineCapacities, ContractWriting, ContractsQueries, PartnersQueries],
    ...[PartnerImporter, ContractImporter, PartnerExporter, ContractExporter],
    NoticeUsers,
  ],
  exports: [Contracts, ContractWriting, LineWatchers, ContractsQueries, PartnersQueries],
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
