import type { Engine } from '../../../src/platform/database/engine.js';
import { sending } from '../../examples/refused/refusal.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';
import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

/** What the API answered, with its body read. */
export interface Told {
  readonly status: number;
  readonly etag: string;
  readonly headers: Headers;
  /** The fact, or the problem. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** A program that talks to one instance of the product. */
export interface Api {
  readonly clock: WebApp['clock'];
  get(path: string): Promise<Told>;
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Told>;
  /** As `send`, by somebody who has just seen what stands at `seen`. */
  change(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    seen: string,
  ): Promise<Told>;
}

export function apiOf(app: WebApp): Api {
  const told = async (path: string, init?: RequestInit): Promise<Told> => {
    const { status, headers, body } = await ask(app, `/api/v1${path}`, init);
    const content = (body === '' ? {} : JSON.parse(body)) as Told['content'];
    return { status, headers, content, etag: headers.get('etag') ?? '' };
  };
  const send: Api['send'] = (method, path, body = {}, headers = {}) =>
    told(path, sending(method, body, headers));
  return {
    clock: app.clock,
    get: (path) => told(path),
    send,
    change: async (method, path, body, seen) =>
      send(method, path, body, { 'if-match': (await told(seen)).etag }),
  };
}

/** The product over HTTP with the Kreis Unna book, on each database; more instances on demand. */
export function apiOnEachDatabase(instances: number, tell: (api: () => readonly Api[]) => void) {
  describe.each<Engine>(['sqlite', 'postgres'])('on %s', (engine) => {
    const apps: WebApp[] = [];
    let own: OwnDatabase | undefined;

    beforeAll(async () => {
      own = await ownDatabase(engine, 'example');
      const environment = { DATABASE_URL: addressText(own.address) };
      for (let count = 0; count < instances; count += 1) {
        apps.push(await startWebApp({ environment }));
      }
    }, 90_000);
    afterAll(async () => {
      for (const app of apps) await app.close();
      await own?.remove();
    }, 90_000);

    tell(() => apps.map(apiOf));
  });
}
