import { Contracts2026112100201 } from './migrations/0001-contracts.js';
import { SendingAndTermination2026112100501 } from './migrations/0002-sending-and-termination.js';
import { Clauses2026112100503 } from './migrations/0003-clauses.js';
import { ContractDocuments2026112100702 } from './migrations/0004-contract-documents.js';

export const contractsMigrations = [
  Contracts2026112100201,
  SendingAndTermination2026112100501,
  Clauses2026112100503,
  ContractDocuments2026112100702,
] as const;
