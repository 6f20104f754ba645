import {
  correctNoticeExample,
  noticeChangeExample,
  noticeHistoryExample,
  recordNoticeExample,
} from '../../../src/grants/notice.examples.js';
import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

const NOTICES = '/api/v1/notices';
const RAISE = `${NOTICES}/${recordNoticeExample.request.id}`;

let app: WebApp;

beforeAll(async () => {
  app = await startWebApp();
}, 60_000);

afterAll(() => app.close());

async function send(
  method: string,
  path: string,
  body?: unknown,
  given: Readonly<Record<string, string>> = {},
) {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await ask(app, path, {
    method,
    headers: { ...json, ...given },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const content = answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
  return { ...answer, content };
}

const matching = (etag: string) => ({ 'if-match': etag });

describe('the API of notices', () => {
  it('records one: 201, with its place and its revision', async () => {
    const { status, headers, content } = await send('POST', NOTICES, recordNoticeExample.request, {
      'idempotency-key': 'raise-1',
    });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(RAISE);
    expect(headers.get('etag')).toBe('"2"');
    expect(content).toMatchObject(recordNoticeExample.answer);
  });

  it('answers the same key again as it did at first', async () => {
    const { status, headers } = await send('POST', NOTICES, recordNoticeExample.request, {
      'idempotency-key': 'raise-1',
    });
    expect([status, headers.get('etag')]).toEqual([201, '"2"']);
  });

  it('corrects one: the new revision is the ETag', async () => {
    const { request, answer } = correctNoticeExample;
    const { status, headers, content } = await send('PUT', RAISE, request, matching('"2"'));
    expect([status, headers.get('etag')]).toEqual([200, '"3"']);
    expect(content).toMatchObject(answer);
    expect((await send('GET', RAISE)).headers.get('etag')).toBe('"3"');
  });

  it('tells the history and what an amendment changes', async () => {
    const history = await send('GET', `${RAISE}/revisions`);
    const revisions = noticeHistoryExample.revisions.map((revision) => ({
      ...revision,
      recordedBy: expect.stringMatching(/^(person|system):/) as string,
    }));
    expect(history.content).toMatchObject({ ...noticeHistoryExample, revisions });
    const change = await send('GET', `${RAISE}/change`);
    expect(change.content).toMatchObject(noticeChangeExample);
    const base = await send('GET', `${NOTICES}/notice-kim-2-2025/change`);
    expect(base.content).toEqual({ notice: 'notice-kim-2-2025', lines: [] });
  });

  it.each([
    ['another revision', matching('"2"'), 412, '/errors/revision.stale'],
    ['no revision', {}, 428, '/errors/revision.not-named'],
    ['a revision that is none', matching('W/"2"'), 428, '/errors/revision.not-named'],
  ])('refuses a correction with %s', async (_, headers, expected, type) => {
    const { status, content } = await send('PUT', RAISE, correctNoticeExample.request, headers);
    expect(status).toBe(expected);
    expect(content).toMatchObject({ type, status: expected, title: expect.any(String) as string });
    if (expected === 412) expect(content).toMatchObject({ facts: { expected: 2, current: 3 } });
  });

  it('names every field that does not fit, in one answer', async () => {
    const [line] = recordNoticeExample.request.lines;
    const wrong = {
      ...recordNoticeExample.request,
      id: 'Kim 2',
      issuedOn: '2025-02-31',
      lines: [{ ...line, fte: '18,0', colour: 'red' }],
    };
    const { status, content } = await send('POST', NOTICES, wrong);
    expect(status).toBe(422);
    const { errors } = content as { errors: readonly { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/id',
      '/issuedOn',
      '/lines/0/colour',
      '/lines/0/fte',
    ]);
  });

  it.each([
    ['a sum that its terms do not give', { amount: '1.00' }, '/lines/0/amount'],
    ['a component of another programme', { component: 'soe-1' }, '/lines/0/component'],
  ])('holds a line against what stands around it: %s', async (_, given, pointer) => {
    const [line] = recordNoticeExample.request.lines;
    const request = { ...correctNoticeExample.request, lines: [{ ...line, ...given }] };
    const { status, content } = await send('PUT', RAISE, request, matching('"3"'));
    expect(status).toBe(422);
    expect(content).toMatchObject({ errors: [{ pointer }] });
  });

  it('refuses a body that is none, without a reason, or for another notice', async () => {
    const none = await send('POST', NOTICES, []);
    expect(none.status).toBe(422);
    const { reason, ...silent } = correctNoticeExample.request;
    expect(reason).not.toBe('');
    const unsaid = await send('PUT', RAISE, silent, matching('"3"'));
    expect(unsaid.content).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] });
    const other = { ...correctNoticeExample.request, id: 'another' };
    const elsewhere = await send('PUT', RAISE, other, matching('"3"'));
    expect(elsewhere.content).toMatchObject({ status: 422, errors: [{ pointer: '/id' }] });
  });

  it('answers 404 for a notice that never was', async () => {
    const request = { ...correctNoticeExample.request, id: 'nowhere' };
    const put = await send('PUT', `${NOTICES}/nowhere`, request, matching('"1"'));
    const revisions = await send('GET', `${NOTICES}/nowhere/revisions`);
    const change = await send('GET', `${NOTICES}/nowhere/change`);
    expect([put, revisions, change].map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('takes one back with a reason, and keeps its history', async () => {
    const unsaid = await send('DELETE', RAISE, undefined, matching('"3"'));
    expect(unsaid.content).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] });
    const late = await send('DELETE', `${RAISE}?reason=Irrtum`, undefined, matching('"2"'));
    expect(late.status).toBe(412);
    const gone = await send('DELETE', `${RAISE}?reason=Irrtum`, undefined, matching('"3"'));
    expect([gone.status, gone.body]).toEqual([204, '']);
    expect((await send('GET', RAISE)).status).toBe(404);
    const { content } = await send('GET', `${RAISE}/revisions`);
    expect(content).toMatchObject({ revisions: [{ withdrawn: true, reason: 'Irrtum' }, {}, {}] });
  });

  it('is described with its bodies and the examples that these tests send', async () => {
    const { content } = await send('GET', '/api/docs/openapi.json');
    const { paths } = content as { paths: Readonly<Record<string, unknown>> };
    expect(paths[NOTICES]).toMatchObject({
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                properties: {
                  issuedOn: { description: expect.stringContaining('JJJJ-MM-TT') as string },
                  lines: { items: { properties: { fte: { type: 'string' } } } },
                  reason: { maxLength: 500 },
                },
                additionalProperties: false,
              },
              examples: { Änderungsbescheid: { value: recordNoticeExample.request } },
            },
          },
        },
      },
    });
    const described = JSON.stringify(paths[`${NOTICES}/{id}`]);
    expect(described).toContain('Aktenzeichen nachgetragen');
    expect(JSON.stringify(paths)).not.toContain('"kind":{"type":"string","enum":["notice"]');
  });
});
