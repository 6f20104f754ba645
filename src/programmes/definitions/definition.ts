import type { SourcePlace } from './basics.definition.js';
import type { ContractDefinition } from './contract.definition.js';
import type { LawTableDefinition } from './law.definition.js';
import type { NoticeDefinition } from './notice.definition.js';
import type { PartnersDefinition } from './partner.definition.js';
import type { PositionsDefinition } from './position.definition.js';
import type { ProgrammeDefinition } from './programme.definition.js';
import type { TakeOverDefinition } from './take-over.definition.js';

/**
 * The definition files (`contracts/**.yaml`) as they are after parsing: every figure in a domain
 * type, every default filled in. Nothing behind this file sees YAML. It is the one language of
 * definitions that modules above share; its words stand in a file per kind.
 */

export * from './basics.definition.js';
export * from './contract-terms.definition.js';
export * from './contract.definition.js';
export * from './law.definition.js';
export * from './notice.definition.js';
export * from './partner.definition.js';
export * from './position.definition.js';
export * from './programme.definition.js';
export * from './take-over.definition.js';

export type Definition =
  | ProgrammeDefinition
  | LawTableDefinition
  | NoticeDefinition
  | PartnersDefinition
  | ContractDefinition
  | PositionsDefinition
  | TakeOverDefinition;

/** A parsed file: its definition, and where each part of it stands. */
export interface DefinitionFile<D extends Definition = Definition> {
  /** As the user named it, or relative to the folder of definitions. */
  readonly file: string;
  readonly sha256: string;
  readonly definition: D;
  /** Known already (shipped, or in the book): files under check are laid over it. */
  readonly below?: true;
  /** Finds the line of a path such as `versions[2].lines[0].fte`; of its nearest parent if it is a default. */
  placeOf(path: string): SourcePlace;
}
