import type { Engine } from '../../../src/platform/database/engine.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';
import { ask, lacking, textOf, type Answer } from '../answers.js';
import { Doors } from '../access/askers.js';
import { beginForm } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { ODD_VALUES, REACHING_VALUES, WORST_VALUES } from './odd-values.js';
import { PAGES, pathsNaming, QUESTIONS, type Route } from './routes.js';

/** Whatever stands in an address: the page with a message, 404 or 422; never a failure of ours. */
describe.each<Engine>(['sqlite', 'postgres'])('an odd address on %s', (engine) => {
  let own: OwnDatabase;
  let app: WebApp;

  // Most values are judged before any database is asked; once is enough for these.
  const values = engine === 'sqlite' ? ODD_VALUES : REACHING_VALUES;

  beforeAll(async () => {
    own = await ownDatabase(engine, 'example');
    app = await startWebApp({ environment: { DATABASE_URL: addressText(own.address) } });
    const amending = await beginForm(app, 'bescheid', { amends: 'notice-kim-3-2025' });
    await amending.fill('zeitraum', { effectiveFrom: '01.07.2025' });
    await amending.enter('Änderungsbescheid');
    await (await beginForm(app, 'bescheid', { follows: 'notice-kim-3-2025' })).enter('Anschluss');
  });
  afterAll(async () => {
    await app.close();
    await own.remove();
  });

  /** What is wrong with the answers; a few paths are asked for at once. */
  const wrongAmong = async (
    paths: readonly string[],
    statuses: readonly number[] = [200, 404, 422],
    mail?: string,
  ): Promise<readonly string[]> => {
    const wrong: string[] = [];
    const browser = mail === undefined ? undefined : await new Doors(app).person(mail);
    const look = async (path: string): Promise<void> => {
      const answer = await (browser?.send('GET', path) ?? ask(app, path));
      const complaint = statuses.includes(answer.status)
        ? complaintAbout(path, answer)
        : `${answer.status} ${answer.body.slice(0, 200)}`;
      if (complaint !== undefined) wrong.push(`${path.slice(0, 160)}: ${complaint}`);
    };
    for (let done = 0; done < paths.length; done += AT_ONCE) {
      await Promise.all(paths.slice(done, done + AT_ONCE).map(look));
    }
    return wrong;
  };

  it.each(PAGES)('of the page $path', async (route) => {
    const all = [...together(route, values), ...oneByOne(route, WORST_VALUES)];
    const forms = engine === 'sqlite' ? formsOf(route) : [];
    expect(await wrongAmong([...all, ...forms], undefined, route.as)).toEqual([]);
  });

  it.each(QUESTIONS)('of the question $path', async (route) => {
    // One wrong value is enough for 422: what is to reach the database stands by itself.
    const odd = oneByOne(route, REACHING_VALUES);
    const others = engine === 'sqlite' ? [...together(route, values), ...formsOf(route)] : [];
    expect(await wrongAmong([...odd, ...others])).toEqual([]);
  });

  it('of something that does not exist', async () => {
    const paths = values.filter((value) => value !== '').flatMap(pathsNaming);
    expect(await wrongAmong(paths, [404])).toEqual([]);
  });

  it('is answered with the same safe headers as any other', async () => {
    const { headers } = await ask(app, '/vertraege/%zz');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['\0', '\ud800', 'a\udc00b'])('has no counterpart in a body: %j', async (text) => {
    const send = (body: unknown) =>
      ask(app, '/api/v1/calculations/split', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const answers = [
      await send({ total: text, weights: ['1'] }),
      await send({ total: '1.00', weights: ['1', text] }),
      await send({ total: '1.00', weights: ['1'], [text]: '1' }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(422);
      expect(body).toContain('Zeichen, die sich nicht speichern lassen');
    }
  });

  it('with a year of which the book has nothing says so, and shows the latest', async () => {
    const { status, body } = await ask(app, '/?jahr=abc');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Für dieses Jahr gibt es im Buch nichts');
    expect(body).toMatch(/id="asof-jahr"[^>]*aria-invalid="true"/);
    // The notice entered above, which follows that of 2025.
    expect(textOf(body)).toContain('Förderjahr 2026');
  });

  it.each(['abc', '99', '1.0'])('with a version %s that a contract does not have', async (text) => {
    for (const query of [`?fassung=${text}`, `/vergleich?nach=${text}`, `/vergleich?von=${text}`]) {
      const { status, body } = await ask(app, `/vertraege/kim-cities${query}`);
      expect(status).toBe(404);
      expect(textOf(body)).toContain(`Der Vertrag „kim-cities“ hat keine Fassung ${text}.`);
    }
  });

  it.each(['/notices', '/partners', '/partners/luenen', '/contracts/kim-cities/lines?year=2025'])(
    'with a day that does not exist, at %s',
    async (path) => {
      const url = `/api/v1${path}${path.includes('?') ? '&' : '?'}on=2025-02-31`;
      const { status, body } = await ask(app, url);
      expect(status).toBe(422);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ pointer: '/on', detail: 'Diesen Tag gibt es im Kalender nicht.' }],
      });
    },
  );
});

/** Paths that are asked for side by side, as browsers do. */
const AT_ONCE = 6;

/** What a server takes as one address; longer ones it refuses before it looks at them. */
const ADDRESS_MAX = 8000;

/** Every odd value in all parameters at once, or in as many as one address holds. */
function together({ path, parameters }: Route, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const pairs = parameters.map((name) => `${name}=${value}`);
    const longest = Math.max(1, ...pairs.map(({ length }) => length + 1));
    const atOnce = Math.floor((ADDRESS_MAX - path.length) / longest);
    const parts = Math.max(1, Math.ceil(pairs.length / atOnce));
    return Array.from({ length: parts }, (_, part) => {
      return `${path}?${pairs.slice(part * atOnce, (part + 1) * atOnce).join('&')}`;
    });
  });
}

/** Every value in each parameter by itself; the others are as they should be. */
function oneByOne(route: Route, values: readonly string[]): readonly string[] {
  return route.parameters.flatMap((name) =>
    values.map((value) => queryOf(route, name, `${name}=${value}`)),
  );
}

/** Parameters that are there, but not once and with a value. */
function formsOf(route: Route): readonly string[] {
  const { path, parameters } = route;
  const twice = parameters.map((name) => queryOf(route, name, `${name}=2025&${name}=abc`));
  const odd = ['', '[]=2025', '[x]=2025'].map((form) => parameters.map((name) => name + form));
  return [...twice, ...odd.map((pairs) => `${path}?${pairs.join('&')}`)];
}

function queryOf({ path, given = '' }: Route, name: string, odd: string): string {
  const others = given.split('&').filter((pair) => pair !== '' && !pair.startsWith(`${name}=`));
  return `${path}?${[...others, odd].join('&')}`;
}

const API_TYPES: Readonly<Record<number, string>> = {
  200: 'application/json',
  404: 'application/problem+json',
  422: 'application/problem+json',
};

function complaintAbout(path: string, { status, headers, body }: Answer): string | undefined {
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (path.startsWith('/api/')) return type === API_TYPES[status] ? undefined : type;
  if (type === 'application/pdf') return status === 200 ? undefined : `${status} ${type}`;
  if (type !== 'text/html') return type;
  const lack = lacking(body);
  return lack === undefined ? undefined : `lacks ${lack}`;
}
