import { Module, type OnModuleInit } from '@nestjs/common';
import { CapacityModule } from '../capacity/capacity.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { DefinitionImporters } from '../programmes/definition-import.js';
import { CorrectNoticeUseCase } from './correct-notice.use-case.js';
import { GrantDimensions } from './grant-dimensions.js';
import { Grants, NoticeLineWatchers } from './grants.js';
import { GrantsCheck } from './grants.check.js';
import { GrantsController } from './grants.controller.js';
import { GrantsQueries } from './grants.queries.js';
import { NoticeExporter } from './notice.exporter.js';
import { NoticeImporter } from './notice.importer.js';
import { NoticePostings } from './notice-postings.js';
import { NoticeLineGrants } from './notice-line-grants.js';
import { NoticeWriting } from './notice-writing.js';
import { NoticesUpgrade } from './notices-upgrade.js';
import { NoticesCommandsController } from './notices-commands.controller.js';
import { RecordNoticeUseCase } from './record-notice.use-case.js';
import { WithdrawNoticeUseCase } from './withdraw-notice.use-case.js';

const USE_CASES = [RecordNoticeUseCase, CorrectNoticeUseCase, WithdrawNoticeUseCase];

/** "Zuwendungsbescheide": what the Land granted. */
@Module({
  imports: [CapacityModule, LedgerModule],
  controllers: [GrantsController, NoticesCommandsController],
  providers: [
    ...[Grants, GrantsQueries, NoticeLineWatchers, NoticeLineGrants, NoticePostings],
    ...[
      NoticeWriting,
      GrantDimensions,
      NoticeImporter,
      NoticeExporter,
      NoticesUpgrade,
      GrantsCheck,
    ],
    ...USE_CASES,
  ],
  exports: [Grants, GrantsQueries, NoticeLineWatchers, ...USE_CASES],
})
export class GrantsModule implements OnModuleInit {
  constructor(
    private readonly definitions: DefinitionImporters,
    private readonly importer: NoticeImporter,
    private readonly exporter: NoticeExporter,
  ) {}

  onModuleInit(): void {
    this.definitions.register(this.importer);
    this.definitions.registerExporter(this.exporter);
  }
}
