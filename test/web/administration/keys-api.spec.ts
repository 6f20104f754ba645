import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { CreateTokenUseCase } from '../../../src/identity/tokens/create-token.use-case.js';
import { SettleTokenUseCase } from '../../../src/identity/tokens/settle-token.use-case.js';
import { TOKEN_ROLES } from '../../../src/identity/tokens/token.rules.js';
import { ask, type Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const APPROVER = 'anordnung-1@kreis-unna.example';
const UNTIL = '2026-12-31' as PlainDate;

describe('a program with a key', () => {
  let web: WebApp;
  const keys = new Map<string, string>();

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '100000' } });
    for (const role of TOKEN_ROLES) keys.set(role, (await key(role)).secret);
  }, 90_000);
  afterAll(() => web.close());

  const change = (name: string, by = 'system:console') => {
    return { by, reason: 'Test', key: `keys-${name}` };
  };
  const key = async (role: string, isConsented = true) => {
    const wanted = { role, purpose: `Verfahren ${role}`, until: UNTIL };
    const name = `${role}-${String(isConsented)}`;
    const { id, secret = '' } = await web.app.get(CreateTokenUseCase).execute(change(name), wanted);
    const settling = web.app.get(SettleTokenUseCase);
    const approver = await web.app.get(PeopleQueries).byMail(APPROVER);
    const by = `person:${approver?.id ?? ''}`;
    if (isConsented) await settling.consent(change(`${name}-consent`, by), id);
    return { id, secret };
  };
  const send = (method: string, address: string, secret: string, more = {}): Promise<Answer> =>
    ask(web, address, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(method !== 'GET' && { body: '{}' }),
    });

  it('enters a page with no key', async () => {
    for (const address of ['/konten', '/buch', '/anmelden/demo']) {
      const method = address === '/anmelden/demo' ? 'POST' : 'GET';
      const { status } = await send(method, address, keys.get('treasury') ?? '', {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: 'wb-besuch=somebody',
      });
      expect([address, status]).toEqual([address, method === 'GET' ? 303 : 403]);
    }
  });

  it('is told the same of a key that is wrong, revoked or without consent', async () => {
    const waiting = await key('auditor', false);
    const revoked = await key('officer', false);
    await web.app.get(SettleTokenUseCase).revoke(change('revoked'), revoked.id);
    const wrong = [
      'wb_0000000000000000000000000000000000000000000',
      waiting.secret,
      revoked.secret,
    ];
    const answers = [];
    for (const secret of wrong) {
      const { status, headers, body } = await send('GET', '/api/v1/partners', secret);
      answers.push({ status, asks: headers.get('www-authenticate'), body });
    }
    expect(answers[0]).toMatchObject({ status: 401, asks: 'Bearer' });
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({
      type: '/errors/identity.token-invalid',
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is entered in the journal as itself', async () => {
    const { body } = await ask(web, '/api/v1/ledger/entries', {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${keys.get('officer') ?? ''}` },
        ...{ 'content-type': 'application/json', 'idempotency-key': 'keys-entry' },
      },
      body: JSON.stringify({
        ...{ effectiveOn: '2026-03-01', kind: 'adjustment', text: 'Umbuchung' },
        postings: [
          { account: 'cash', amount: '-100.00' },
          { account: 'unallocated', amount: '100.00' },
        ],
      }),
    });
    const { id } = JSON.parse(body) as { readonly id: string };
    const entry = await send('GET', `/api/v1/ledger/entries/${id}`, keys.get('auditor') ?? '');
    expect(entry.body).toContain('token:');
  });

  it('is told in the description of the interface, where the calculators need none', async () => {
    const { body } = await ask(web, '/api/docs/openapi.json');
    const { security, paths, components } = JSON.parse(body) as {
      readonly security: unknown;
      readonly components: { readonly securitySchemes: object };
      readonly paths: Readonly<Record<string, { readonly post?: { readonly security?: unknown } }>>;
    };
    expect(security).toEqual([{ zugangsschluessel: [] }]);
    expect(components.securitySchemes).toMatchObject({
      zugangsschluessel: { type: 'http', scheme: 'bearer' },
    });
    expect(paths['/api/v1/calculations/split']?.post?.security).toEqual([]);
    expect(paths['/api/v1/contracts']?.post?.security).toBeUndefined();
  });

  it('waits after twenty wrong keys in a minute, whatever it brings then', async () => {
    const wrong = () => send('GET', '/api/v1/partners', 'wb_nonsense');
    const first = await Promise.all(Array.from({ length: 20 }, wrong));
    expect(first.every(({ status }) => status === 401 || status === 429)).toBe(true);
    const right = () => send('GET', '/api/v1/partners', keys.get('auditor') ?? '');
    expect((await right()).status).toBe(429);
    web.clock.moveTo('2026-03-02T23:00:00.000Z');
    expect((await right()).status).toBe(200);
  });
});
