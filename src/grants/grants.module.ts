import { Module, type OnModuleInit } from '@nestjs/common';
import { CapacityModule } from '../capacity/capacity.module.js';
import { DefinitionImporters } from '../programmes/definition-import.js';
import { Grants } from './grants.js';
import { GrantsController } from './grants.controller.js';
import { GrantsQueries } from './grants.queries.js';
import { NoticeExporter } from './notice.exporter.js';
import { NoticeImporter } from './notice.importer.js';

/** "Zuwendungsbescheide": what the Land granted. */
@Module({
  imports: [CapacityModule],
  controllers: [GrantsController],
  providers: [Grants, GrantsQueries, NoticeImporter, NoticeExporter],
  exports: [Grants, GrantsQueries],
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
