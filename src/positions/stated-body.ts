import type { ApiBodyOptions } from '@nestjs/swagger';
import { later } from '../platform/http/api-description.js';
import { reasonedBody } from '../platform/http/change-request.js';
import { factBodySchema, withoutReadOnly } from '../programmes/fact-request.js';
import { FactRefused } from '../programmes/programmes.errors.js';

/** Fields as a request states them, and why. */
export interface StatedBody {
  readonly reason: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads a body that corrects what the address names; the body may repeat the id,
 * and what only answers have.
 * @throws InvalidField if no reason is given, FactRefused at "id" if the body names something else
 */
export function correctionOf(body: unknown, id: string): StatedBody {
  const { reason, fields } = reasonedBody(body);
  ensureSame('id', fields['id'], id);
  return { reason, fields: { ...withoutReadOnly(fields, ['occupancies']), id } };
}

/** @throws FactRefused at the field if a body says something else than the book */
export function ensureSame(path: string, told: unknown, known: string): void {
  if (told === undefined || told === known) return;
  const message = `Das ändert sich nie: hier geht es um „${known}“.`;
  throw new FactRefused([{ path, message, severity: 'error' }]);
}

type Schema = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

/** Bodies that the tests send, by a German name. */
type Examples = Readonly<Record<string, unknown>>;

interface DescribedBody {
  readonly examples: Examples;
  /** It corrects what the address names: a reason is a must. */
  readonly corrects?: boolean;
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** OpenAPI: a post without who fills it; the id may be left out. */
export const ApiPositionBody = later(
  (swagger) =>
    ({ examples, corrects = false }: DescribedBody): MethodDecorator =>
      swagger.ApiBody(bodyOf('position', { corrects, without: ['occupancies'] }, examples)),
);

/** OpenAPI: an occupancy with the id of its post. */
export const ApiOccupancyBody = later(
  (swagger) =>
    ({ examples, corrects = false }: DescribedBody): MethodDecorator =>
      swagger.ApiBody(bodyOf('occupancy', { corrects, besides: { position: POSITION } }, examples)),
);

/** OpenAPI: a body whose fields the description tells. */
export const ApiFieldsBody = later(
  (swagger) =>
    (description: string, properties: readonly string[], examples: Examples): MethodDecorator => {
      const fields = Object.fromEntries(properties.map((name) => [name, {}]));
      const schema = { type: 'object', properties: fields, additionalProperties: false };
      return swagger.ApiBody({ description, schema, examples: valuesOf(examples) });
    },
);

const POSITION = { type: 'string', description: 'Kennung der Stelle' } as const;

interface BodyFields {
  readonly corrects: boolean;
  readonly without?: readonly string[];
  readonly besides?: Readonly<Record<string, object>>;
}

function bodyOf(
  kind: 'position' | 'occupancy',
  { corrects, without = [], besides = {} }: BodyFields,
  examples: Examples,
): ApiBodyOptions {
  const told = factBodySchema(kind, { corrects, without }) as unknown as ObjectSchema;
  const required = (told.required ?? []).filter((name) => name !== 'id');
  const schema = {
    ...told,
    properties: { ...besides, ...told.properties },
    required: [...(corrects ? [] : Object.keys(besides)), ...required],
  };
  return { schema: schema as Schema, examples: valuesOf(examples) };
}

function valuesOf(examples: Examples) {
  return Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));
}
