import { sending } from '../../examples/refused/refusal.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';
import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';
import { describedRoutes } from './description.js';

type Path = readonly (string | number)[];

/** What programs send by mistake, and people on purpose. */
const ODD: readonly unknown[] = [
  ...[null, true, -1, 1e308, '', [], {}, [[]], '2023-02-30', '-0.5', '99999999999999999999.99'],
  ...['a\0b', '\ud800', '\u202enenüL', 'x'.repeat(5000), '__proto__', "'; drop table notice;--"],
];

const AT: Readonly<Record<string, string>> = {
  number: '3',
  document: 'nothing',
  '/api/v1/notices/{id}': 'notice-kim-2-2025',
  '/api/v1/partners/{id}': 'luenen',
  '/api/v1/occupancies/{id}': 'luenen-k2-4-1',
  '/api/v1/positions/{id}': 'luenen-k2-4',
  '/api/v1/contracts/{id}': 'kim-cities',
};

/** What still has to be readable afterwards. */
const READ = [
  ...['/api/v1/notices', '/api/v1/partners', '/api/v1/contracts', '/api/v1/occupancies'],
  ...['/api/v1/positions?year=2026', '/api/v1/lines?year=2026', '/api/v1/entitlements?year=2026'],
  ...['/api/v1/overview?year=2026', '/api/v1/contracts/kim-cities', '/api/v1/partners/luenen'],
  ...['/', '/bescheide', '/vertraege', '/vertraege/kim-cities', '/stellen', '/besetzungen'],
  ...['/ansprueche', '/zeilen', '/partner'],
];

/** Whatever a body holds: it is taken or refused in German, and the book stays readable. */
describe.each<Engine>(['sqlite', 'postgres'])('on %s', (engine) => {
  let own: OwnDatabase;
  let app: WebApp;
  const versions = new Map<string, string>();

  beforeAll(async () => {
    own = await ownDatabase(engine, 'example');
    app = await startWebApp({ environment: { DATABASE_URL: addressText(own.address) } });
  });
  afterAll(async () => {
    await app.close();
    await own.remove();
  });

  it('answers each odd value in each field of each described body with a German problem', async () => {
    const faults: unknown[] = [];
    let sent = 0;
    for (const { method, path, examples } of await describedRoutes(app)) {
      for (const example of examples.values()) {
        for (const [index, place] of placesIn(example).entries()) {
          for (const odd of ODD.filter((_, at) => (at + index) % 8 === 0)) {
            sent += 1;
            const body = changed(example, place, odd);
            const { status, headers, body: text } = await sendTo(method, path, body);
            const isProblem = headers.get('content-type')?.includes('problem+json') === true;
            const isFine = status < 300 || (status < 500 && isProblem && /"detail":"\S/.test(text));
            if (!isFine) faults.push([method, path, place, odd, status]);
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(400);
  });

  it('refuses a field that a step does not know, on each route that changes something', async () => {
    const passed: string[] = [];
    for (const { route, method, path, examples } of await describedRoutes(app)) {
      for (const example of examples.values()) {
        const { status, body } = await sendTo(method, path, { ...(example as object), resaon: '' });
        if (status < 400 || (status === 422 && !body.includes('/resaon'))) passed.push(route);
      }
    }
    expect(passed).toEqual([]);
  });

  it.each(READ)('still reads %s', async (path) => {
    expect((await ask(app, path)).status).toBe(200);
  });

  async function sendTo(method: string, path: string, body: unknown) {
    const [, base = '', rest = ''] = /^(\/api\/v1\/\w+\/\{id\})?(.*)$/.exec(path) ?? [];
    const id = AT[base] ?? '';
    const address = `${base.replace('{id}', id)}${rest}`
      .replace('{number}', AT['number'] ?? '')
      .replace('{document}', AT['document'] ?? '');
    const seen = base === '' ? '/api/v1/partners/luenen' : seenAt(base, id);
    const sent = sending(method as 'POST', body, { 'if-match': await versionAt(seen) });
    const answer = await ask(app, address, sent);
    if (answer.status < 400) versions.clear();
    return answer;
  }

  /** As read since the last change: what is refused changes nothing. */
  async function versionAt(path: string): Promise<string> {
    const version = versions.get(path) ?? (await ask(app, path)).headers.get('etag') ?? NO_VERSION;
    versions.set(path, version);
    return version;
  }
});

const NO_VERSION = '"1"';

function seenAt(base: string, id: string): string {
  const address = base.replace('{id}', id);
  return base.includes('/positions/') ? `${address}?year=2025` : address;
}

/** Each group, list and value of a body; of a list its first entry. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.slice(0, 1).map((entry, index) => [index, entry] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, at) => (at === key ? changed(entry, rest, odd) : entry));
  }
  const group = value as Readonly<Record<string, unknown>>;
  return { ...group, [key]: changed(group[key], rest, odd) };
}
