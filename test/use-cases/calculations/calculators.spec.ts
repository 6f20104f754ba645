import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  agreedInterestExample,
  entitlementExample,
  fristExample,
  interestExample,
  noticePeriodExample,
  splitExample,
} from '../../../src/calculations/calculation.examples.js';
import { describedApi } from '../../../src/platform/http/api-description.js';
import { startCalculators } from './calculators-app.js';

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await startCalculators();
});
afterAll(() => app.close());

async function ask(calculator: string, question: unknown): Promise<Answer> {
  const answer = await fetch(`${await app.getUrl()}/api/v1/calculations/${calculator}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

async function wrongFields(calculator: string, question: unknown): Promise<string[]> {
  const { status, body } = await ask(calculator, question);
  expect(status).toBe(422);
  const errors = body['errors'] as { pointer: string; detail: string }[];
  for (const { detail } of errors) expect(detail).toMatch(/^[A-ZÄÖÜ].+\.$/);
  return errors.map(({ pointer }) => pointer);
}

describe('the calculators', () => {
  it.each([
    ['entitlement', entitlementExample],
    ['deadline', fristExample],
    ['deadline', noticePeriodExample],
    ['interest', interestExample],
    ['interest', agreedInterestExample],
    ['split', splitExample],
  ])('answer the described example of %s', async (calculator, { question, answer }) => {
    const { status, body } = await ask(calculator, question);
    expect(status).toBe(200);
    expect(body).toMatchObject(answer);
  });

  it('answer with exactly the described fields', async () => {
    expect((await ask('deadline', fristExample.question)).body).toEqual(fristExample.answer);
    expect((await ask('interest', interestExample.question)).body).toEqual(interestExample.answer);
    expect((await ask('split', splitExample.question)).body).toEqual(splitExample.answer);
    const { body } = await ask('entitlement', entitlementExample.question);
    expect(Object.keys(body)).toEqual(['amount', 'byYear', 'steps']);
  });

  it('explain an entitlement step by step, with exact values', async () => {
    const { body } = await ask('entitlement', entitlementExample.question);
    const steps = body['steps'] as { key: string; result: { kind: string; value: unknown } }[];
    expect(steps.map(({ key, result }) => [key, result.kind])).toEqual([
      ['annual-rate', 'money'],
      ['post-share', 'fte'],
      ['period', 'period'],
      ['months', 'months'],
      ['year-share', 'fraction'],
      ['product', 'exact-money'],
      ['rounded', 'money'],
    ]);
    expect(steps[5]?.result.value).toBe('703000/31');
  });

  it.each([
    ['calendar-month', '22677.42', '74/93'],
    ['thirty-360', '22641.67', '143/180'],
    ['actual-days', '22800.00', '4/5'],
    ['full-month', '21375.00', '3/4'],
    ['started-month', '23750.00', '5/6'],
    [undefined, '22677.42', '74/93'],
  ])('compute R7 by %s', async (convention, amount, share) => {
    const question = { ...entitlementExample.question, convention };
    const { body } = await ask('entitlement', question);
    expect(body).toMatchObject({ amount, byYear: [{ year: 2023, share, amount }] });
  });

  it('round each year of an entitlement once and add the years', async () => {
    const question = { annualRate: '9700', fte: '1', from: '2022-12-15', to: '2024-01-15' };
    expect((await ask('entitlement', question)).body).toMatchObject({
      amount: '10534.41',
      byYear: [
        { year: 2022, share: '17/372', amount: '443.28' },
        { year: 2023, share: '1', amount: '9700.00' },
        { year: 2024, share: '5/124', amount: '391.13' },
      ],
    });
  });

  it.each([
    [
      { date: '2024-03-31', kind: 'frist' },
      { dueOn: '2024-04-02', reasons: ['Sonntag', 'Ostermontag'] },
    ],
    [
      { date: '2017-10-31', kind: 'frist' },
      { dueOn: '2017-11-02', reasons: ['Reformationstag', 'Allerheiligen'] },
    ],
    [
      { date: '2024-03-31', kind: 'termin' },
      { dueOn: '2024-03-31', moved: false, reasons: [] },
    ],
    [
      { date: '2029-06-30', kind: 'notice-period' },
      { dueOn: '2029-06-30', safeOn: '2029-06-29' },
    ],
  ])('find the day for %j', async (question, answer) => {
    expect((await ask('deadline', question)).body).toMatchObject(answer);
  });

  it('compute R22 with segments that add up', async () => {
    const { body } = await ask('interest', {
      principal: '12345.67',
      from: '2023-02-01',
      to: '2024-11-15',
      basis: 'vwvfg-49a-nrw',
    });
    const segments = body['segments'] as { amount: string; rate: string }[];
    expect(body['amount']).toBe('1381.12');
    expect(segments.map(({ rate }) => rate)).toEqual(['6.62', '4.62', '6.12', '6.62', '6.37']);
    const sum = segments.reduce((all, { amount }) => all + BigInt(amount.replace('.', '')), 0n);
    expect(sum).toBe(138_112n);
  });

  it('split a negative total, and by decimal weights', async () => {
    const question = { total: '-100.00', weights: ['0.5', '0.25', '0.25'] };
    expect((await ask('split', question)).body).toEqual({ shares: ['-50.00', '-25.00', '-25.00'] });
  });
});

describe('the description of the API', () => {
  it('names the four calculators, their fields and their examples', async () => {
    const { DocumentBuilder, SwaggerModule } = await describedApi();
    const { paths, components } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    expect(Object.keys(paths).map((path) => path.split('/').at(-1))).toEqual([
      'entitlement',
      'deadline',
      'interest',
      'split',
    ]);
    for (const { post } of Object.values(paths)) {
      expect(Object.keys(post?.responses ?? {}).toSorted()).toEqual(['200', '422']);
      expect(JSON.stringify(post?.requestBody)).toContain('"examples"');
    }
    expect(components?.schemas?.['EntitlementRequest']).toMatchObject({
      required: ['annualRate', 'fte', 'from', 'to'],
    });
  });
});

const ENTITLEMENT = entitlementExample.question;
const INTEREST = interestExample.question;

describe('the calculators refuse, and name the field:', () => {
  it.each([
    ['a day that does not exist', 'entitlement', { ...ENTITLEMENT, from: '2023-02-31' }, ['/from']],
    ['from after to', 'entitlement', { ...ENTITLEMENT, from: '2024-01-01' }, ['/from']],
    ['a share of zero', 'entitlement', { ...ENTITLEMENT, fte: '0.0' }, ['/fte']],
    ['a share below zero', 'entitlement', { ...ENTITLEMENT, fte: '-0.5' }, ['/fte']],
    ['a share with five decimals', 'entitlement', { ...ENTITLEMENT, fte: '0.12345' }, ['/fte']],
    ['an unknown convention', 'entitlement', { ...ENTITLEMENT, convention: 'x' }, ['/convention']],
    ['three decimals', 'entitlement', { ...ENTITLEMENT, annualRate: '1.234' }, ['/annualRate']],
    ['a rate below zero', 'entitlement', { ...ENTITLEMENT, annualRate: '-1' }, ['/annualRate']],
    ['a number for a text', 'entitlement', { ...ENTITLEMENT, fte: 0.5 }, ['/fte']],
    ['an unknown field', 'entitlement', { ...ENTITLEMENT, extra: 1 }, ['/extra']],
    ['a missing field', 'entitlement', { ...ENTITLEMENT, to: undefined }, ['/to']],
    ['null', 'entitlement', { ...ENTITLEMENT, to: null }, ['/to']],
    ['nothing at all', 'deadline', {}, ['/date', '/kind']],
    ['an unknown kind', 'deadline', { date: '2024-01-01', kind: 'x' }, ['/kind']],
    ['a day far away', 'deadline', { date: '0203-01-01', kind: 'frist' }, ['/date']],
    ['no base rate yet', 'interest', { ...INTEREST, to: '2027-01-01' }, ['/to']],
    ['no base rate ever', 'interest', { ...INTEREST, from: '2001-12-31' }, ['/from']],
    ['interest backwards', 'interest', { ...INTEREST, from: '2024-07-01' }, ['/from']],
    ['an unknown basis', 'interest', { ...INTEREST, basis: 'bgb-288-2' }, ['/basis']],
    ['an agreed margin that is missing', 'interest', { ...INTEREST, basis: 'agreed' }, ['/margin']],
    ['a margin that is not agreed', 'interest', { ...INTEREST, margin: '3.00' }, ['/margin']],
    ['a negative principal', 'interest', { ...INTEREST, principal: '-1' }, ['/principal']],
    ['a day count unknown', 'interest', { ...INTEREST, dayCount: 'x' }, ['/dayCount']],
    ['weights that are all zero', 'split', { total: '1', weights: ['0', '0'] }, ['/weights']],
    ['no weights', 'split', { total: '1', weights: [] }, ['/weights']],
    ['a negative weight', 'split', { total: '1', weights: ['1', '-1'] }, ['/weights/1']],
    ['a weight that is no number', 'split', { total: '1', weights: ['1', 'x'] }, ['/weights/1']],
    ['a weight that is no text', 'split', { total: '1', weights: [1] }, ['/weights/0']],
    ['weights that are no list', 'split', { total: '1', weights: '1' }, ['/weights']],
    ['several at once', 'interest', { ...INTEREST, from: 'x', to: '2023-02-30' }, ['/from', '/to']],
  ])('%s', async (_, calculator, question, pointers) => {
    expect(await wrongFields(calculator, question)).toEqual(pointers);
  });

  it.each(['0,5', ' 0.5', '0.5\n', '+5', '1e3', '٣'])('a share written as %j', async (fte) => {
    expect(await wrongFields('entitlement', { ...ENTITLEMENT, fte })).toEqual(['/fte']);
  });

  it('a value nested deeper than a reader can follow', async () => {
    const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    const asked = `{ "total": "1", "weights": ${lists(100_000)}, "a/b": ${lists(30)} }`;
    const answer = await fetch(`${await app.getUrl()}/api/v1/calculations/split`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: asked,
    });
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/weights', '/a~1b']);
  });

  it('a body that is no object', async () => {
    expect((await ask('split', [1])).status).toBe(422);
  });
});
