import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { RecordPersonUseCase } from '../../../src/identity/people/record-person.use-case.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import type { RefusedWorld } from './world.js';

/** The headers with which the browser of a demo account asks. */
export async function headersOf({ app }: RefusedWorld, mail: string) {
  const person = await app.app.get(PeopleQueries).byMail(mail);
  if (person === undefined) throw new Error(`nobody has the address ${mail}`);
  const origin = { address: '127.0.0.1', browser: 'Beispiel' };
  const { secret } = await app.app.get(Sessions).open(person.id, 'demo', origin);
  return { cookie: `wb-sitzung=${secret}` };
}

/** Gives a clerk of the grant office an account. */
export function recordClerk({ app }: RefusedWorld, mail: string, name = 'Renate Beispiel') {
  const change = {
    by: 'system:tests',
    reason: 'Neu im Haus',
    key: `clerk:${name.replaceAll(/\W/g, '-')}`,
  };
  return app.app.get(RecordPersonUseCase).execute(change, { name, mail, roles: ['officer'] });
}
