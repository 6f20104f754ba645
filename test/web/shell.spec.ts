import { BadRequestException, Controller, Get } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '../../src/domain/errors/domain-error.js';
import { InvalidField } from '../../src/domain/errors/invalid-field.js';
import { paths } from '../../src/web/paths.js';
import { startWebApp } from './web-app.js';

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

  @Get('api/v1/bad')
  bad(): never {
    throw new BadRequestException();
  }
}

describe('the web shell', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startWebApp({ controllers: [FailingController] });
  });
  afterAll(() => app.close());

  it.each([paths.accessibility, paths.glossary, paths.privacy, paths.imprint])(
    'serves %s as a page with one heading, in German, with the strict policy',
    async (path) => {
      const { statusCode, headers, body } = await app.inject({ method: 'GET', url: path });
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(body).toContain('<html lang="de">');
      expect(body.match(/<h1/g)).toHaveLength(1);
      expect(body).toContain('Beispielbuch – keine offizielle Website');
      expect(body).not.toMatch(/undefined|\bnull\b|\[object|NaN|style="|<style|<script>/);
    },
  );

  it('serves style sheet and script with names that may be cached for ever', async () => {
    const page = await app.inject({ method: 'GET', url: paths.imprint });
    const css = /href="(\/assets\/app\.[0-9a-f]{12}\.css)"/.exec(page.body)?.[1] ?? '';
    const { statusCode, headers, body } = await app.inject({
      method: 'GET',
      url: css,
      headers: { 'accept-encoding': 'identity' },
    });
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(body).not.toContain('url("data:');
  });

  it('answers a refused rule as a problem document below /api and as a page elsewhere', async () => {
    const problem = await app.inject({ method: 'GET', url: '/api/v1/refused' });
    expect(problem.statusCode).toBe(409);
    expect(problem.headers['content-type']).toContain('application/problem+json');
    expect(problem.json()).toMatchObject({
      type: '/errors/test.refused',
      status: 409,
      facts: { amount: '12' },
    });
    const page = await app.inject({ method: 'GET', url: '/refused' });
    expect(page.statusCode).toBe(409);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<h1');
  });

  it('names the field of a value that cannot be read', async () => {
    const { statusCode, ...answer } = await app.inject({ method: 'GET', url: '/api/v1/field' });
    expect(statusCode).toBe(422);
    expect(answer.json<{ errors: unknown }>().errors).toEqual([
      { pointer: '/from', detail: expect.any(String) },
    ]);
  });

  it('hides the cause of a failure behind a reference', async () => {
    for (const url of ['/api/v1/broken', '/broken']) {
      const { statusCode, body } = await app.inject({ method: 'GET', url });
      expect(statusCode).toBe(500);
      expect(body).toMatch(/Kennung [0-9A-F]{10}/);
      expect(body).not.toContain('secret');
    }
  });

  it.each([
    ['GET', '/api/v1/nothing', 404],
    ['GET', '/nichts', 404],
    ['GET', '/api/v1/bad', 400],
  ] as const)('answers %s %s with %i in German', async (method, url, status) => {
    const { statusCode, body } = await app.inject({ method, url });
    expect(statusCode).toBe(status);
    expect(body).toMatch(/nicht gefunden|nicht lesbar/);
  });

  it('refuses a body that is no JSON, is too large, or of another kind', async () => {
    const send = (payload: string, type: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/nothing',
        payload,
        headers: { 'content-type': type },
      });
    expect((await send('{', 'application/json')).statusCode).toBe(400);
    expect((await send(`"${'x'.repeat(1_100_000)}"`, 'application/json')).statusCode).toBe(413);
    expect((await send('<a/>', 'application/xml')).statusCode).toBe(415);
  });

  it('describes the API under a German title, with a policy of its own', async () => {
    const docs = await app.inject({ method: 'GET', url: paths.apiDocs });
    expect(docs.statusCode).toBe(200);
    expect(docs.body).toContain('Schnittstelle des Weiterleitungsbuchs');
    expect(docs.body).not.toContain('https://');
    expect(docs.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
    const openApi = await app.inject({ method: 'GET', url: `${paths.apiDocs}/openapi.json` });
    expect(openApi.json<{ openapi: string }>().openapi).toMatch(/^3\./);
  });

  it('answers thousands of calls a minute from one address', async () => {
    const calls = Array.from({ length: 3000 }, () =>
      app.inject({ method: 'GET', url: '/api/v1/nothing' }),
    );
    const statuses = new Set((await Promise.all(calls)).map(({ statusCode }) => statusCode));
    expect([...statuses]).toEqual([404]);
  });
});

describe('a web shell with other settings', () => {
  it('says "Offizielle Website" only where the office switched it on', async () => {
    const app = await startWebApp({ settings: { exampleBook: false, officialWebsite: true } });
    const { body } = await app.inject({ method: 'GET', url: paths.imprint });
    expect(body).toContain('Offizielle Website');
    expect(body).not.toContain('Beispielbuch');
    await app.close();
  });

  it('refuses an address that asks more often than set, in German', async () => {
    const app = await startWebApp({ settings: { rateLimitPerMinute: 2 } });
    const ask = () => app.inject({ method: 'GET', url: paths.imprint });
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(answers[2]?.body).toContain('Zu viele Anfragen');
    await app.close();
  });
});
