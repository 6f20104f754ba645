import { Global, Module } from '@nestjs/common';
import { DefinitionImporters } from './definition-import.js';
import { ImportDefinitionsUseCase } from './import-definitions.use-case.js';
import { LawTables } from './law-tables.js';
import { OpenBookUseCase } from './open-book.use-case.js';
import { Programmes } from './programmes.js';
import { ReleaseDefinitionsUseCase } from './release-definitions.use-case.js';

const PUBLIC = [
  Programmes,
  LawTables,
  DefinitionImporters,
  OpenBookUseCase,
  ImportDefinitionsUseCase,
];

/**
 * Programmes, law tables and the way of definitions into the book. The composition root binds
 * `AppConfig` and `RefusalWording` globally, and calls {@link OpenBookUseCase} once all modules
 * have registered their importers.
 */
@Global()
@Module({ providers: [...PUBLIC, ReleaseDefinitionsUseCase], exports: PUBLIC })
export class ProgrammesModule {}
