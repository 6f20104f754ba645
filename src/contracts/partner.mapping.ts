import { present } from '../platform/database/present.js';
import type { PartnerDefinition } from '../programmes/definitions/definition.js';
import type { Partner } from './partner.entity.js';

/** A partner between its two forms: the definition that people write and the row of the book. */

export function partnerRow(partner: PartnerDefinition) {
  return {
    id: partner.id,
    name: partner.name,
    shortName: partner.shortName,
    sector: partner.sector,
    otherNames: partner.otherNames,
    address: partner.address,
    bankAccount: partner.bankAccount,
    note: partner.note ?? null,
    example: partner.example ?? null,
  };
}

export function toPartner(row: Partner): PartnerDefinition {
  return {
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    sector: row.sector,
    otherNames: row.otherNames,
    address: row.address,
    bankAccount: row.bankAccount,
    ...present({ note: row.note, example: row.example }),
  };
}
