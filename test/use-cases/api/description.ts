import type { OpenAPIObject } from '@nestjs/swagger';
import { ask } from '../../web/answers.js';
import type { WebApp } from '../../web/web-app.js';

/** A route of the API as its description tells it. */
export interface DescribedRoute {
  /** "PUT /api/v1/partners/{id}". */
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** Bodies by name; a route without a body has none. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** Names of headers, queries and parts of the path; a must is marked: "If-Match*". */
  readonly parameters: readonly string[];
  /** Examples of queries that have one. */
  readonly queries: ReadonlyMap<string, string>;
  readonly statuses: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: Readonly<
      Record<string, { readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }>
    >;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** All routes, as the running product describes them. */
export async function describedRoutes(app: WebApp): Promise<readonly DescribedRoute[]> {
  const { body } = await ask(app, '/api/docs/openapi.json');
  const { paths } = JSON.parse(body) as OpenAPIObject;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Readonly<Record<string, Operation>>).map(([method, operation]) =>
      described(method.toUpperCase(), path, operation),
    ),
  );
}

function described(method: string, path: string, operation: Operation): DescribedRoute {
  const { parameters = [], requestBody, responses } = operation;
  const bodies = requestBody?.content?.['application/json']?.examples ?? {};
  return {
    ...{ route: `${method} ${path}`, method, path },
    examples: new Map(Object.entries(bodies).map(([name, { value }]) => [name, value])),
    parameters: parameters.map(({ name, required }) => `${name}${required === true ? '*' : ''}`),
    queries: new Map(
      parameters
        .filter((each) => each.in === 'query' && typeof each.example === 'string')
        .map(({ name, example }) => [name, String(example)]),
    ),
    statuses: Object.keys(responses),
  };
}
