import { AccountQueries, type Account } from '../../../src/identity/people/account.queries.js';
import { lacking, textOf, type Answer } from '../answers.js';
import { Doors, type Door } from '../access/askers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const LEAD = 'leitung@luenen.example';
const MEMBER = 'mitarbeit@luenen.example';

describe('the page of colleagues', () => {
  let web: WebApp;
  let lead: Door;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    lead = await new Doors(web).person(LEAD);
    const answer = await invite(lead, MEMBER);
    expect([answer.status, answer.body.includes('/einladung/')]).toEqual([200, true]);
  }, 60_000);
  afterAll(() => web.close());

  const accountOf = async (mail: string): Promise<Account> => {
    const accounts = await web.app.get(AccountQueries).all();
    const account = accounts.find((each) => each.mail === mail);
    if (account === undefined) throw new Error(`nobody has the address ${mail}`);
    return account;
  };
  const send = (
    by: Door,
    address: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer> => by.send('POST', address, new URLSearchParams(fields).toString());
  const invite = (by: Door, mail: string, more: Readonly<Record<string, string>> = {}) =>
    send(by, '/kolleginnen/einladen', { name: 'Mia Neu', mail, grund: 'Neu im Team', ...more });
  const step = async (by: Door, mail: string, name: string): Promise<Answer> => {
    const { id } = await accountOf(mail);
    return send(by, `/kolleginnen/${id}/${name}`, { grund: 'Test' });
  };

  it('shows the own organisation, and nobody else', async () => {
    const { status, body } = await lead.send('GET', '/kolleginnen');
    expect([status, lacking(body)]).toEqual([200, undefined]);
    expect(textOf(body)).toContain(MEMBER);
    expect(body).not.toMatch(/bergkamen|kreis-unna\.example/);
  });

  it('puts whoever is invited into the own organisation, whatever the form says', async () => {
    const forged = { organisation: 'bergkamen', partnerId: 'bergkamen', rollen: 'administrator' };
    await invite(lead, 'forged@luenen.example', forged);
    const { partnerId, roles, isLead } = await accountOf('forged@luenen.example');
    expect({ partnerId, roles, isLead }).toEqual({
      ...{ partnerId: 'luenen', roles: ['partner'], isLead: false },
    });
  });

  it.each(['entfernen', 'leitung', 'leitung-nehmen', 'link'])(
    'does not know a person of another organisation: %s',
    async (name) => {
      for (const mail of ['leitung@bergkamen.example', 'sachbearbeitung@kreis-unna.example']) {
        const { id } = await accountOf(mail);
        expect((await step(lead, mail, name)).status).toBe(404);
        expect((await lead.send('GET', `/kolleginnen/${id}/${name}`)).status).toBe(404);
      }
      expect((await accountOf('leitung@bergkamen.example')).isClosed).toBe(false);
    },
  );

  it('lets colleagues who do not lead look, and change nothing', async () => {
    const member = await new Doors(web).person(MEMBER);
    const { status, body } = await member.send('GET', '/kolleginnen');
    expect([status, lacking(body)]).toEqual([200, undefined]);
    expect(textOf(body)).toContain('Einladen und entfernen kann, wer die Leitung hat');
    expect(body).not.toContain('entfernen"');
    expect(textOf((await invite(member, 'x@luenen.example')).body)).toContain('Leitung Ihrer');
    expect(textOf((await step(member, LEAD, 'entfernen')).body)).toContain('Leitung Ihrer');
    expect((await accountOf(LEAD)).isClosed).toBe(false);
  });

  it('makes another one lead, who may then do the same', async () => {
    expect((await step(lead, MEMBER, 'leitung')).status).toBe(303);
    const second = await new Doors(web).person(MEMBER);
    expect((await step(second, LEAD, 'leitung-nehmen')).status).toBe(303);
    expect((await accountOf(LEAD)).isLead).toBe(false);
    lead = second;
  });

  it('removes a colleague at once, and never oneself', async () => {
    const former = await new Doors(web).person(LEAD);
    expect((await former.send('GET', '/kolleginnen')).status).toBe(200);
    expect((await step(lead, LEAD, 'entfernen')).status).toBe(303);
    expect((await former.send('GET', '/kolleginnen')).status).toBe(303);
    expect((await step(lead, MEMBER, 'entfernen')).status).toBe(422);
    expect((await step(lead, LEAD, 'entfernen')).status).toBe(422);
  });
});
