import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../../identity/access/access-guard.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { actAs, NOBODY, type Acting } from '../../identity/identity.js';
import { FormForeign, NotSignedIn } from '../../identity/identity.errors.js';
import { SecondFactorMissing } from '../../identity/second-factor/second-factor.errors.js';
import { API_PREFIX, paths } from '../paths.js';
import { BearerTokens } from './bearer-tokens.js';
import { hasFormToken, needsFormToken } from './form-tokens.js';
import { Visits } from './visits.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; nobody until the request was looked at. */
    acting: Acting | null;
  }
}

/** Each request: who asks, whether they may, whether the form is one of theirs; then the route. */
export function addAccessHooks(app: NestFastifyApplication): void {
  const [table, guard] = [app.get(AccessTable), app.get(AccessGuard)];
  const [visits, programs] = [app.get(Visits), app.get(BearerTokens)];
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('acting', null);
  server.addHook('onRequest', async (request, reply) => {
    const row = table.row(routeOf(request));
    const isOpenPage = row?.isOpen === true && !request.url.startsWith(API_PREFIX);
    const visitor = (await programs.of(request, reply)) ?? (await visits.of(request));
    const who = isOpenPage ? visits.greet(reply, visitor) : visitor;
    request.acting = who;
    if (row === undefined) return; // there is no such page
    try {
      await guard.admit(row, who, request.params as Readonly<Record<string, string>>);
    } catch (error) {
      if (error instanceof NotSignedIn && isPage(request)) return askToSignIn(request, reply);
      if (error instanceof SecondFactorMissing && isPage(request)) return askForFactor(reply);
      throw error;
    }
  });
  server.addHook('preHandler', (request, _reply, done) => {
    const who = request.acting ?? NOBODY;
    if (needsFormToken(request) && !hasFormToken(request, who)) done(new FormForeign({}));
    else actAs(who, done);
  });
}

/** "GET /vertraege/:id": a request as the table of rights names it. */
export function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method === 'HEAD' ? 'GET' : method} ${routeOptions.url ?? ''}`;
}

function isPage({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith(API_PREFIX);
}

async function askForFactor(reply: FastifyReply): Promise<void> {
  await reply.redirect(paths.ownFactor, 303);
}

async function askToSignIn({ url }: FastifyRequest, reply: FastifyReply): Promise<void> {
  await reply.redirect(paths.signIn(url === paths.overview ? undefined : url), 303);
}
