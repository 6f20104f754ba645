import { openRows } from '../../src/access/rights.js';
import { BadRequestException, Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '../../src/domain/errors/domain-error.js';
import { InvalidField } from '../../src/domain/errors/invalid-field.js';
import { paths } from '../../src/web/paths.js';
import { ask, lacking } from './answers.js';
import { startWebApp, type WebApp } from './web-app.js';

class Refused extends DomainError {
  readonly code = 'test.refused';
  readonly status = 409;
}

@Controller()
class FailingController {
  @Get(['api/v1/refused', 'refused'])
  refused(): never {
    throw new Refused({ amount: 12n });
  }

  @Get('api/v1/field')
  field(): never {
    throw new InvalidField('date', 'gestern', '/from');
  }

  @Get(['api/v1/broken', 'broken'])
  broken(): never {
    throw new Error('secret detail');
  }

  @Post('api/v1/taken')
  taken(): string {
    return 'taken';
  }

  @Get('api/v1/bad')
  bad(): never {
    throw new BadRequestException();
  }
}

const FAILING_ROUTES = [
  ...['field', 'broken', 'bad', 'refused'].map((name) => `GET /api/v1/${name}`),
  ...['GET /broken', 'GET /refused', 'POST /api/v1/taken'],
];

describe('the web shell', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp({ controllers: [FailingController], rows: openRows(FAILING_ROUTES) });
  });
  afterAll(() => app.close());

  it.each([paths.accessibility, paths.glossary, paths.privacy, paths.imprint])(
    'serves %s as a page with one heading, in German, with the strict policy',
    async (path) => {
      const { status, headers, body } = await ask(app, path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(body).toContain('<html lang="de">');
      expect(body.match(/<h1/g)).toHaveLength(1);
      expect(body).toContain('Beispielbuch – keine offizielle Website');
      expect(lacking(body)).toBeUndefined();
      expect(body).not.toMatch(/style="|<style|<script>/);
    },
  );

  it('serves style sheet and script with names that may be cached for ever', async () => {
    const page = await ask(app, paths.imprint);
    const css = /href="(\/assets\/app\.[0-9a-f]{12}\.css)"/.exec(page.body)?.[1] ?? '';
    const { status, headers, body } = await ask(app, css);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(body).not.toContain('url("data:');
  });

  it('packs a page for whoever can unpack it, and says the same', async () => {
    const plain = await ask(app, paths.glossary);
    const packed = await ask(app, paths.glossary, { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.body).toBe(plain.body);
  });

  it('answers a refused rule as a problem document below /api and as a page elsewhere', async () => {
    const problem = await ask(app, '/api/v1/refused');
    expect(problem.status).toBe(409);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(problem.body)).toMatchObject({
      type: '/errors/test.refused',
      status: 409,
      facts: { amount: '12' },
    });
    const page = await ask(app, '/refused');
    expect(page.status).toBe(409);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.body).toContain('<h1');
  });

  it('names the field of a value that cannot be read', async () => {
    const { status, body } = await ask(app, '/api/v1/field');
    expect(status).toBe(422);
    expect((JSON.parse(body) as { errors: unknown }).errors).toEqual([
      expect.objectContaining({ pointer: '/from' }),
    ]);
  });

  it('hides the cause of a failure behind a reference', async () => {
    for (const url of ['/api/v1/broken', '/broken']) {
      const { status, body } = await ask(app, url);
      expect(status).toBe(500);
      expect(body).toMatch(/Kennung [0-9A-F]{10}/);
      expect(body).not.toContain('secret');
    }
  });

  it.each([
    ['/api/v1/nothing', 404],
    ['/nichts', 404],
    ['/api/v1/bad', 400],
  ] as const)('answers %s with %i in German', async (url, expected) => {
    const { status, body } = await ask(app, url);
    expect(status).toBe(expected);
    expect(body).toMatch(/nicht gefunden|nicht lesbar/);
  });

  it('refuses a body that is no JSON, is too large, or of another kind', async () => {
    const send = (payload: string, type: string) =>
      ask(app, '/api/v1/taken', {
        method: 'POST',
        body: payload,
        headers: { 'content-type': type },
      });
    expect((await send('{', 'application/json')).status).toBe(400);
    expect((await send(`"${'x'.repeat(1_100_000)}"`, 'application/json')).status).toBe(413);
    expect((await send('<a/>', 'application/xml')).status).toBe(415);
  });

  it('describes the API under a German title, with a policy of its own', async () => {
    const docs = await ask(app, paths.apiDocs);
    expect(docs.status).toBe(200);
    expect(docs.body).toContain('Schnittstelle des Weiterleitungsbuchs');
    expect(docs.body).not.toContain('https://');
    expect(docs.headers.get('content-security-policy')).toContain(
      "style-src 'self' 'unsafe-inline'",
    );
    const openApi = await ask(app, `${paths.apiDocs}/openapi.json`);
    expect((JSON.parse(openApi.body) as { openapi: string }).openapi).toMatch(/^3\./);
  });

  it('answers thousands of calls a minute from one address', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 60; round++) {
      const calls = Array.from({ length: 50 }, () => ask(app, '/api/v1/nothing'));
      for (const { status } of await Promise.all(calls)) statuses.add(status);
    }
    expect([...statuses]).toEqual([404]);
  });
});

describe('a web shell with other settings', () => {
  it('says "Offizielle Website" only where the office switched it on', async () => {
    const app = await startWebApp({ environment: { BOOK: 'empty', OFFICIAL_WEBSITE: 'on' } });
    const { body } = await ask(app, paths.imprint);
    expect(body).toContain('Offizielle Website');
    expect(body).not.toContain('Beispielbuch');
    await app.close();
  });

  it('refuses an address that asks more often than set, in German', async () => {
    const app = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '2' } });

    const answers = [
      await ask(app, paths.imprint),
      await ask(app, paths.imprint),
      await ask(app, paths.imprint),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.body).toContain('Zu viele Anfragen');
    await app.close();
  });
});
