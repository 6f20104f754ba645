import { AccountQueries, type Account } from '../../../src/identity/people/account.queries.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { Landing } from '../../../src/web/sign-in/landing.js';
import { lacking, textOf, type Answer } from '../answers.js';
import { Doors, PEOPLE, type Door } from '../access/askers.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of people and accounts', () => {
  let web: WebApp;
  let administrator: Door;
  let second: Door;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    administrator = await new Doors(web).person(PEOPLE.administrator);
    second = await new Doors(web).person('verwaltung-2@kreis-unna.example');
  }, 60_000);
  afterAll(() => web.close());

  const find = async (mail: string): Promise<Account> => {
    const accounts = await web.app.get(AccountQueries).all();
    const account = accounts.find((each) => each.mail === mail);
    if (account === undefined) throw new Error(`nobody has the address ${mail}`);
    return account;
  };
  const read = async (address: string): Promise<string> => {
    const { status, body } = await administrator.send('GET', address);
    expect([address, status, lacking(body)]).toEqual([address, 200, undefined]);
    return textOf(body);
  };
  const send = (
    address: string,
    fields: readonly (readonly [string, string])[],
  ): Promise<Answer> => {
    const body = new URLSearchParams();
    for (const [name, value] of fields) body.append(name, value);
    return administrator.send('POST', address, body.toString());
  };
  /** What waits is looked at by the second administrator and agreed to. */
  const confirmed = async ({ headers }: Answer): Promise<Answer> => {
    const address = headers.get('location') ?? '';
    const { body } = await second.send('GET', address);
    expect([lacking(body), textOf(body)]).toEqual([
      undefined,
      expect.stringContaining('wartet auf Bestätigung'),
    ]);
    return second.send('POST', `${address}/bestaetigen`, '');
  };
  const invite = (mail: string, more: readonly (readonly [string, string])[]) =>
    send('/verwaltung/einladen', [
      ...([
        ['name', 'Nora Neu'],
        ['mail', mail],
        ['grund', 'Neu im Team'],
      ] as const),
      ...more,
    ]);

  it('lists everybody, and narrows by word, role, organisation and standing', async () => {
    expect(await read('/verwaltung')).toContain('Sabine Vogt');
    expect(await read('/verwaltung?suche=aydın+anordnung')).toMatch(/1 Konto, \d+ insgesamt/);
    expect(await read('/verwaltung?rolle=treasury')).toMatch(/2 Konten/);
    expect(await read('/verwaltung?organisation=luenen')).toMatch(/1 Konto/);
    expect(await read('/verwaltung?organisation=kreis&rolle=auditor')).toMatch(/1 Konto/);
    expect(await read('/verwaltung?konto=closed')).toContain('kein Konto');
    expect(await read('/verwaltung?seite=99&rolle=nonsense')).toContain('Sabine Vogt');
  });

  it('is where administrators land, and holds no case', async () => {
    const { status, headers } = await administrator.send('GET', '/');
    expect([status, headers.get('location')]).toEqual([303, '/verwaltung']);
    const { body } = await administrator.send('GET', '/verwaltung');
    expect(body).not.toMatch(/href="\/(vertraege|bescheide|stellen|buch)/);
  });

  it('invites somebody, and shows the link once', async () => {
    const answer = await invite('nora@kreis-unna.example', [
      ...([
        ['organisation', 'kreis'],
        ['rollen', 'officer'],
        ['rollen', 'controller'],
      ] as const),
      ['schluessel', 'people-spec-invite'],
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatch(/value="http:\/\/[^"]+\/einladung\/[\w-]{43}"/);
    expect(textOf(answer.body)).toContain('sobald eine andere Person der Verwaltung');
    const again = await invite('nora@kreis-unna.example', [
      ...([
        ['organisation', 'kreis'],
        ['rollen', 'officer'],
        ['rollen', 'controller'],
      ] as const),
      ['schluessel', 'people-spec-invite'],
    ]);
    expect(again.body).not.toContain('/einladung/');
    const { roles, standing, id } = await find('nora@kreis-unna.example');
    expect({ roles, standing }).toEqual({ roles: [], standing: 'invited' });
    const page = await read(`/verwaltung/personen/${id}`);
    expect(page).toContain('Neu im Team');
    expect(page).toContain('Wartet auf eine zweite Person der Verwaltung');
    expect(await read('/verwaltung')).toContain('Rollen geben: Nora Neu');
  });

  it.each([
    ['no role', [['organisation', 'kreis']], 'Wählen Sie mindestens eine Rolle'],
    [
      'roles that stand apart',
      [
        ['organisation', 'kreis'],
        ['rollen', 'treasury'],
        ['rollen', 'officer'],
      ],
      'zusammen',
    ],
    ['an unknown organisation', [['organisation', 'nirgendwo']], 'nirgendwo'],
    [
      'a real address',
      [
        ['organisation', 'kreis'],
        ['rollen', 'officer'],
        ['mail', 'a@b.de'],
      ],
      '',
    ],
  ] as const)(
    'refuses an invitation with %s, and keeps what was typed',
    async (what, more, text) => {
      const { status, body } = await invite(
        what === 'a real address' ? 'a@b.de' : 'refused@kreis-unna.example',
        more,
      );
      expect([status, lacking(body)]).toEqual([422, undefined]);
      expect(textOf(body)).toContain(text);
      expect(body).toContain('value="Nora Neu"');
    },
  );

  it('invites somebody of a partner, who sees nothing of the others', async () => {
    const answer = await invite('neu@luenen.example', [
      ['organisation', 'luenen'],
      ['leitung', 'ja'],
    ]);
    expect(answer.status).toBe(200);
    const { roles, partnerId, isLead } = await find('neu@luenen.example');
    expect({ roles, partnerId, isLead }).toEqual({
      ...{ roles: ['partner'], partnerId: 'luenen', isLead: true },
    });
  });

  it('signs out whoever gets another role in the middle of their work', async () => {
    const treasury = await new Doors(web).person('kasse-2@kreis-unna.example');
    expect((await treasury.send('GET', '/konten')).status).toBe(200);
    const { id, revision } = await find('kasse-2@kreis-unna.example');
    const address = `/verwaltung/personen/${id}/rollen`;
    expect(await read(address)).toContain('sofort abgemeldet');
    const fields = [
      ['rollen', 'auditor'],
      ['grund', 'Wechsel'],
      ['stand', `${revision}`],
    ] as const;
    const asked = await send(address, fields);
    expect(asked.status).toBe(303);
    expect((await treasury.send('GET', '/konten')).status).toBe(200);
    const own = await administrator.send(
      'POST',
      `${asked.headers.get('location') ?? ''}/bestaetigen`,
      '',
    );
    expect([own.status, textOf(own.body)]).toEqual([
      422,
      expect.stringContaining('selbst beantragt'),
    ]);
    expect((await confirmed(asked)).status).toBe(303);
    expect((await treasury.send('GET', '/konten')).headers.get('location')).toMatch(/^\/anmelden/);
    expect((await treasury.send('POST', '/konten/advances/sachkonto', 'grund=x')).status).toBe(401);
    const late = await send(address, [...fields, ['schluessel', 'people-spec-late']]);
    expect(late.status).toBe(422);
    expect(await read(`/verwaltung/personen/${id}`)).toContain('Rollen geändert');
  });

  it('closes, opens and forgets an account', async () => {
    const { id } = await find('controlling@kreis-unna.example');
    const step = (name: string) =>
      send(`/verwaltung/personen/${id}/${name}`, [['grund', 'Im Ruhestand']]);
    expect((await step('schliessen')).status).toBe(303);
    expect((await step('schliessen')).status).toBe(422);
    const reopened = await confirmed(await step('oeffnen'));
    expect(reopened.status).toBe(303);
    expect((await step('schliessen')).status).toBe(303);
    expect((await step('loeschen')).status).toBe(303);
    const page = await read(`/verwaltung/personen/${id}`);
    expect(page).toContain('(gelöscht)');
    expect(page).not.toContain('Katrin');
  });

  it.each([
    'rollen',
    'leitung',
    'angaben',
    'link',
    'link-zu-zweit',
    'entsperren',
    'abmelden',
    'zweiter-faktor',
    'schliessen',
    'oeffnen',
    'loeschen',
  ])('asks for a reason before %s', async (name) => {
    const { id } = await find('leitung@luenen.example');
    const address = `/verwaltung/personen/${id}/${name}`;
    await read(address);
    const { status, body } = await send(address, []);
    expect([status, lacking(body)]).toEqual([422, undefined]);
    expect(textOf(body)).toContain('Grund');
  });

  it('gives a new link, and knows no step or person that is not there', async () => {
    const { id } = await find('pruefung@kreis-unna.example');
    const reason = [['grund', 'Bittet am Telefon']] as const;
    const asked = await send(`/verwaltung/personen/${id}/link-zu-zweit`, reason);
    expect(asked.body).not.toMatch(/\/(einladung|passwort)\/[\w-]{43}/);
    const { body } = await confirmed(asked);
    expect(body).toMatch(/\/(einladung|passwort)\/[\w-]{43}/);
    expect((await administrator.send('GET', `/verwaltung/personen/${id}/toString`)).status).toBe(
      404,
    );
    expect((await administrator.send('GET', '/verwaltung/personen/nobody')).status).toBe(404);
  });

  it('tells the owner after the next sign-in, once', async () => {
    const mail = 'kasse-1@kreis-unna.example';
    const { id } = await find(mail);
    const reason = [['grund', 'Bittet am Telefon']] as const;
    await confirmed(await send(`/verwaltung/personen/${id}/link-zu-zweit`, reason));
    const signIn = async (): Promise<string> => {
      const session = await web.app
        .get(Sessions)
        .open(id, 'password', { address: '', browser: '' });
      return web.app.get(Landing).of(session, '/konten');
    };
    expect(await signIn()).toBe('/konto/hinweise?weiter=%2Fkonten');
    const owner = await new Doors(web).person(mail);
    const { body } = await owner.send('GET', '/konto/hinweise?weiter=%2Fkonten');
    expect(lacking(body)).toBeUndefined();
    expect(textOf(body)).toContain(
      'Link ausgestellt, mit dem sich ein neues Passwort wählen lässt',
    );
    const until = /name="bis" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const read = new URLSearchParams({ bis: until, weiter: '/konten' }).toString();
    const answer = await owner.send('POST', '/konto/hinweise', read);
    expect(answer.headers.get('location')).toBe('/konten');
    expect(await signIn()).toBe('/konten');
    expect((await owner.send('GET', '/konto/hinweise')).body).toContain('nichts Neues');
  });

  it('lets nobody change their own account', async () => {
    const { id } = await find(PEOPLE.administrator);
    const { status, body } = await send(`/verwaltung/personen/${id}/schliessen`, [['grund', 'x']]);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Niemand ändert die eigenen Rechte');
  });

  it('shows auditors who has which rights, and no way to change them', async () => {
    const auditor = await new Doors(web).person(PEOPLE.auditor);
    const { id } = await find('sachbearbeitung@kreis-unna.example');
    for (const address of ['/verwaltung', `/verwaltung/personen/${id}`]) {
      const { status, body } = await auditor.send('GET', address);
      expect([status, lacking(body)]).toEqual([200, undefined]);
      expect(body).not.toMatch(/einladen"|schliessen"/);
    }
  });
});
