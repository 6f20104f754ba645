import { AccessTable } from '../../../src/identity/access/access-table.js';
import { NOBODY, type Acting } from '../../../src/identity/identity.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { ask } from '../answers.js';
import type { WebApp } from '../web-app.js';

/** What a walk through all ways of a person's pages found. */
export interface Walk {
  /** How many addresses were looked at. */
  readonly pages: number;
  /** Ways that lead nowhere, and forms that their reader may not send; one line each. */
  readonly dead: readonly string[];
}

interface RouteParts {
  readonly route: string;
  readonly method: string;
  readonly parts: readonly string[];
}

const PER_ROUTE_MOST = 4;
/** What says in words why something does not go just now (409) is a page to go to. */
const DEAD = new Set([401, 403, 404]);
const LINKS = /<a\b[^>]*?\bhref="(\/[^"#]*)/g;
const FORMS = /<form\b[^>]*\bmethod="post"[\s\S]*?<\/form>/g;

/** Follows every way from the start page on, a few of each kind, with a session of the person's own. */
export async function walkAs(web: WebApp, mail: string): Promise<Walk> {
  const { cookie, who } = await signedIn(web, mail);
  const table = web.app.get(AccessTable);
  const routes = routesOf(table);
  const dead = new Set<string>();
  const seen = new Map<string, string>([['/', 'start']]);
  const counts = new Map<string, number>();
  for (const [address, from] of seen) {
    const { status, headers, body } = await ask(web, address, { headers: { cookie } });
    const to = headers.get('location');
    const isDead = DEAD.has(status) || status >= 500 || to?.startsWith('/anmelden') === true;
    if (isDead) dead.add(`${from} -> ${address}: ${status}`);
    const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
    const found = to === null ? (isPage ? linksOf(body) : []) : [to];
    for (const link of found) {
      const kind = `${routeOf(routes, 'GET', link)} ${link.includes('?')}`;
      const count = counts.get(kind) ?? 0;
      if (seen.has(link) || count >= PER_ROUTE_MOST) continue;
      counts.set(kind, count + 1);
      seen.set(link, address);
    }
    if (isPage)
      for (const form of deadForms({ table, routes }, who, body)) dead.add(`${address}: ${form}`);
  }
  return { pages: seen.size, dead: [...dead] };
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(LINKS)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
}

/** Forms of a page that the table would refuse to whoever reads it. */
function deadForms(
  { table, routes }: { readonly table: AccessTable; readonly routes: readonly RouteParts[] },
  who: Acting,
  html: string,
): readonly string[] {
  return (html.match(FORMS) ?? []).flatMap((form) => {
    const action = /\baction="([^"]*)"/.exec(form)?.[1] ?? '';
    const kind = /name="art" value="([^"]*)"/.exec(form)?.[1];
    const isBegun = action === '/entwuerfe' && kind !== undefined;
    const route = isBegun ? `FORM ${kind}` : routeOf(routes, 'POST', action);
    return table.may(who, route) ? [] : [`form ${route} (${action})`];
  });
}

/** The routes of the table, taken apart once; those with the fewest open parts first. */
function routesOf(table: AccessTable): readonly RouteParts[] {
  return table.rows
    .map(({ route }) => {
      const [method = '', path = ''] = route.split(' ');
      return { route, method, parts: path.split('/') };
    })
    .toSorted((a, b) => a.route.split(':').length - b.route.split(':').length);
}

/** The row that an address belongs to: that with the fewest open parts. */
function routeOf(routes: readonly RouteParts[], method: string, address: string): string {
  const asked = (address.split(/[?#]/, 1)[0] ?? '').split('/');
  const nearest = routes.find(
    ({ method: of, parts }) =>
      of === method &&
      parts.length === asked.length &&
      parts.every((part, at) => part.startsWith(':') || part === '*' || part === asked[at]),
  );
  return nearest?.route ?? `${method} ${address}`;
}

async function signedIn(
  { app }: WebApp,
  mail: string,
): Promise<{ readonly cookie: string; readonly who: Acting }> {
  const person = await app.get(PeopleQueries).byMail(mail);
  if (person === undefined) throw new Error(`nobody has the address ${mail}`);
  const origin = { address: '127.0.0.1', browser: 'Tests' };
  const { secret } = await app.get(Sessions).open(person.id, 'password', origin);
  const who = (await app.get(Sessions).acting(secret)) ?? NOBODY;
  return { cookie: `wb-sitzung=${secret}`, who };
}
