import { sending } from '../../examples/refused/refusal.js';
import { ask } from '../../web/answers.js';
import type { WebApp } from '../../web/web-app.js';
import { describedRoutes, type DescribedRoute } from './description.js';
import { JOURNEYS, type Step } from './journeys.js';

/** Routes that change the book; what only computes or looks ahead needs neither key nor ETag. */
const ONLY_LOOKS = /\/calculations\/|\/preview$|\/check$|POST \/api\/v1\/what-if$/;

const ran = new Set<string>();
let routes: readonly DescribedRoute[] = [];

function routeOf({ route }: Step): DescribedRoute {
  const found = routes.find((each) => each.route === route);
  if (found === undefined) throw new Error(`${route} is not described`);
  return found;
}

describe.each(JOURNEYS)('the described examples, sent to $name', ({ start, steps }) => {
  let app: WebApp;
  /** The id that the book gave a filed document, or an entry. */
  let filed = '';

  beforeAll(async () => {
    app = await start();
    routes = await describedRoutes(app);
  }, 90_000);
  afterAll(() => app.close());

  const seen = async (path: string): Promise<string> => {
    const { headers } = await ask(app, `/api/v1${path.replace('filed', filed)}`);
    return headers.get('etag') ?? '';
  };

  it.each(steps.map((step, index) => ({ ...step, index })))(
    'are taken: $index $route',
    async (step) => {
      const { method, path, examples, parameters } = routeOf(step);
      const named = Object.entries(step.at ?? {});
      const at = Object.fromEntries(
        named.map(([name, value]) => [name, value === 'filed' ? filed : value]),
      );
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(at[name]));
      expect(examples.size).toBeGreaterThan(0);
      for (const [name, body] of examples) {
        const request = (headers: Readonly<Record<string, string>>) =>
          ask(
            app,
            address,
            sending(method as 'POST', { ...(body as object), ...step.but }, headers),
          );
        if (step.seen !== undefined) {
          expect((await request({})).status).toBe(428);
          expect((await request({ 'if-match': '"998"' })).status).toBe(412);
        }
        const tag = step.seen === undefined ? {} : { 'if-match': await seen(step.seen) };
        const { status, body: answer } = await request(tag);
        expect([name, status < 300 ? 'taken' : answer]).toEqual([name, 'taken']);
        if (/\/(documents|entries)$/.test(path)) filed = (JSON.parse(answer) as { id: string }).id;
        ran.add(`${step.route}: ${name}`);
      }
      if (step.seen !== undefined) {
        expect(parameters.some((each) => each.startsWith('If-Match'))).toBe(true);
      }
    },
  );
});

describe('the description of the API', () => {
  const writing = (): readonly DescribedRoute[] => routes.filter(({ method }) => method !== 'GET');

  it('has an example for each route that takes a body, and each was sent above', () => {
    const described = writing().flatMap(({ route, examples }) =>
      examples.size === 0
        ? [`${route}: no example`]
        : [...examples.keys()].map((name) => `${route}: ${name}`),
    );
    expect(described.filter((each) => !ran.has(each))).toEqual([]);
    expect(described.length).toBeGreaterThan(30);
  });

  it('names the key of each change, and what happens without If-Match or with an old one', () => {
    const lacking = writing()
      .filter(({ route }) => !ONLY_LOOKS.test(route))
      .filter(({ parameters, statuses }) => {
        const hasKey = parameters.includes('Idempotency-Key');
        const isSeen = parameters.includes('If-Match*');
        return !hasKey || (isSeen && !(statuses.includes('412') && statuses.includes('428')));
      });
    expect(lacking.map(({ route }) => route)).toEqual([]);
  });

  it('tells of each route what it answers when all is well, and asks no reader for an ETag', () => {
    const silent = routes.filter(({ statuses }) => !statuses.some((each) => each.startsWith('2')));
    expect(silent.map(({ route }) => route)).toEqual([]);
    const asked = routes.filter(
      ({ method, parameters }) => method === 'GET' && parameters.join().includes('If-Match'),
    );
    expect(asked.map(({ route }) => route)).toEqual([]);
  });
});
