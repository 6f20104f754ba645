import type { ApiBodyOptions } from '@nestjs/swagger';
import { z } from 'zod';
import { later } from '../platform/http/api-description.js';
import { reasonedBody } from '../platform/http/change-request.js';
import { schemaOf, type FactKind, type FactKinds } from './definitions/fact-reading.js';
import { factFrom } from './fact-check.js';
import { FactRefused } from './programmes.errors.js';

/** Kinds that name themselves in files; the address of a request says it already. */
const SELF_NAMING: ReadonlySet<FactKind> = new Set(['notice', 'contract', 'take-over']);

/** What an answer tells beside the fact itself: versions change by requests of their own. */
const TOLD_BESIDES: Partial<Readonly<Record<FactKind, readonly string[]>>> = {
  'take-over': ['kind', 'entries', 'reconciliations'],
  'contract-head': ['kind', 'versions', 'inForce', 'termination'],
};

/** A fact as a request states it, and why. */
export interface FactRequest<Fact> {
  readonly fact: Fact;
  readonly reason: string;
}

/**
 * Reads the body of a request that states a fact: its own fields, and the reason beside them.
 *
 * @param id of the fact that the address names; the body may repeat it, and what only answers have
 * @param unsaid the reason that is understood; absent: the body must give one
 * @throws InvalidField, FactRefused with all mistakes
 */
export function factRequest<K extends FactKind>(
  kind: K,
  body: unknown,
  { id, unsaid }: { readonly id?: string; readonly unsaid?: string } = {},
): FactRequest<FactKinds[K]> {
  const { reason, fields } = reasonedBody(body, unsaid);
  const fact = factFrom(kind, {
    ...(SELF_NAMING.has(kind) && { kind }),
    ...(id !== undefined && { id }),
    ...(id === undefined ? fields : withoutReadOnly(fields, TOLD_BESIDES[kind])),
  });
  if (id !== undefined && 'id' in fact && fact.id !== id) {
    const message = `Die Kennung ändert sich nie: hier geht es um „${id}“.`;
    throw new FactRefused([{ path: 'id', message, severity: 'error' }]);
  }
  return { fact, reason };
}

/** What answers tell beside a fact's own fields: the book knows it, nobody states it. */
const MARKS: readonly string[] = ['revision', 'recordedAt', 'recordedBy', 'warnings'];

/** What answers tell of the entries of a list, beside what was stated: `lines` of a notice. */
const OF_ENTRIES: Readonly<Record<string, readonly string[]>> = {
  lines: ['on', 'users', 'used', 'usedFte', 'remaining', 'remainingFte'],
};

/**
 * The fields of a body without those that only answers have, so that a program may send back what it
 * was told, with one field changed. Anything else that is not known stays, and is refused by name.
 *
 * @param besides further fields that the answer of this fact has: versions of a contract
 */
export function withoutReadOnly(
  fields: Readonly<Record<string, unknown>>,
  besides: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const left = new Set([...MARKS, ...besides]);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !left.has(name))
      .map(([name, value]) => [name, ownOf(value, OF_ENTRIES[name] ?? [])] as const),
  );
}

function ownOf(value: unknown, told: readonly string[]): unknown {
  if (told.length === 0 || !Array.isArray(value)) return value;
  return value.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).filter(([name]) => !told.includes(name)))
      : entry,
  );
}

/** How a request that states a fact is described. */
export interface FactBody {
  /** By a German name: bodies that the tests send. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** It corrects a fact that the address names: the reason is a must, the id goes without saying. */
  readonly corrects?: boolean;
  /** Fields that the book fills in: `number` of a new version. */
  readonly without?: readonly string[];
}

type SchemaOf = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

/** OpenAPI: the body of a request that states a fact, by the schema that reads it. */
export const ApiFactBody = later(
  (swagger) =>
    (kind: FactKind, body: FactBody): MethodDecorator =>
      swagger.ApiBody({
        schema: factBodySchema(kind, body) as SchemaOf,
        examples: Object.fromEntries(
          Object.entries(body.examples).map(([name, value]) => [name, { value }]),
        ),
      }),
);

const REASON = {
  type: 'string',
  maxLength: 500,
  description: 'Grund der Änderung; steht in der Geschichte.',
} as const;

/** The schema of such a body; what is expected of each field stands in its description. */
export function factBodySchema(
  kind: FactKind,
  { corrects = false, without = [] }: Pick<FactBody, 'corrects' | 'without'> = {},
): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [] } = z.toJSONSchema(schemaOf(kind), {
    target: 'openapi-3.0',
    io: 'input',
    unrepresentable: 'any',
  });
  const unsaid = new Set(['kind', ...without]);
  const optional = new Set([...unsaid, ...(corrects ? ['id'] : [])]);
  const fields = Object.entries(properties).filter(([name]) => !unsaid.has(name));
  return {
    type: 'object',
    properties: { ...Object.fromEntries(fields), reason: REASON },
    required: [...required.filter((name) => !optional.has(name)), ...(corrects ? ['reason'] : [])],
    additionalProperties: false,
  };
}
