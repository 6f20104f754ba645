import type { ContractDefinition } from '../../../src/programmes/definitions/definition.js';
import { writeFact } from '../../../src/programmes/definitions/fact-reading.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { without } from '../../support/without.js';
import { ask } from '../../web/answers.js';
import { CHECKED } from '../../use-cases/contracts/amending.js';
import { sending } from './refusal.js';
import type { RefusedWorld } from './world.js';

/** Contracts with the AWO that only one example of a refusal has: 5.0 VzÄ from own funds in 2026. */

const signatures = ['kreis', 'awo'].map((party) => ({ party, signedOn: day('2026-01-10') }));
const TERM = { inForceFrom: day('2026-01-01'), inForceTo: day('2026-12-31') };

/** In force since January. */
export function inForce(id: string): ContractDefinition {
  const funding = [{ source: 'own-funds' as const, year: 2026 }];
  const line = aLine({ id: `${id}-line`, partner: 'awo', funding });
  const version = { ...TERM, signatures, lines: [line], checklist: CHECKED };
  return aContract({
    id,
    title: 'Vertrag mit der AWO',
    partners: ['awo'],
    versions: [aVersion(version)],
  });
}

/** A draft that nobody was asked to sign. */
export function draft(id: string): ContractDefinition {
  const contract = inForce(id);
  const versions = contract.versions.map((version) => ({
    ...without(version, 'writtenOn'),
    signatures: [],
  }));
  return { ...contract, versions };
}

/** Records a contract over the interface. */
export async function recorded(world: RefusedWorld, contract: ContractDefinition): Promise<void> {
  await done(world, '', 'POST', writeFact(contract));
}

/** A change of a contract over the interface, by somebody who has seen its present state. */
export async function change(
  { app }: RefusedWorld,
  id: string,
  method: 'POST' | 'PUT' | 'DELETE',
  body: unknown,
): Promise<RequestInit> {
  const { headers } = await ask(app, `/api/v1/contracts/${id}`);
  return sending(method, body, { 'if-match': headers.get('etag') ?? '"0"' });
}

/** The same, sent; fails if it is refused. @param path "kim-awo/versions" */
export async function done(
  world: RefusedWorld,
  path: string,
  method: 'POST' | 'PUT' | 'DELETE',
  body: unknown,
): Promise<void> {
  const request =
    path === ''
      ? sending(method, body)
      : await change(world, path.split('/')[0] ?? '', method, body);
  const address = `/api/v1/contracts${path === '' ? '' : `/${path}`}`;
  const { status, body: text } = await ask(world.app, address, request);
  if (status >= 400) throw new Error(`${address} was refused: ${text}`);
}
