import {
  draftExample,
  effectsExample,
  flowDownExample,
  followOnExample,
  whatIfDraftExample,
  whatIfExample,
} from '../../../src/amendments/amendments.examples.js';
import { bookFile } from '../../../src/programmes/definitions/book-file.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import { ImportDefinitionsUseCase } from '../../../src/programmes/import-definitions.use-case.js';
import { sending } from '../../examples/refused/refusal.js';
import {
  contract2025,
  follow2026,
  line2025,
  NOT_FOLLOWING,
  notice2025,
  post2025,
  raise2025,
} from '../../support/amending.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

const partners = ['luenen', 'bergkamen', 'awo'].map((id) => aPartner({ id, name: id }));
const given: readonly Definition[] = [
  partnersOf(...partners),
  notice2025(),
  contract2025('kim-cities', [line2025('luenen', '5,0'), line2025('bergkamen', '4,0')]),
  contract2025('kim-awo', [line2025('awo', '1,0')], { terms: NOT_FOLLOWING }),
  {
    kind: 'positions',
    positions: [post2025('lue-1', 'luenen-kim-2'), post2025('awo-1', 'awo-kim-2')],
  },
];

let app: WebApp;

async function start(...further: readonly Definition[]): Promise<void> {
  app = await startWebApp({ environment: { BOOK: 'empty' } });
  const files = [...given, ...further].map((definition) => bookFile(definition));
  await app.app.get(ImportDefinitionsUseCase).execute(files, 'person:test');
}

async function answer(path: string, request: RequestInit = {}) {
  const { status, body } = await ask(app, path, request);
  return { status, body: JSON.parse(body) as Record<string, unknown> };
}

const SET_UP_MS = 60_000;

describe('the API of a changed notice', () => {
  const notice = '/api/v1/notices/notice-2025-raise';
  beforeAll(() => start(raise2025()), SET_UP_MS);
  afterAll(() => app.close());

  it('tells the described picture, page by page, each figure with its derivation', async () => {
    const whole = await answer(`${notice}/flow-down?on=2025-09-30`);
    expect(whole.status).toBe(200);
    expect(whole.body).toMatchObject(flowDownExample.answer);
    const page = await answer(`${notice}/flow-down?on=2025-09-30&limit=1&after=kim-awo`);
    expect(page.body).toMatchObject({
      contracts: [{ contract: 'kim-cities' }],
      effects: {
        difference: '2000.00',
        differenceToDate: '1000.00',
        years: [
          {
            lines: [
              { line: 'bergkamen-kim-2' },
              {
                line: 'luenen-kim-2',
                after: { annualRate: '57000.00', entitled: '56000.00', derivation: { rule: 'R6' } },
                difference: { entitled: '1000.00', toDate: '500.00' },
              },
            ],
            holders: [{ id: 'kim-2-2025', after: { granted: '1008000.00', shortages: [] } }],
          },
        ],
      },
    });
  });

  it('passes the notice on as described, and a repeat changes nothing', async () => {
    const request = sending('POST', draftExample.question, { 'idempotency-key': 'raise-1' });
    const first = await answer(`${notice}/amendments`, request);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject(draftExample.answer);
    expect(await answer(`${notice}/amendments`, request)).toEqual(first);
  });

  it.each([
    [{ contracts: [1] }, '/contracts/0'],
    [{ contracts: 'kim-awo' }, '/contracts'],
    [{ reason: ' ' }, '/reason'],
    [{ reasn: 'x' }, '/reasn'],
  ])('names the wrong field of %j', async (body, pointer) => {
    const { status, body: problem } = await answer(`${notice}/amendments`, sending('POST', body));
    expect(status).toBe(422);
    expect(JSON.stringify(problem)).toContain(`"pointer":"${pointer}"`);
  });
});

describe('the API of a follow-on notice', () => {
  beforeAll(() => start(follow2026()), SET_UP_MS);
  afterAll(() => app.close());

  it('tells what goes on, and takes it over as described', async () => {
    const path = '/api/v1/notices/notice-2026/follow-on';
    const before = await answer(`${path}?leaveOut=kim-awo`);
    expect(before.body).toMatchObject({
      fits: true,
      contracts: [
        { contract: 'kim-awo', state: 'left-out', proposed: [] },
        { contract: 'kim-cities', state: 'open', inForceFrom: '2026-01-01' },
      ],
    });
    const { status, body } = await answer(path, sending('POST', followOnExample.question));
    expect(status).toBe(201);
    expect(body).toMatchObject(followOnExample.answer);
  });
});

describe('the API of a what-if', () => {
  beforeAll(() => start(), SET_UP_MS);
  afterAll(() => app.close());

  it('answers the described question without writing', async () => {
    const request = sending('POST', whatIfExample.question);
    const { status, body } = await answer('/api/v1/what-if?on=2025-12-31', request);
    expect(status).toBe(200);
    expect(body).toMatchObject(whatIfExample.answer);
    expect((await answer('/api/v1/contracts/kim-cities')).body).toMatchObject({
      versions: [{}],
    });
  });

  it('drafts what was asked, and tells what the draft would change', async () => {
    const request = sending('POST', whatIfExample.question, { 'idempotency-key': 'move-1' });
    const first = await answer('/api/v1/what-if/amendments', request);
    expect(first).toMatchObject({ status: 201, body: whatIfDraftExample.answer });
    expect(await answer('/api/v1/what-if/amendments', request)).toEqual(first);
    const effects = await answer('/api/v1/contracts/kim-cities/versions/2/effects?on=2025-12-31');
    expect(effects.body).toMatchObject(effectsExample.answer);
  });

  it.each([
    [{ moves: [] }, '/moves'],
    [{ moves: [{ fromLine: 'a', toLine: 'b', fte: '0', from: '2025-07-01' }] }, '/moves/0/fte'],
    [{ moves: [{ fromLine: 'a', toLine: 'b', fte: '1', from: '2025-02-31' }] }, '/moves/0/from'],
    [{ moves: [{ toLine: 'b', fte: '1', from: '2025-07-01' }] }, '/moves/0/fromLine'],
    [{}, '/moves'],
  ])('names the wrong field of %j', async (body, pointer) => {
    const { status, body: problem } = await answer('/api/v1/what-if', sending('POST', body));
    expect(status).toBe(422);
    expect(JSON.stringify(problem)).toContain(`"pointer":"${pointer}"`);
  });

  it.each([
    ['/api/v1/contracts/kim-cities/versions/9/effects', 404],
    ['/api/v1/contracts/kim-cities/versions/x/effects', 422],
    ['/api/v1/contracts/nowhere/versions/1/effects', 404],
    ['/api/v1/notices/nowhere/flow-down', 404],
    ['/api/v1/notices/notice-2025/follow-on', 422],
  ])('answers %s with a problem of status %i', async (path, expected) => {
    expect((await answer(path)).status).toBe(expected);
  });
});
