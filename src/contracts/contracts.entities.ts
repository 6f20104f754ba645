import { AllocationLine } from './allocation-line.entity.js';
import { ContractDocument } from './contract-document.entity.js';
import { Contract, ContractVersion } from './contract.entity.js';
import { Partner } from './partner.entity.js';

export const contractsEntities = [
  Partner,
  Contract,
  ContractVersion,
  AllocationLine,
  ContractDocument,
] as const;
