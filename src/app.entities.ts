import { capacityRefusals } from './capacity/capacity.js';
import { capacityEntities } from './capacity/capacity.entities.js';
import { capacityMigrations } from './capacity/capacity.migrations.js';
import { contractsEntities } from './contracts/contracts.entities.js';
import { contractsMigrations } from './contracts/contracts.migrations.js';
import { grantsEntities } from './grants/grants.entities.js';
import { grantsMigrations } from './grants/grants.migrations.js';
import { documentsEntities } from './documents/documents.entities.js';
import { documentsMigrations } from './documents/documents.migrations.js';
import { draftsEntities } from './drafts/drafts.entities.js';
import { draftsMigrations } from './drafts/drafts.migrations.js';
import { identityEntities } from './identity/identity.entities.js';
import { identityMigrations } from './identity/identity.migrations.js';
import { identityRefusals } from './identity/identity.refusals.js';
import { ledgerRefusals } from './ledger/ledger.refusals.js';
import { ledgerEntities } from './ledger/ledger.entities.js';
import { ledgerMigrations } from './ledger/ledger.migrations.js';
import type { DatabaseModuleOptions } from './platform/database/database.module.js';
import { platformEntities } from './platform/database/platform.entities.js';
import { platformMigrations } from './platform/database/platform.migrations.js';
import { positionsEntities } from './positions/positions.entities.js';
import { positionsMigrations } from './positions/positions.migrations.js';
import { programmesEntities } from './programmes/programmes.entities.js';
import { programmesMigrations } from './programmes/programmes.migrations.js';
import { takeOverEntities } from './take-over/take-over.entities.js';
import { takeOverMigrations } from './take-over/take-over.migrations.js';

/** The tables of all modules, and how they came to be: each module contributes its lists. */
export const ENTITIES: DatabaseModuleOptions['entities'] = [
  ...platformEntities,
  ...identityEntities,
  ...capacityEntities,
  ...documentsEntities,
  ...grantsEntities,
  ...contractsEntities,
  ...positionsEntities,
  ...takeOverEntities,
  ...programmesEntities,
  ...draftsEntities,
  ...ledgerEntities,
];

export const MIGRATIONS: DatabaseModuleOptions['migrations'] = [
  ...platformMigrations,
  ...identityMigrations,
  ...capacityMigrations,
  ...documentsMigrations,
  ...grantsMigrations,
  ...contractsMigrations,
  ...positionsMigrations,
  ...takeOverMigrations,
  ...programmesMigrations,
  ...draftsMigrations,
  ...ledgerMigrations,
];

/** What the database refuses by itself, and what that means to people. */
export const REFUSALS: DatabaseModuleOptions['refusals'] = [
  ...identityRefusals,
  ...capacityRefusals,
  ...ledgerRefusals,
];
