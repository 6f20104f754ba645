import type { Type } from '@nestjs/common';
import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { ApiTokensQueries } from '../../../src/identity/tokens/api-tokens.queries.js';
import { CreateTokenUseCase } from '../../../src/identity/tokens/create-token.use-case.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import type { RefusedWorld } from './world.js';

export const LEAD = 'leitung@luenen.example';
export const OFFICER = 'sachbearbeitung@kreis-unna.example';
export const ADMINISTRATORS = [
  'verwaltung-1@kreis-unna.example',
  'verwaltung-2@kreis-unna.example',
];

/** What somebody states in an example; each key is used for one statement. */
export function said(key: string, by = 'system:console'): FactChange {
  return { by, reason: 'Beispiel', key: `refused-${key}` };
}

export function useCase<T>({ app: { app } }: RefusedWorld, type: Type<T>): T {
  return app.get(type, { strict: false });
}

export async function idOf(world: RefusedWorld, mail: string): Promise<string> {
  return (await useCase(world, PeopleQueries).byMail(mail))?.id ?? '';
}

/** The key that somebody asked for in this example. */
export async function keyOf(world: RefusedWorld, by: string): Promise<string> {
  const keys = await useCase(world, ApiTokensQueries).all();
  return keys.find(({ createdBy }) => createdBy === by)?.id ?? '';
}

/** Asks for a key, which waits for consent. */
export async function waitingKey(world: RefusedWorld, by: string): Promise<string> {
  const until = '2026-12-31' as PlainDate;
  const wanted = { role: 'treasury', purpose: 'Kassenverfahren', until };
  return (await useCase(world, CreateTokenUseCase).execute(said(`key-${by}`, by), wanted)).id;
}
