import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catch, Global, Module, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply } from 'fastify';
import { ENTITIES, MIGRATIONS, REFUSALS } from '../../../src/app.entities.js';
import { ContractsModule } from '../../../src/contracts/contracts.module.js';
import { GrantsModule } from '../../../src/grants/grants.module.js';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { PositionsModule } from '../../../src/positions/positions.module.js';
import { RefusalWording } from '../../../src/programmes/definition-import.js';
import { OpenBookUseCase } from '../../../src/programmes/open-book.use-case.js';
import { ProgrammesModule } from '../../../src/programmes/programmes.module.js';
import { refusalOf } from '../../../src/web/errors/refusal.js';
import { validationPipe } from '../../../src/web/errors/validation.pipe.js';

@Global()
@Module({
  providers: [{ provide: RefusalWording, useValue: { describe: () => '' } }],
  exports: [RefusalWording],
})
class WordingModule {}

/** Answers refusals as JSON, without the pages that the product's filter can also make. */
@Catch()
class JsonRefusals implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const { status, code, title, detail, errors } = refusalOf(error, 'TEST');
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(status).send({ code, title, status, detail, errors });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'book-api-'));
let app: NestFastifyApplication;

async function get(path: string) {
  const answer = await fetch(`${await app.getUrl()}${path}`);
  const body: unknown = await answer.json();
  return { status: answer.status, etag: answer.headers.get('etag'), body };
}

beforeAll(async () => {
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'book.sqlite')}` });
  const platform = { entities: ENTITIES, migrations: MIGRATIONS, refusals: REFUSALS, config };
  const imports = [
    ...[PlatformModule.forRoot(platform), WordingModule, ProgrammesModule],
    ...[GrantsModule, ContractsModule, PositionsModule],
  ];
  const module = await Test.createTestingModule({ imports }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new JsonRefusals());
  await app.listen(0, '127.0.0.1');
  await app.get(OpenBookUseCase).execute();
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('the API of the book', () => {
  it('tells a notice with its lines, users and remainder, and its revision as ETag', async () => {
    const { status, etag, body } = await get('/api/v1/notices/notice-kim-2-2025?on=2025-12-31');
    expect(status).toBe(200);
    expect(etag).toMatch(/^"\d+"$/);
    expect(body).toMatchObject({
      lines: [{ amount: '1026000.00', fte: '18.0', remaining: '0.00', remainingFte: '0.0' }],
    });
  });

  it('pages through a list by cursor', async () => {
    const first = await get('/api/v1/contracts?limit=2');
    expect(first.body).toMatchObject({ items: [{ id: 'kim-awo' }, { id: 'kim-caritas' }] });
    const second = await get('/api/v1/contracts?limit=2&after=kim-caritas');
    expect(second.body).toMatchObject({ items: [{ id: 'kim-centre' }, { id: 'kim-cities' }] });
    const all = await get('/api/v1/partners?limit=200');
    expect(all.body).toMatchObject({ next: null });
  });

  it('says what changed between two versions', async () => {
    const { body } = await get('/api/v1/contracts/kim-cities/differences?before=2&after=3');
    expect(JSON.stringify(body)).toContain(
      '"subject":"luenen-kim-2","field":"annualRate","before":{"kind":"money","amount":"55000.00"}',
    );
  });

  it('explains an entitlement', async () => {
    const { body } = await get('/api/v1/entitlements?year=2023&line=werne-kim-2');
    expect(JSON.stringify(body)).toContain('"amount":"22677.42"');
    expect(body).toMatchObject({ lines: [{ derivation: { rule: 'R6' }, posts: [{}, {}] }] });
  });

  it('tells the Übersicht with decimal strings', async () => {
    const { body } = await get('/api/v1/overview?year=2025&on=2025-12-31');
    expect(JSON.stringify(body)).toContain('"bySector":{"municipality":{"amount":"513000.00"');
  });

  it.each([
    ['/api/v1/contracts/nowhere', 404],
    ['/api/v1/notices/nowhere', 404],
    ['/api/v1/positions/nowhere?year=2025', 404],
    ['/api/v1/contracts/kim-cities?on=2025-02-31', 422],
    ['/api/v1/contracts?limit=0', 422],
    ['/api/v1/contracts?knownAt=yesterday', 422],
    ['/api/v1/overview', 422],
    ['/api/v1/overview?year=2025&jahr=2025', 422],
    ['/api/v1/entitlements?year=2025&line=nowhere', 404],
  ])('answers %s with a problem of status %i', async (url, expected) => {
    const { status, body } = await get(url);
    expect(status).toBe(expected);
    expect(body).toMatchObject({ status: expected, title: expect.any(String) as string });
  });
});
