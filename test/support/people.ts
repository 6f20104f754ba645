import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/identity/identity.js';
import { RecordPersonUseCase } from '../../src/identity/people/record-person.use-case.js';
import { Credentials } from '../../src/identity/sign-in/credentials.js';
import type { FactChange } from '../../src/platform/database/fact-change.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { OpenedApp } from './open-app.js';

/** Somebody new with an account and these roles; answers `person:…`. */
export async function somebody(app: OpenedApp, ...roles: readonly Role[]): Promise<string> {
  const key = randomUUID();
  const person = { name: `Person ${key}`, mail: `${key}@kreis-unna.example`, roles };
  const change = { by: 'system:tests', reason: 'Tests', key };
  return `person:${await app.get(RecordPersonUseCase).execute(change, person)}`;
}

/** "person:01K…" without what says that it is a person. */
export function idOf(ref: string): string {
  return ref.slice('person:'.length);
}

/** A change by somebody, with a key of its own. */
export function change(by: string, reason = 'Test'): FactChange {
  return { by, reason, key: randomUUID() };
}

/** Somebody as `somebody`, with a mail address and a password: they have begun with their account. */
export async function begun(app: OpenedApp, ...roles: readonly Role[]): Promise<string> {
  const ref = await somebody(app, ...roles);
  await app
    .get(UnitOfWork)
    .note((tx) => app.get(Credentials).keep(tx, idOf(ref), 'no hash of anything'));
  return ref;
}
