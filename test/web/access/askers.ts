import type { Role } from '../../../src/identity/identity.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { formTokenOf, Sessions } from '../../../src/identity/sessions/sessions.js';
import { CreateTokenUseCase } from '../../../src/identity/tokens/create-token.use-case.js';
import { SettleTokenUseCase } from '../../../src/identity/tokens/settle-token.use-case.js';
import { parsePlainDate } from '../../../src/domain/calendar/plain-date.js';
import { ask, type Answer } from '../answers.js';
import type { WebApp } from '../web-app.js';
import { PARTNER } from './samples.js';

/** One demo account per role. */
export const PEOPLE: Readonly<Record<Role, string>> = {
  officer: 'sachbearbeitung@kreis-unna.example',
  approver: 'anordnung-1@kreis-unna.example',
  treasury: 'kasse-1@kreis-unna.example',
  controller: 'controlling@kreis-unna.example',
  partner: `leitung@${PARTNER}.example`,
  auditor: 'pruefung@kreis-unna.example',
  administrator: 'verwaltung-1@kreis-unna.example',
};

/** Whose browser or program asks: somebody of a role, a program of a role, or nobody that we know. */
export type Asker = Role | `program of ${Role}` | 'nobody';

export const ASKERS: readonly Asker[] = [
  ...(Object.keys(PEOPLE) as Role[]),
  ...(['officer', 'treasury', 'controller', 'auditor'] as const).map(
    (role): Asker => `program of ${role}`,
  ),
  'nobody',
];

/** Whether it is a program, and of which role the asker is; nobody is of none. */
export function roleOf(asker: Asker): { readonly isProgram: boolean; readonly role?: Role } {
  if (asker === 'nobody') return { isProgram: false };
  const isProgram = asker.startsWith('program of ');
  return { isProgram, role: asker.replace('program of ', '') as Role };
}

/** A browser with a session of its own, or a program with its key. */
export interface Door {
  send(method: string, address: string, body?: string): Promise<Answer>;
}

const VISITOR = 'a-browser-of-somebody-who-has-not-signed-in';
const CHANGE = { by: 'system:tests', reason: 'Tests' };

/** Opens sessions and keys of one running application. */
export class Doors {
  private readonly keys = new Map<Role, string>();

  constructor(private readonly web: WebApp) {}

  async of(asker: Asker): Promise<Door> {
    const { isProgram, role } = roleOf(asker);
    if (role === undefined) return this.browser('wb-besuch', VISITOR);
    if (!isProgram) return this.person(PEOPLE[role]);
    const key = this.keys.get(role) ?? (await this.newKey(role));
    this.keys.set(role, key);
    return this.door({ authorization: `Bearer ${key}` });
  }

  /** A real session of the account with this mail address. */
  async person(mail: string): Promise<Door> {
    const { app } = this.web;
    const person = await app.get(PeopleQueries).byMail(mail);
    if (person === undefined) throw new Error(`nobody has the address ${mail}`);
    const origin = { address: '127.0.0.1', browser: 'Tests' };
    const { secret } = await app.get(Sessions).open(person.id, 'password', origin);
    return this.browser('wb-sitzung', secret);
  }

  private async newKey(role: Role): Promise<string> {
    const { app } = this.web;
    const until = parsePlainDate('2026-12-31');
    const wanted = { role, purpose: 'Tests', until };
    const change = { ...CHANGE, by: await this.refOf(PEOPLE.administrator) };
    const { id, secret = '' } = await app
      .get(CreateTokenUseCase)
      .execute({ ...change, key: `key-${role}` }, wanted);
    const consent = { ...CHANGE, by: await this.refOf(PEOPLE.approver), key: `consent-${role}` };
    await app.get(SettleTokenUseCase).consent(consent, id);
    return secret;
  }

  private async refOf(mail: string): Promise<string> {
    const person = await this.web.app.get(PeopleQueries).byMail(mail);
    return `person:${person?.id ?? ''}`;
  }

  private browser(name: string, secret: string): Door {
    return this.door({ cookie: `${name}=${secret}` }, formTokenOf(secret));
  }

  private door(headers: Readonly<Record<string, string>>, formToken = ''): Door {
    return {
      send: (method, address, body) => {
        const isApi = address.startsWith('/api/');
        const isReading = method === 'GET';
        const token = isApi || isReading || formToken === '' ? '' : `_token=${formToken}`;
        const sign = address.includes('?') ? '&' : '?';
        const type = isApi ? 'application/json' : 'application/x-www-form-urlencoded';
        const content = isReading ? {} : { body: body ?? (isApi ? '{}' : '') };
        return ask(this.web, token === '' ? address : `${address}${sign}${token}`, {
          method,
          headers: { ...headers, cookie: headers['cookie'] ?? 'nothing=', 'content-type': type },
          ...content,
        });
      },
    };
  }
}
