import { ApiTokensQueries, type Token } from '../../../src/identity/tokens/api-tokens.queries.js';
import { ask, lacking, textOf, type Answer } from '../answers.js';
import { Doors, PEOPLE, type Door } from '../access/askers.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of keys', () => {
  let web: WebApp;
  let administrator: Door;
  let approver: Door;
  let secret = '';

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    administrator = await new Doors(web).person(PEOPLE.administrator);
    approver = await new Doors(web).person(PEOPLE.approver);
  }, 60_000);
  afterAll(() => web.close());

  const send = (by: Door, address: string, fields: Readonly<Record<string, string>>) =>
    by.send('POST', address, new URLSearchParams(fields).toString());
  const create = (more: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    send(administrator, '/zugangsschluessel/neu', {
      ...{ zweck: 'Kassenverfahren', rolle: 'treasury', bis: '31.12.2026', grund: 'Neue Kasse' },
      ...more,
    });
  const newest = async (): Promise<Token> => {
    const [token] = await web.app.get(ApiTokensQueries).all();
    if (token === undefined) throw new Error('there is no key');
    return token;
  };
  const read = async (by: Door, address: string): Promise<string> => {
    const { status, body } = await by.send('GET', address);
    expect([address, status, lacking(body)]).toEqual([address, 200, undefined]);
    return textOf(body);
  };
  const answerOfApi = () =>
    ask(web, '/api/v1/ledger/accounts', { headers: { authorization: `Bearer ${secret}` } });

  it('show a new key once, and wait for an approver', async () => {
    expect(await read(administrator, '/zugangsschluessel')).toContain(
      'Noch hat kein Fachverfahren',
    );
    await read(administrator, '/zugangsschluessel/neu');
    const { status, headers, body } = await create({ schluessel: 'keys-spec-create' });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    secret = /value="(wb_[\w-]{43})"/.exec(body)?.[1] ?? '';
    expect(secret).not.toBe('');
    expect((await create({ schluessel: 'keys-spec-create' })).body).not.toContain(secret);
    expect((await answerOfApi()).status).toBe(401);
    expect(await read(approver, '/zugangsschluessel')).toContain('wartet auf Zustimmung');
    expect(await read(approver, '/')).toContain('Kassenverfahren');
  });

  it.each([
    ['zweck', ''],
    ['rolle', 'approver'],
    ['bis', '01.01.2030'],
    ['bis', '32.12.2026'],
    ['grund', ''],
  ])('refuse %s „%s“ at its field', async (name, value) => {
    const { status, body } = await create({ [name]: value });
    expect([status, lacking(body)]).toEqual([422, undefined]);
    expect(body).toContain(`id="${name}-error"`);
  });

  it('let in a program once an approver has consented, and nobody else does', async () => {
    const { id } = await newest();
    const address = `/zugangsschluessel/${id}/zustimmen`;
    expect((await send(administrator, address, { grund: 'x' })).status).toBe(403);
    expect(await read(approver, address)).toContain('Ein Fachverfahren liest');
    expect((await send(approver, address, {})).status).toBe(422);
    expect((await send(approver, address, { grund: 'Bekannt' })).status).toBe(303);
    expect((await answerOfApi()).status).toBe(200);
    const page = await read(administrator, `/zugangsschluessel/${id}`);
    expect(page).toContain('Martin Krüger');
    expect(page).toContain('127.0.0.1');
    expect(await read(approver, '/')).not.toContain('Kassenverfahren');
  });

  it('end a key, and say so to whoever is late', async () => {
    const { id } = await newest();
    const address = `/zugangsschluessel/${id}/beenden`;
    expect(await read(administrator, address)).toContain('Widerrufen');
    expect((await send(administrator, address, { grund: 'Verfahren abgelöst' })).status).toBe(303);
    expect((await answerOfApi()).status).toBe(401);
    const late = await send(approver, address, { grund: 'Auch' });
    expect(late.status).toBe(422);
    expect(textOf(late.body)).toContain('schon entschieden');
  });
});
