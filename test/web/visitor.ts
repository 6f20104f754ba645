import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../src/platform/clock/clock.js';
import { formTokenOf, Sessions } from '../../src/identity/sessions/sessions.js';
import { PeopleQueries } from '../../src/identity/people/people.queries.js';
import {
  RecordPersonUseCase,
  type NewPerson,
} from '../../src/identity/people/record-person.use-case.js';

/** Somebody of the office with every role that one person may hold. */
const COLLEAGUE: NewPerson = {
  name: 'Kollegin der Tests',
  mail: 'kollegin@tests.example',
  roles: ['officer', 'approver', 'controller'],
};

/** Whose browser asks: a mail address of an account, somebody new, or 'nobody'. */
export type As = NewPerson | string;

/**
 * Signs somebody in for all requests that bring no cookie of their own, by a real session of a real
 * account; it is opened anew when the test's clock has left it behind.
 */
export class Visitor {
  private secret: string | undefined;
  /** When the session was last found to hold: while the clock stands still, it does not run out. */
  private seenAt: string | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly as: As = COLLEAGUE,
  ) {}

  /** Before the application adds its own hooks: it sees the cookie as if a browser had sent it. */
  accompany(): void {
    if (this.as === 'nobody') return;
    const server = this.app.getHttpAdapter().getInstance();
    server.addHook('onRequest', async (request) => {
      if (request.url.startsWith('/assets/')) return;
      const sent = request.headers.cookie ?? '';
      if (sent.includes('wb-sitzung=')) return;
      const session = `wb-sitzung=${await this.session()}`;
      request.headers.cookie = sent === '' ? session : `${sent}; ${session}`;
    });
  }

  /** Signs in at once, so that no later request does: what it writes is there before a test begins. */
  async arrive(): Promise<void> {
    if (this.as !== 'nobody') await this.session();
  }

  /** What a form of this session carries. */
  async formToken(): Promise<string> {
    return formTokenOf(await this.session());
  }

  private async session(): Promise<string> {
    const sessions = this.app.get(Sessions);
    const now = this.app.get(Clock).now();
    if (this.secret !== undefined) {
      if (this.seenAt === now) return this.secret;
      this.seenAt = now;
      if (await sessions.acting(this.secret)) return this.secret;
    }
    const origin = { address: '127.0.0.1', browser: 'Tests' };
    const { secret } = await sessions.open(await this.personId(), 'password', origin);
    this.secret = secret;
    this.seenAt = now;
    return secret;
  }

  private async personId(): Promise<string> {
    const mail = typeof this.as === 'string' ? this.as : this.as.mail;
    const known = await this.app.get(PeopleQueries).byMail(mail);
    if (known !== undefined) return known.id;
    if (typeof this.as === 'string') throw new Error(`nobody has the address ${mail}`);
    const change = { by: 'system:tests', reason: 'Tests', key: `tests:${mail}` };
    return this.app.get(RecordPersonUseCase).execute(change, this.as);
  }
}
