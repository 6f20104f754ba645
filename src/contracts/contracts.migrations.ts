import { Contracts2026112100201 } from './migrations/0001-contracts.js';
import { SendingAndTermination2026112100501 } from './migrations/0002-sending-and-termination.js';
import { Clauses2026112100503 } from './migrations/0003-clauses.js';
import { ContractDocuments2026112100702 } from './migrations/0004-contract-documents.js';
import { ContractsByForwarder2026112100801 } from './migrations/0005-contracts-by-forwarder.js';

export const contractsMigrations = [
  Contracts2026112100201,
  SendingAndTermination2026112100501,
  Clauses2026112100503,
  ContractDocuments2026112100702,
  ContractsByForwarder2026112100801,
] as const;
