import { PeopleQueries, type Person } from '../../../src/identity/people/people.queries.js';
import { PasswordHashing } from '../../../src/identity/passwords/password-hashing.js';
import {
  RecordPersonUseCase,
  type NewPerson,
} from '../../../src/identity/people/record-person.use-case.js';
import type { Origin } from '../../../src/identity/sessions/sessions.js';
import { Credentials } from '../../../src/identity/sign-in/credentials.js';
import { SignInUseCase } from '../../../src/identity/sign-in/sign-in.use-case.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { OpenedApp } from '../../support/open-app.js';

export const PASSWORD = 'lampe wolke fahrrad senf';
export const OTHER_PASSWORD = 'tasse regen hocker zimt';

/** A desk of the office; each test takes one of its own, for attempts are counted by address. */
export function desk(number: number): Origin {
  return { address: `10.0.0.${number}`, browser: 'Tests' };
}

/** Somebody with an account and, unless said otherwise, a password. */
export async function account(
  app: OpenedApp,
  box: string,
  { password = PASSWORD, ...more }: Partial<NewPerson> & { readonly password?: string | null } = {},
): Promise<Person> {
  const mail = `${box}@kreis.example`;
  const change = { by: 'system:tests', reason: 'Tests', key: `account:${mail}` };
  const person: NewPerson = { name: `Frau ${box}`, mail, roles: ['officer'], ...more };
  const id = await app.get(RecordPersonUseCase).execute(change, person);
  if (password !== null) {
    const hash = await app.get(PasswordHashing).hash(password);
    await app.get(UnitOfWork).note((tx) => app.get(Credentials).keep(tx, id, hash));
  }
  const found = await app.get(PeopleQueries).person(id);
  if (found === undefined) throw new Error('it was just recorded');
  return found;
}

/** What comes of an attempt to sign in: "in", or the code of the refusal. */
export async function tried(
  app: OpenedApp,
  mail: string,
  password: string,
  origin: Origin,
): Promise<string> {
  try {
    const { kind } = await app.get(SignInUseCase).execute({ mail, password }, origin);
    return kind;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}
