import type { z } from 'zod';
import type {
  ContractDefinition,
  ContractHead,
  ContractVersionDefinition,
  NoticeDefinition,
  OccupancyDefinition,
  PartnerDefinition,
  PositionDefinition,
  TakeOverDefinition,
} from './definition.js';
import type { Severity } from './finding.js';
import { contractHeadSchema, contractSchema, versionSchema } from './schemas/contract.schema.js';
import { noticeSchema } from './schemas/notice.schema.js';
import { partnerSchema } from './schemas/partners.schema.js';
import { occupancySchema, positionSchema } from './schemas/positions.schema.js';
import { takeOverSchema } from './schemas/take-over.schema.js';
import { written } from './to-yaml.js';

/** The facts that people record one by one. */
export interface FactKinds {
  readonly notice: NoticeDefinition;
  readonly partner: PartnerDefinition;
  readonly contract: ContractDefinition;
  readonly 'contract-head': ContractHead;
  readonly version: ContractVersionDefinition;
  readonly position: PositionDefinition;
  readonly occupancy: OccupancyDefinition;
  readonly 'take-over': TakeOverDefinition;
}
export type FactKind = keyof FactKinds;

const SCHEMAS: { readonly [K in FactKind]: z.ZodType<FactKinds[K]> } = {
  notice: noticeSchema,
  partner: partnerSchema,
  contract: contractSchema,
  'contract-head': contractHeadSchema,
  version: versionSchema,
  position: positionSchema,
  occupancy: occupancySchema,
  'take-over': takeOverSchema,
};

/** What is wrong or doubtful about a fact that somebody wants to record. */
export interface FactFinding {
  /** In the fact, as a file writes it: "lines[0].fte"; "" for the whole. */
  readonly path: string;
  /** One German sentence or two. */
  readonly message: string;
  readonly severity: Severity;
}

export type FactReading<Fact> =
  | { readonly fact: Fact; readonly findings: readonly [] }
  | { readonly fact?: undefined; readonly findings: readonly FactFinding[] };

/**
 * Reads a fact as files write it (amounts and days as text, `amount` for `amountCents`), from a
 * form or from JSON: numbers and truth values may stand for their text. All mistakes are listed.
 */
export function readFact<K extends FactKind>(kind: K, input: unknown): FactReading<FactKinds[K]> {
  const result = SCHEMAS[kind].safeParse(asText(input));
  if (result.success) return { fact: result.data, findings: [] };
  return { findings: result.error.issues.flatMap(findingsOf) };
}

/** A fact as files and the API write it: `readFact` reads it back. */
export function writeFact(fact: FactKinds[FactKind]): Readonly<Record<string, unknown>> {
  return written('', fact) as Readonly<Record<string, unknown>>;
}

/** The schema of a fact, for the description of the API. */
export function schemaOf(kind: FactKind): z.ZodType {
  return SCHEMAS[kind];
}

function asText(input: unknown): unknown {
  if (typeof input === 'number' || typeof input === 'boolean') return input.toString();
  if (Array.isArray(input)) return input.map(asText);
  if (typeof input !== 'object' || input === null) return input ?? undefined;
  return Object.fromEntries(
    Object.entries(input)
      .map(([key, value]) => [key, asText(value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function findingsOf(issue: z.core.$ZodIssue): FactFinding[] {
  const path = pathText(issue.path);
  if (issue.code !== 'unrecognized_keys') {
    return [{ path, message: issue.message, severity: 'error' }];
  }
  const messages = issue.message.split('\n');
  return issue.keys.map((key, index) => ({
    path: path === '' ? key : `${path}.${key}`,
    message: messages[index] ?? '',
    severity: 'error',
  }));
}

/** ["lines", 0, "fte"] -> "lines[0].fte". */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key.toString()}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** "lines[0].fte" -> "/lines/0/fte": where a JSON body has it. */
export function pointerOf(path: string): string {
  return path === '' ? '' : `/${path.replaceAll(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`;
}
