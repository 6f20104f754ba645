import {
  contractExamples,
  documentExamples,
  partnerExamples,
  terminationExamples,
  versionExamples,
} from '../../../src/contracts/contract.examples.js';
import { ask, type Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const CONTRACT = '/api/v1/contracts/kim-beispielverein';

/** The life of a contract over HTTP, told with the examples of the API's description. */
describe('the interface for partners and contracts', () => {
  let app: WebApp;
  let tag = '';

  beforeAll(async () => {
    app = await startWebApp();
  }, 90_000);
  afterAll(() => app.close());

  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = { 'if-match': tag },
  ): Promise<Answer> => {
    const answer = await ask(app, path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    tag = answer.headers.get('etag') ?? tag;
    return answer;
  };
  const told = ({ body }: Answer): unknown => JSON.parse(body);

  it('records a partner once per key, tells where it is, and corrects what was seen', async () => {
    const key = { 'idempotency-key': 'beispielverein' };
    const first = await send('POST', '/api/v1/partners', partnerExamples.record, key);
    expect([first.status, first.headers.get('location')]).toEqual([
      201,
      '/api/v1/partners/beispielverein',
    ]);
    expect(first.headers.get('etag')).toBe('"1"');
    const again = await send('POST', '/api/v1/partners', partnerExamples.record, key);
    expect(told(again)).toEqual(told(first));
    const path = '/api/v1/partners/beispielverein';
    expect((await send('PUT', path, partnerExamples.correct, {})).status).toBe(428);
    expect((await send('PUT', path, partnerExamples.correct)).status).toBe(200);
    const late = await send('PUT', path, partnerExamples.correct, { 'if-match': '"1"' });
    expect([late.status, late.headers.get('content-type')]).toEqual([
      412,
      'application/problem+json; charset=utf-8',
    ]);
    expect(told(await ask(app, `${path}/revisions`))).toMatchObject({
      revisions: [{ reason: 'Umzug der Geschäftsstelle', revision: 2 }, { revision: 1 }],
    });
  });

  it('records a contract as a draft, and corrects its head', async () => {
    const answer = await send('POST', '/api/v1/contracts', contractExamples.record, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([201, CONTRACT]);
    expect(told(answer)).toMatchObject({ versions: [{ state: 'draft' }] });
    expect((await send('PUT', CONTRACT, contractExamples.correct)).status).toBe(200);
  });

  it('leads the draft to effect, step by step', async () => {
    const version = `${CONTRACT}/versions/1`;
    expect((await send('PUT', version, versionExamples.edit)).status).toBe(200);
    const sent = await send('POST', `${version}/sending`, versionExamples.send);
    expect([sent.status, told(sent)]).toMatchObject([200, { versions: [{ state: 'sent' }] }]);
    await send('POST', `${version}/recall`, versionExamples.recall);
    await send('POST', `${version}/sending`, versionExamples.send);
    const signed = await send('POST', `${version}/signatures`, versionExamples.sign);
    expect(told(signed)).toMatchObject({
      versions: [{ state: 'partly-signed', missing: ['signature:beispielverein'] }],
    });
    const last = await send('POST', `${version}/signatures`, { party: 'beispielverein' });
    expect(told(last)).toMatchObject({ versions: [{ state: 'effective', missing: [] }] });
    expect(told(await ask(app, version))).toMatchObject({ completeSince: '2026-03-02' });
  });

  it('drafts an amendment from the version in force, and discards it', async () => {
    const answer = await send('POST', `${CONTRACT}/versions`, versionExamples.draft);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      201,
      `${CONTRACT}/versions/2`,
    ]);
    expect(told(answer)).toMatchObject({
      versions: [{ state: 'effective' }, { state: 'draft', version: { title: '1. Änderung' } }],
    });
    const mark = tag;
    expect((await send('DELETE', `${CONTRACT}/versions/2`, versionExamples.discard)).status).toBe(
      204,
    );
    const late = await send('DELETE', `${CONTRACT}/versions/2`, versionExamples.discard, {
      'if-match': mark,
    });
    expect(late.status).toBe(412);
    tag = (await ask(app, CONTRACT)).headers.get('etag') ?? '';
  });

  it('shows what a termination does, records it, and takes it back', async () => {
    const path = `${CONTRACT}/termination`;
    const day = { party: 'beispielverein', receivedOn: '2026-03-02' };
    const ended = await send('POST', path, terminationExamples.terminate);
    expect(told(ended)).toMatchObject({ termination: { ...day, endsOn: '2026-12-31' } });
    const again = await send('DELETE', path, terminationExamples.withdraw);
    expect([again.status, told(again)]).not.toHaveProperty([1, 'termination']);
    expect(again.status).toBe(200);
    const mine = '/api/v1/contracts/kim-cities/termination?dryRun=true';
    const dry = await send('POST', mine, { ...day, party: 'luenen', receivedOn: '2025-06-30' }, {});
    expect(told(dry)).toMatchObject({
      endsOn: '2025-12-31',
      safeOn: '2025-06-30',
      missedYear: false,
      derivation: { rule: 'R12' },
    });
  });

  it('files a part with its bytes, and hands them out to be saved', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(documentExamples.file)) form.set(name, value);
    const bytes = `%PDF-1.7 ${'x'.repeat(2_000_000)}`;
    form.set('file', new Blob([bytes]), 'Stellenbeschreibung Bönen.pdf');
    const answer = await ask(app, `${CONTRACT}/documents`, { method: 'POST', body: form });
    expect(answer.status).toBe(201);
    const location = answer.headers.get('location') ?? '';
    expect(told(answer)).toMatchObject({
      title: 'Stellenbeschreibung Fallmanagement',
      file: { mediaType: 'application/pdf', size: bytes.length },
    });
    const file = await ask(app, `${location}/file`);
    expect([file.status, file.body.length]).toEqual([200, bytes.length]);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="Stellen/);
    tag = '"1"';
    const handed = await send('PUT', `${location}/handover`, documentExamples.handOver);
    expect(told(handed)).toMatchObject({
      handedOver: [{ party: 'beispielverein', on: '2026-02-20' }],
      revision: 2,
    });
    const list = told(await ask(app, `${CONTRACT}/documents`)) as { documents: unknown[] };
    expect(list.documents).toHaveLength(1);
  });

  it('notes a part without a file', async () => {
    const answer = await send('POST', `${CONTRACT}/documents`, documentExamples.file, {});
    expect([answer.status, told(answer)]).toMatchObject([201, { kind: 'job-description' }]);
  });

  it('tells the history, newest first, and describes all of it', async () => {
    const { revisions } = told(await ask(app, `${CONTRACT}/revisions`)) as {
      revisions: { reason: string; recordedBy: string }[];
    };
    expect(revisions.length).toBeGreaterThan(10);
    expect(revisions.map(({ reason }) => reason)).toContain('Prüfliste durchgesehen');
    for (const { recordedBy } of revisions) expect(recordedBy).toMatch(/^person:[0-9A-Z]{26}$/);
    const description = await ask(app, '/api/docs/openapi.json');
    for (const route of ['versions/{number}/sending', 'termination', 'documents/{document}/file']) {
      expect(description.body).toContain(`/api/v1/contracts/{id}/${route}`);
    }
  });

  it('names each wrong field of a body', async () => {
    const body = { ...contractExamples.record, id: 'kim-wrong', partners: ['nobody'], form: 'x' };
    const answer = await send('POST', '/api/v1/contracts', body, {});
    expect([answer.status, told(answer)]).toMatchObject([422, { errors: [{ pointer: '/form' }] }]);
    const signing = await send('POST', `${CONTRACT}/versions/1/signatures`, {
      signedOn: 'gestern',
    });
    expect(told(signing)).toMatchObject({ errors: [{ pointer: '/party' }] });
  });
});
