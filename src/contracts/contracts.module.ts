import { Module, type OnModuleInit } from '@nestjs/common';
import { CalculationsModule } from '../calculations/calculations.module.js';
import { CapacityModule } from '../capacity/capacity.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { DefinitionImporters } from '../programmes/definition-import.js';
import { ContractExporter, PartnerExporter } from './contract.exporter.js';
import { ContractAnswer } from './contract-answer.js';
import { ContractDocumentsController } from './contract-documents.controller.js';
import { ContractDocumentsQueries } from './contract-documents.queries.js';
import { ContractsCommandsController } from './contracts-commands.controller.js';
import { FileDocumentUseCase } from './file-document.use-case.js';
import { HandOverDocumentUseCase } from './hand-over-document.use-case.js';
import { SigningController } from './signing.controller.js';
import { TerminationsController } from './terminations.controller.js';
import { VersionsController } from './versions.controller.js';
import { VanishingLines } from './vanishing-lines.js';
import { ContractDimensions } from './contract-dimensions.js';
import { ContractOwners } from './contract-owners.js';
import { ContractReferences } from './contract-references.js';
import { CommitmentExcessQueries } from './commitment-excess.queries.js';
import { Commitments } from './commitments.js';
import { ContractWriting } from './contract-writing.js';
import { ContractImporter } from './contract.importer.js';
import { ContractsUpgrade } from './contracts-upgrade.js';
import { ContractsCheck } from './contracts.check.js';
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
import { RecordContractUseCase } from './record-contract.use-case.js';
import { CorrectContractUseCase } from './correct-contract.use-case.js';
import { DraftVersionUseCase } from './draft-version.use-case.js';
import { EditDraftUseCase } from './edit-draft.use-case.js';
import { DiscardDraftUseCase } from './discard-draft.use-case.js';
import { SendVersionUseCase } from './send-version.use-case.js';
import { RecallVersionUseCase } from './recall-version.use-case.js';
import { SignVersionUseCase } from './sign-version.use-case.js';
import { TerminateContractUseCase } from './terminate-contract.use-case.js';
import { WithdrawTerminationUseCase } from './withdraw-termination.use-case.js';
import { RecordPartnerUseCase } from './record-partner.use-case.js';

const USE_CASES = [
  ...[RecordPartnerUseCase, CorrectPartnerUseCase, RecordContractUseCase, CorrectContractUseCase],
  ...[DraftVersionUseCase, EditDraftUseCase, DiscardDraftUseCase],
  ...[SendVersionUseCase, RecallVersionUseCase, SignVersionUseCase],
  ...[TerminateContractUseCase, WithdrawTerminationUseCase],
  ...[FileDocumentUseCase, HandOverDocumentUseCase],
];

/** "Weiterleitungsverträge": who receives what, on which terms. */
@Module({
  imports: [CalculationsModule, CapacityModule, DocumentsModule, GrantsModule, LedgerModule],
  controllers: [
    ...[PartnersController, PartnersCommandsController],
    ...[ContractsController, ContractsCommandsController, ContractDocumentsController],
    ...[VersionsController, SigningController, TerminationsController],
  ],
  providers: [
    ...[
      Contracts,
      LineWatchers,
      LineCapacities,
      Commitments,
      ContractsUpgrade,
      ContractOwners,
      ContractsCheck,
      VanishingLines,
      ContractWriting,
      ContractReferences,
      NoticeUsers,
      ContractDimensions,
    ],
    ...[ContractsQueries, PartnersQueries, ContractDocumentsQueries, CommitmentExcessQueries],
    ContractAnswer,
    ...[PartnerImporter, ContractImporter, PartnerExporter, ContractExporter],
    ...USE_CASES,
  ],
  exports: [
    ...[Contracts, ContractWriting, LineWatchers, ContractsQueries, PartnersQueries],
    ...[ContractDocumentsQueries, CommitmentExcessQueries],
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
