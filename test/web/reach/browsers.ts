import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { formTokenOf, Sessions } from '../../../src/identity/sessions/sessions.js';
import { ask, type Answer } from '../answers.js';
import type { WebApp } from '../web-app.js';

/** A browser with a session of its own. */
export interface Browser {
  readonly cookie: string;
  send(method: string, address: string, body?: string): Promise<Answer>;
}

/** Signs the account of a mail address in by a real session; its forms carry their token. */
export async function browserOf(web: WebApp, mail: string): Promise<Browser> {
  const person = await web.app.get(PeopleQueries).byMail(mail);
  if (person === undefined) throw new Error(`nobody has the address ${mail}`);
  const origin = { address: '127.0.0.1', browser: 'Tests' };
  const { secret } = await web.app.get(Sessions).open(person.id, 'password', origin);
  const cookie = `wb-sitzung=${secret}`;
  return {
    cookie,
    send: (method, address, body) => {
      if (method === 'GET') return ask(web, address, { headers: { cookie } });
      const sign = address.includes('?') ? '&' : '?';
      return ask(web, `${address}${sign}_token=${formTokenOf(secret)}`, {
        method,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: body ?? '',
      });
    },
  };
}
