import { present } from '../platform/database/present.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import type { AllocationLine } from './allocation-line.entity.js';
import type { Contract, ContractVersion } from './contract.entity.js';

/** A contract between its two forms: the definition that people write and the rows of the book. */

export function versionIdOf(contractId: string, number: number): string {
  return `${contractId}/${number}`;
}

export function contractRow(contract: ContractDefinition) {
  return {
    id: contract.id,
    programmeId: contract.programme,
    title: contract.title,
    fileReference: contract.fileReference,
    legalForm: contract.legalForm,
    direction: contract.direction,
    form: contract.form,
    forwardedBy: contract.forwardedBy,
    partners: contract.partners,
    termination: contract.termination ?? null,
    sources: contract.sources,
    example: contract.example ?? null,
  };
}

export function versionRow(contractId: string, version: ContractVersionDefinition) {
  return {
    id: versionIdOf(contractId, version.number),
    contractId,
    number: version.number,
    kind: version.kind,
    title: version.title,
    writtenOn: version.writtenOn ?? null,
    sentOn: version.sentOn ?? null,
    cause: version.cause ?? null,
    inForceFrom: version.inForceFrom,
    inForceTo: version.inForceTo,
    signatures: version.signatures,
    summary: version.summary,
    terms: version.terms,
    checklist: version.checklist,
    clauses: version.clauses,
    parts: version.parts,
    openItems: version.openItems,
    example: version.example ?? null,
  };
}

export function lineRow(
  contractId: string,
  number: number,
  line: AllocationLineDefinition,
  ordinal: number,
) {
  const versionId = versionIdOf(contractId, number);
  return {
    id: `${versionId}/${line.id}`,
    contractId,
    versionId,
    lineId: line.id,
    ordinal,
    partnerId: line.partner,
    component: line.component,
    title: line.title,
    region: line.region,
    towns: line.towns,
    fte: line.fte,
    annualRateCents: line.annualRateCents,
    materialCents: line.materialCents,
    ceilingCents: line.ceilingCents,
    measures: line.measures,
    funding: line.funding,
    permission: line.permission ?? null,
    permissionNote: line.permissionNote ?? null,
    clause: line.clause,
    note: line.note ?? null,
    example: line.example ?? null,
  };
}

export function toContract(
  row: Contract,
  versions: readonly ContractVersionDefinition[],
): ContractDefinition {
  return {
    kind: 'contract',
    id: row.id,
    programme: row.programmeId,
    title: row.title,
    fileReference: row.fileReference,
    legalForm: row.legalForm,
    direction: row.direction,
    form: row.form,
    forwardedBy: row.forwardedBy,
    partners: row.partners,
    versions: versions.toSorted((a, b) => a.number - b.number),
    sources: row.sources,
    ...present({ termination: row.termination, example: row.example }),
  };
}

export function toVersion(
  row: ContractVersion,
  lines: readonly AllocationLine[],
): ContractVersionDefinition {
  return {
    number: row.number,
    kind: row.kind,
    title: row.title,
    inForceFrom: row.inForceFrom,
    inForceTo: row.inForceTo,
    signatures: row.signatures,
    summary: row.summary,
    terms: row.terms,
    checklist: row.checklist,
    clauses: row.clauses ?? [],
    parts: row.parts,
    lines: lines.toSorted((a, b) => a.ordinal - b.ordinal).map(toLine),
    openItems: row.openItems,
    ...present({
      writtenOn: row.writtenOn,
      sentOn: row.sentOn,
      cause: row.cause,
      example: row.example,
    }),
  };
}

function toLine(row: AllocationLine): AllocationLineDefinition {
  return {
    id: row.lineId,
    partner: row.partnerId,
    component: row.component,
    title: row.title,
    region: row.region,
    towns: row.towns,
    fte: row.fte,
    annualRateCents: row.annualRateCents,
    materialCents: row.materialCents,
    ceilingCents: row.ceilingCents,
    measures: row.measures,
    funding: row.funding,
    clause: row.clause,
    ...present({
      permission: row.permission,
      permissionNote: row.permissionNote,
      note: row.note,
      example: row.example,
    }),
  };
}
