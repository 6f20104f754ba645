import type { DomainError } from '../domain/errors/domain-error.js';
import type { Reader } from '../platform/database/reader.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { Definition, DefinitionFile, SourcePlace } from './definitions/definition.js';

/** A value of the book that a file states otherwise. The book decides; the difference is told. */
export interface ImportDifference {
  /** Of the notice, contract, post … */
  readonly id: string;
  /** In the file: "versions[2].lines[0].fte". */
  readonly path: string;
  /** As people read it; "" for something that is not there. */
  readonly inBook: string;
  readonly inFile: string;
  readonly place: SourcePlace;
}

/** What an import did: "partner luenen", "contract kim-cities", "version kim-cities/3" … */
export interface ImportResult {
  readonly added: readonly string[];
  readonly unchanged: readonly string[];
  readonly differing: readonly ImportDifference[];
}

/** Kinds of definition that become part of the book, each after those that it rests on. */
export const IMPORTED_KINDS = ['partners', 'notice', 'contract', 'positions', 'take-over'] as const;
export type ImportedKind = (typeof IMPORTED_KINDS)[number];

/** Brings one kind of definition into the book; the module that owns the facts registers it. */
export interface DefinitionImporter<K extends ImportedKind = ImportedKind> {
  readonly kind: K;
  /**
   * Adds what is unknown, changes nothing, reports what differs.
   * @param by who recorded it
   * @param at tells which part of the file comes next, so that a refusal names its line
   * @throws DomainError if a rule of the book says no: the whole import is then undone
   */
  import(
    tx: Tx,
    file: DefinitionFile<Extract<Definition, { kind: K }>>,
    by: string,
    at: (path: string) => void,
  ): Promise<ImportResult>;
  /**
   * When all files of the kind are read: what is entered for them as a whole.
   * @param who who imports, and the key that all entries of the import carry
   */
  finish?(tx: Tx, who: { readonly by: string; readonly key: string }): Promise<void>;
}

/** Writes what the book holds of one kind back as definitions. */
export interface DefinitionExporter<K extends ImportedKind = ImportedKind> {
  readonly kind: K;
  export(
    reader: Pick<Reader, 'all' | 'repository'>,
  ): Promise<readonly Extract<Definition, { kind: K }>[]>;
}

/** The importers and exporters of the modules above; each registers its own when it is made. */
export class DefinitionImporters {
  private readonly importers = new Map<ImportedKind, DefinitionImporter>();
  private readonly exporters = new Map<ImportedKind, DefinitionExporter>();

  register<K extends ImportedKind>(importer: DefinitionImporter<K>): void {
    this.importers.set(importer.kind, importer as unknown as DefinitionImporter);
  }

  registerExporter<K extends ImportedKind>(exporter: DefinitionExporter<K>): void {
    this.exporters.set(exporter.kind, exporter as unknown as DefinitionExporter);
  }

  importerOf(kind: ImportedKind): DefinitionImporter | undefined {
    return this.importers.get(kind);
  }

  /** In the order in which the kinds rest on each other. */
  allExporters(): readonly DefinitionExporter[] {
    return IMPORTED_KINDS.flatMap((kind) => this.exporters.get(kind) ?? []);
  }
}

/** The German sentence for a refusal of any module; the composition root provides it. */
export abstract class RefusalWording {
  abstract describe(error: DomainError): string;
}
