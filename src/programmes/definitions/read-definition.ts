import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Definition, DefinitionFile } from './definition.js';
import { pathText } from './fact-reading.js';
import { sortFindings, type Finding } from './finding.js';
import { writtenPath } from './record.js';
import { choice } from './scalars.js';
import { contractSchema } from './schemas/contract.schema.js';
import { lawSchema } from './schemas/law.schema.js';
import { noticeSchema } from './schemas/notice.schema.js';
import { partnersSchema } from './schemas/partners.schema.js';
import { positionsSchema } from './schemas/positions.schema.js';
import { programmeSchema } from './schemas/programme.schema.js';
import { takeOverSchema } from './schemas/take-over.schema.js';
import { readYamlTree, type YamlTree, type YamlValue } from './yaml-tree.js';

type Kind = Definition['kind'];

const SCHEMAS: { readonly [K in Kind]: z.ZodType<Extract<Definition, { kind: K }>> } = {
  programme: programmeSchema,
  law: lawSchema,
  notice: noticeSchema,
  partners: partnersSchema,
  contract: contractSchema,
  positions: positionsSchema,
  'take-over': takeOverSchema,
};

const kindSchema = choice(Object.keys(SCHEMAS) as Kind[]);

/** What reading one file gave: a definition, or the list of its mistakes, never both. */
export interface ReadResult {
  readonly definition?: DefinitionFile;
  readonly findings: readonly Finding[];
}

/** Reads one definition file. All its mistakes are listed, each with its place. */
export function readDefinition(file: string, bytes: Uint8Array): ReadResult {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const message = 'Die Datei ist kein Text in UTF-8.';
    return { findings: [{ file, line: 1, column: 1, path: '', severity: 'error', message }] };
  }
  const tree = readYamlTree(file, text);
  if (tree.value === undefined || tree.findings.length > 0) return { findings: tree.findings };
  const { definition, issues } = parse(tree.value);
  if (definition === undefined) {
    return { findings: sortFindings(issues.flatMap((issue) => toFindings(tree, issue))) };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const placeOf: DefinitionFile['placeOf'] = (path) => tree.placeOf(writtenPath(path));
  return { definition: { file, sha256, definition, placeOf }, findings: [] };
}

interface Parsed {
  readonly definition?: Definition;
  readonly issues: readonly z.core.$ZodIssue[];
}

function parse(value: YamlValue): Parsed {
  const kind = kindSchema.safeParse((value as { readonly kind?: YamlValue }).kind);
  if (!kind.success)
    return { issues: kind.error.issues.map((issue) => ({ ...issue, path: ['kind'] })) };
  const result = SCHEMAS[kind.data].safeParse(value);
  return result.success ? { definition: result.data, issues: [] } : { issues: result.error.issues };
}

function toFindings(tree: YamlTree, issue: z.core.$ZodIssue): Finding[] {
  const path = pathText(issue.path);
  const found = (at: string, place: string, message: string): Finding => ({
    ...tree.placeOf(place),
    path: at,
    severity: 'error',
    message,
  });
  if (issue.code !== 'unrecognized_keys') return [found(path, path, issue.message)];
  const messages = issue.message.split('\n');
  return issue.keys.map((key, index) => {
    const inner = path === '' ? key : `${path}.${key}`;
    return found(inner, `${inner}:key`, messages[index] ?? '');
  });
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
