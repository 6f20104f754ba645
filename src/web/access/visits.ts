import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NOBODY, type Acting } from '../../identity/identity.js';
import {
  formTokenOf,
  Sessions,
  type OpenedSession,
  type Origin,
} from '../../identity/sessions/sessions.js';
import { AppConfig } from '../../platform/config/app-config.js';

const VISITOR_BYTES = 24;
const TICKET_SECONDS = 600;

declare module 'fastify' {
  interface FastifyRequest {
    /** What a visitor's forms are bound to, should the page have one. */
    greeting: string;
  }
}

/** Who comes with a request, by its cookies: a session, or somebody who has not signed in. */
@Injectable()
export class Visits {
  private readonly isEncrypted: boolean;

  constructor(
    private readonly sessions: Sessions,
    config: AppConfig,
  ) {
    this.isEncrypted = config.publicUrl?.startsWith('https:') ?? false;
  }

  /**
   * Who asks. Forms of those who have not signed in are bound to a cookie of their own.
   *
   * @param isWatched the session is only looked at, which does not prolong it
   */
  async of(request: FastifyRequest, isWatched = false): Promise<Acting> {
    const { cookies, ip: address } = request;
    const secret = cookies[this.sessionCookie];
    const known = secret === undefined ? undefined : await this.sessions.acting(secret, isWatched);
    if (known !== undefined) return { ...known, address };
    const visitor = cookies[this.visitorCookie];
    return { ...NOBODY, address, ...(visitor && { formToken: formTokenOf(visitor) }) };
  }

  /** What a visitor's forms carry; the cookie goes along with the page that has one. */
  greet(request: FastifyRequest, visitor: Acting): Acting {
    if (visitor.formToken !== undefined) return visitor;
    request.greeting = randomBytes(VISITOR_BYTES).toString('base64url');
    return { ...visitor, formToken: formTokenOf(request.greeting) };
  }

  /** Gives a visitor the cookie that the forms of this page are bound to; without a form, none. */
  keepGreeting({ greeting }: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    if (greeting === '' || typeof payload !== 'string') return;
    if (payload.includes(formTokenOf(greeting))) {
      reply.setCookie(this.visitorCookie, greeting, this.options);
    }
  }

  /** The browser holds the new session's secret from now on; a cookie of before is overwritten. */
  begin(reply: FastifyReply, { secret }: OpenedSession): void {
    reply.setCookie(this.sessionCookie, secret, this.options);
    reply.clearCookie(this.visitorCookie, this.options);
    reply.clearCookie(this.ticketCookie, this.options);
  }

  /** The browser holds the ticket of somebody whose password was right, until the second factor. */
  keepTicket(reply: FastifyReply, ticket: string): void {
    reply.setCookie(this.ticketCookie, ticket, { ...this.options, maxAge: TICKET_SECONDS });
  }

  /** The ticket that the browser holds; '' if none. */
  ticket({ cookies }: FastifyRequest): string {
    return cookies[this.ticketCookie] ?? '';
  }

  /** Where a request comes from, for the sessions that it may begin. */
  origin({ ip: address, headers, acting }: FastifyRequest): Origin {
    const session = acting?.session;
    const browser = headers['user-agent'] ?? '';
    return { address, browser, ...(session !== undefined && { session }) };
  }

  /** The browser forgets the secret, and the pages that it keeps for going back. */
  end(reply: FastifyReply): void {
    reply.clearCookie(this.sessionCookie, this.options);
    reply.header('clear-site-data', '"cache"');
  }

  /** Behind TLS the name itself forbids that a neighbour of the domain sets it. */
  private get sessionCookie(): string {
    return this.isEncrypted ? '__Host-wb-sitzung' : 'wb-sitzung';
  }

  private get visitorCookie(): string {
    return this.isEncrypted ? '__Host-wb-besuch' : 'wb-besuch';
  }

  private get ticketCookie(): string {
    return this.isEncrypted ? '__Host-wb-schritt' : 'wb-schritt';
  }

  private get options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isEncrypted } as const;
  }
}
