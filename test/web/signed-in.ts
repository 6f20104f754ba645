import { PeopleQueries } from '../../src/identity/people/people.queries.js';
import { formTokenOf, Sessions } from '../../src/identity/sessions/sessions.js';
import { ask, type Answer } from './answers.js';
import type { WebApp } from './web-app.js';

/** The browser of somebody who has signed in, with a session of its own. */
export interface Browser {
  /** @param body of a form: "grund=Urlaub" */
  send(method: 'GET' | 'POST', address: string, body?: string): Promise<Answer>;
}

/** Signs somebody in by a real session, and sends its token with each form. */
export async function browserOf(web: WebApp, mail: string): Promise<Browser> {
  const person = await web.app.get(PeopleQueries).byMail(mail);
  if (person === undefined) throw new Error(`nobody has the address ${mail}`);
  const origin = { address: '127.0.0.1', browser: 'Tests' };
  const { secret } = await web.app.get(Sessions).open(person.id, 'password', origin);
  const cookie = `wb-sitzung=${secret}`;
  const type = 'application/x-www-form-urlencoded';
  return {
    send: (method, address, body = '') =>
      method === 'GET'
        ? ask(web, address, { headers: { cookie } })
        : ask(web, `${address}?_token=${formTokenOf(secret)}`, {
            method,
            headers: { cookie, 'content-type': type },
            body,
          }),
  };
}
