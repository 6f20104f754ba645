import { FourEyes, type Subject } from '../../../src/identity/four-eyes/four-eyes.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { RefusedWorld } from './world.js';

/** Boxes of the demo accounts of the office. */
export type Box =
  'sachbearbeitung' | 'anordnung-1' | 'anordnung-2' | 'kasse-1' | 'kasse-2' | `verwaltung-${1 | 2}`;

/** The id of a demo account. */
export async function idOf({ app: { app } }: RefusedWorld, box: Box): Promise<string> {
  const person = await app.get(PeopleQueries).byMail(`${box}@kreis-unna.example`);
  if (person === undefined) throw new Error(`no demo account ${box}`);
  return person.id;
}

export async function changeBy(world: RefusedWorld, box: Box, key: string): Promise<FactChange> {
  return { by: `person:${await idOf(world, box)}`, reason: 'Beispiel', key };
}

type Step = 'entered' | 'certify' | 'order' | 'release' | 'countersign';

/** Somebody does something to a drawdown request. @param by a demo account, or a program */
export async function act(
  world: RefusedWorld,
  step: Step,
  subject: Subject,
  by: Box | 'token:kassensoftware',
): Promise<void> {
  const actor = by === 'token:kassensoftware' ? by : `person:${await idOf(world, by)}`;
  const { app } = world.app;
  await app
    .get(UnitOfWork)
    .run((tx) => app.get(FourEyes)[step](tx, subject, { by: actor, reason: 'Beispiel' }));
}

/** A drawdown request that was entered by an officer. */
export async function enteredRequest(world: RefusedWorld, id: string): Promise<Subject> {
  const subject = { kind: 'drawdown-request', id };
  await act(world, 'entered', subject, 'sachbearbeitung');
  return subject;
}
