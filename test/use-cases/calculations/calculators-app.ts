import { Catch, Global, Module, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply } from 'fastify';
import { CalculationsModule } from '../../../src/calculations/calculations.module.js';
import { parsePlainDate } from '../../../src/domain/calendar/plain-date.js';
import { percentToApi } from '../../../src/domain/money/percent.js';
import { LawTables } from '../../../src/programmes/law-tables.js';
import { refusalOf } from '../../../src/web/errors/refusal.js';
import { validationPipe } from '../../../src/web/errors/validation.pipe.js';
import { TABLES } from '../../support/interest-tables.js';

/** The published law without a database: what the shipped files say, for calculators alone. */
const LAW = {
  baseRates: () =>
    TABLES.baseRates.rows.map(({ validFrom, percent }) => ({
      key: 'base-rate',
      validFrom,
      value: percentToApi(percent),
      clause: '§ 247 BGB',
    })),
  margins: () =>
    TABLES.margins.map(({ basis, validFrom, points, clause = '' }) => ({
      key: basis,
      validFrom,
      value: percentToApi(points),
      clause,
    })),
  oneOffHolidays: () => [
    { key: 'Reformationstag', validFrom: parsePlainDate('2017-10-31'), value: '1', clause: '' },
  ],
  publishedUntil: () => TABLES.baseRates.publishedUntil,
};

@Global()
@Module({ providers: [{ provide: LawTables, useValue: LAW }], exports: [LawTables] })
class LawModule {}

@Module({ imports: [LawModule, CalculationsModule] })
class CalculatorsApp {}

/** Answers refusals as JSON, without the pages that the product's filter can also make. */
@Catch()
class JsonRefusals implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const { status, code, title, detail, errors } = refusalOf(error, 'TEST');
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(status).send({ code, title, status, detail, errors });
  }
}

/** Listens on a free port of this machine. */
export async function startCalculators(): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [CalculatorsApp] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new JsonRefusals());
  await app.listen(0, '127.0.0.1');
  return app;
}
