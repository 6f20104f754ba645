import { DomainError, toJson } from '../../../src/domain/errors/domain-error.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { sentenceFor } from '../../../src/web/messages/messages.js';
import { ask } from '../../web/answers.js';
import type { RefusedWorld } from './world.js';

/** How a refusal reaches whoever asked. */
export interface Refused {
  readonly code: string;
  readonly status: number;
  /** As JSON tells them: sums as text. */
  readonly facts: unknown;
  readonly detail: string;
}

/** One example of a refusal: what somebody does, and what they are told. */
export interface Refusal {
  /** Absent: on both. */
  readonly onlyOn?: Engine;
  /** What went before, and was fine. */
  readonly given?: (world: RefusedWorld) => Promise<unknown>;
  readonly provoke: (world: RefusedWorld) => Promise<Refused>;
  /** The German sentence stands here word for word. */
  readonly expected: Omit<Refused, 'code'>;
}

/** A use case or a computation that a rule stops. */
export async function stopped(work: () => unknown): Promise<Refused> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, status, facts } = error;
    const told = JSON.parse(toJson(facts)) as unknown;
    return { code, status, facts: told, detail: sentenceFor(code, facts).detail };
  }
  throw new Error('nothing was refused');
}

/** A problem document of the interface. */
export async function answered(
  { app }: RefusedWorld,
  path: string,
  request: RequestInit = {},
): Promise<Refused> {
  const { status, headers, body } = await ask(app, path, request);
  if (headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    throw new Error(`${path} is no problem: ${status} ${body}`);
  }
  const problem = JSON.parse(body) as Refused & { readonly type: string };
  const { type, facts, detail } = problem;
  return { code: type.replace('/errors/', ''), status: problem.status, facts, detail };
}

/** A request that changes something, with a JSON body. */
export function sending(
  method: 'POST' | 'PUT' | 'DELETE',
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  return {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
}
