import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../../identity/access/access-guard.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { HeldForms } from '../../identity/held-forms/held-forms.js';
import { actAs, NOBODY, personIdOf, type Acting } from '../../identity/identity.js';
import { FormForeign, NotSignedIn } from '../../identity/identity.errors.js';
import { SecondFactorMissing } from '../../identity/second-factor/second-factor.errors.js';
import { API_PREFIX, ASSETS_PREFIX, paths } from '../paths.js';
import { BearerTokens } from './bearer-tokens.js';
import { isFormBody, isFormOf, needsFormToken, NoForm, takeFormMarks } from './form-tokens.js';
import { LateForms } from './late-forms.js';
import { Visits } from './visits.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; nobody until the request was looked at. */
    acting: Acting | null;
    /** A form of somebody who is not signed in any more: it reaches no route, at most it is kept. */
    isLate: boolean;
    /** The kept inputs that it sends again; '' for any other. */
    heldAgain: string;
  }
}

const OF_NO_PAGE = new RegExp(`^(${API_PREFIX}|${ASSETS_PREFIX})`);

/** Each request: who asks, whether they may, whether the form is one of theirs; then the route. */
export function addAccessHooks(app: NestFastifyApplication): void {
  const [table, guard, late] = [app.get(AccessTable), app.get(AccessGuard), app.get(LateForms)];
  const [visits, programs] = [app.get(Visits), app.get(BearerTokens)];
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('acting', null);
  server.decorateRequest('isLate', false);
  server.decorateRequest('heldAgain', '');
  server.decorateRequest('greeting', '');
  server.addHook('onRequest', async (request, reply) => {
    const row = table.row(routeOf(request));
    const isOpenPage = row?.isOpen === true && !OF_NO_PAGE.test(request.url);
    const visitor = (await programs.of(request, reply)) ?? (await visitorOf(request, visits));
    request.acting = isOpenPage ? visits.greet(request, visitor) : visitor;
    try {
      if (row === undefined) ensureNoStranger(request);
      else await guard.admit(row, request.acting, parametersOf(request));
    } catch (error) {
      if (error instanceof SecondFactorMissing && isPage(request)) return askForFactor(reply);
      if (!(error instanceof NotSignedIn)) throw error;
      if (isPage(request)) return askToSignIn(request, reply);
      if (!late.isPossible(request)) throw error;
      request.isLate = true;
    }
  });
  addFormHook(app, late);
  server.addHook('onSend', async (request, reply, payload) => {
    visits.keepGreeting(request, reply, payload);
    if (isOfTheBook(request, reply)) reply.header('cache-control', 'no-store');
    return payload;
  });
  const held = app.get(HeldForms);
  server.addHook('onResponse', async ({ heldAgain, acting }, { statusCode }) => {
    // Where we failed, they are kept.
    if (heldAgain === '' || acting === null || statusCode >= 500) return;
    await held.drop(heldAgain, personIdOf(acting.ref));
  });
}

/** Files of the product are the same for everybody: for them no session is looked up. */
async function visitorOf(request: FastifyRequest, visits: Visits): Promise<Acting> {
  if (request.url.startsWith(ASSETS_PREFIX)) return { ...NOBODY, address: request.ip };
  return visits.of(request, routeOf(request) === `GET ${paths.session}`);
}

/** Lets through what brings the token of its session; a form that comes too late is kept. */
function addFormHook(app: NestFastifyApplication, late: LateForms): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', (request, reply, done) => {
      const who = request.acting ?? NOBODY;
      if (!needsFormToken(request)) {
        actAs(who, done);
        return;
      }
      if (!isFormBody(request.body)) {
        done(new NoForm());
        return;
      }
      const marks = takeFormMarks(request);
      if (!request.isLate && isFormOf(who, marks)) {
        request.heldAgain = marks.heldAgain ?? '';
        actAs(who, done);
        return;
      }
      const refusal = request.isLate ? new NotSignedIn({}) : new FormForeign({});
      late.keep(request, reply, marks).then(
        (isKept) => {
          if (!isKept) done(refusal);
        },
        (error: unknown) => {
          done(error as Error);
        },
      );
    });
}

/** "GET /vertraege/:id": a request as the table of rights names it. */
export function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method === 'HEAD' ? 'GET' : method} ${routeOptions.url ?? ''}`;
}

function parametersOf({ params }: FastifyRequest): Readonly<Record<string, string>> {
  return params as Readonly<Record<string, string>>;
}

const FILE = /\.\w{1,8}$/;

/**
 * There is no such page. Strangers are not told: they see the same as before any other page. Files
 * that browsers and robots look for by themselves are just not there.
 *
 * @throws NotSignedIn
 */
function ensureNoStranger({ url, acting }: FastifyRequest): void {
  const [path = ''] = url.split('?');
  const isFile = url.startsWith(ASSETS_PREFIX) || FILE.test(path);
  if (acting?.ref === NOBODY.ref && !isFile) throw new NotSignedIn({});
}

function isPage({ method, url }: FastifyRequest): boolean {
  return ['GET', 'HEAD'].includes(method) && !url.startsWith(API_PREFIX);
}

async function askForFactor(reply: FastifyReply): Promise<void> {
  await reply.redirect(paths.ownFactor, 303);
}

async function askToSignIn({ url }: FastifyRequest, reply: FastifyReply): Promise<void> {
  await reply.redirect(paths.signIn(url === paths.overview ? undefined : url), 303);
}

/** What somebody sees because they have signed in: after the session no browser shows it again. */
function isOfTheBook({ url, acting }: FastifyRequest, reply: FastifyReply): boolean {
  if (acting === null || acting.ref === NOBODY.ref) return false;
  if (url.startsWith(ASSETS_PREFIX)) return false;
  return reply.getHeader('content-type') !== undefined;
}
