import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { formTokenOf, Sessions } from '../../../src/identity/sessions/sessions.js';
import type { Role } from '../../../src/identity/identity.js';
import { ask, type Answer } from '../answers.js';
import type { WebApp } from '../web-app.js';
import { PARTNER } from './samples.js';

/** Whose browser asks: one demo account per role, and somebody who has not signed in. */
export const ASKERS: Readonly<Record<Role | 'nobody', string>> = {
  officer: 'sachbearbeitung@kreis-unna.example',
  approver: 'anordnung-1@kreis-unna.example',
  treasury: 'kasse-1@kreis-unna.example',
  controller: 'controlling@kreis-unna.example',
  partner: `leitung@${PARTNER}.example`,
  auditor: 'pruefung@kreis-unna.example',
  administrator: 'verwaltung-1@kreis-unna.example',
  nobody: '',
};

/** A browser with a session of its own. */
export interface Browser {
  readonly cookie: string;
  send(method: string, address: string, body?: string): Promise<Answer>;
}

const VISITOR = 'a-browser-of-somebody-who-has-not-signed-in';

/** Signs somebody in by a real session. @param mail '' for somebody who has not signed in */
export async function browserOf(web: WebApp, mail: string): Promise<Browser> {
  const secret = mail === '' ? VISITOR : await secretOf(web, mail);
  const cookie = `${mail === '' ? 'wb-besuch' : 'wb-sitzung'}=${secret}`;
  return {
    cookie,
    send: (method, address, body) => {
      const isApi = address.startsWith('/api/');
      const isReading = method === 'GET';
      const token = isApi || isReading ? '' : formTokenOf(secret);
      const sign = address.includes('?') ? '&' : '?';
      const type = isApi ? 'application/json' : 'application/x-www-form-urlencoded';
      return ask(web, token === '' ? address : `${address}${sign}_token=${token}`, {
        method,
        headers: { cookie, ...(!isReading && { 'content-type': type }) },
        ...(!isReading && { body: body ?? (isApi ? '{}' : '') }),
      });
    },
  };
}

async function secretOf({ app }: WebApp, mail: string): Promise<string> {
  const person = await app.get(PeopleQueries).byMail(mail);
  if (person === undefined) throw new Error(`nobody has the address ${mail}`);
  const origin = { address: '127.0.0.1', browser: 'Tests' };
  const { secret } = await app.get(Sessions).open(person.id, 'password', origin);
  return secret;
}
