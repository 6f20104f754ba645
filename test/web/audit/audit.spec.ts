import { ask, textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { Doors } from '../access/askers.js';

describe('the audit trail', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp({ as: 'pruefung@kreis-unna.example' });
  }, 60_000);
  afterAll(() => web.close());

  const as = async (mail: string, path: string) =>
    (await new Doors(web).person(mail)).send('GET', path);

  it('shows an auditor who signed in and what was taken in', async () => {
    const { status, body } = await ask(web, '/protokoll');
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('Eingelesen von Mitgelieferte Dateien');
    expect(text).toContain('Angemeldet von');
  });

  it('shows nobody else, and writes down who tried', async () => {
    const { status } = await as('sachbearbeitung@kreis-unna.example', '/protokoll');
    expect(status).toBe(403);
    await as('sachbearbeitung@kreis-unna.example', '/protokoll');
    const { body } = await ask(web, '/protokoll?handlung=refused');
    expect(body.match(/id="ereignis-[0-9A-Z]{26}"/g)).toHaveLength(1);
    expect(textOf(body)).toContain('Aufruf /protokoll');
  });

  it('shows administrators what is about people, and nothing of cases', async () => {
    const all = await as('verwaltung-1@kreis-unna.example', '/protokoll');
    expect(all.status).toBe(200);
    expect(textOf(all.body)).toContain('Angemeldet von');
    expect(textOf(all.body)).not.toContain('Mitgelieferte Dateien');
    const cases = await as('verwaltung-1@kreis-unna.example', '/protokoll?art=contract');
    expect(textOf(cases.body)).toContain('Dazu steht nichts im Protokoll');
  });

  it('tells of each file that leaves, without what was searched for', async () => {
    await ask(web, '/vertraege?suche=Frau+Geheim&art=forwarding&format=csv');
    const { body } = await ask(web, '/protokoll?handlung=exported');
    expect(textOf(body)).toContain('Aufruf /vertraege?art=forwarding&format=csv');
    expect(body).not.toContain('Geheim');
  });

  it('keeps no secret of a link that somebody came to while signed in', async () => {
    const officer = await new Doors(web).person('sachbearbeitung@kreis-unna.example');
    const secret = 'bleibt-geheim-0123456789012345678901234567';
    const { status } = await officer.send('POST', `/passwort/${secret}?_token=fremd`);
    expect(status).toBe(403);
    const { body } = await ask(web, '/protokoll?handlung=refused');
    expect(textOf(body)).toContain('Aufruf /passwort/:geheimnis (abgeschickt)');
    expect(body).not.toContain(secret);
  });

  it.each(['csv', 'xlsx', 'jsonl'])('leaves as %s', async (format) => {
    const { status, headers } = await ask(web, `/protokoll?format=${format}`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain(`.${format}"`);
  });

  it('names people in a file only where that is asked for', async () => {
    const name = 'Dr. Henning Brandt';
    const without = await ask(web, '/protokoll?format=jsonl&handlung=signed-in');
    expect(without.body).not.toContain(name);
    expect(without.body).toContain('"actor":"person:');
    expect(without.body).not.toContain('127.0.0.1');
    const named = await ask(web, '/protokoll?format=jsonl&handlung=signed-in&namen=ja');
    expect(named.body).toContain(name);
  });

  it('writes down who read names and mail addresses, once an hour, and not the names', async () => {
    await as('verwaltung-2@kreis-unna.example', '/verwaltung');
    await as('verwaltung-2@kreis-unna.example', '/verwaltung?suche=Vogt');
    const { body } = await ask(web, '/protokoll?format=jsonl&handlung=read');
    const read = body.trim().split('\n');
    expect(read).toHaveLength(1);
    expect(read[0]).toContain('GET /verwaltung');
    expect(body).not.toContain('Vogt');
  });

  it('takes what nobody has for what it is', async () => {
    const { status } = await ask(web, '/protokoll?objekt=__proto__&art=__proto__');
    expect(status).toBe(200);
  });

  it('goes on where the page before ended', async () => {
    for (let event = 0; event < 30; event += 1) await ask(web, '/stellen?format=csv');
    const first = await ask(web, '/protokoll?handlung=exported');
    const next = /rel="next" href="([^"]+)"/.exec(first.body)?.[1] ?? '';
    const second = await ask(web, next.replaceAll('&amp;', '&'));
    const ids = (html: string) => new Set(html.match(/id="ereignis-[0-9A-Z]{26}"/g));
    expect(ids(first.body).size).toBe(25);
    expect(ids(second.body).size).toBeGreaterThan(5);
    expect([...ids(second.body)].filter((id) => ids(first.body).has(id))).toEqual([]);
  });
});

describe('the list of exceptions', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 60_000);
  afterAll(() => web.close());

  it('names each kind that there is, and what a year has of it', async () => {
    const text = textOf((await ask(web, '/ausnahmen?jahr=2023')).body);
    expect(text).toContain('Notzugang 0');
    expect(text).toContain('Zwei-Monats-Regel ist nicht entschieden 7');
    expect(text).toContain('Fallmanagement in Kamen');
  });

  it('lists an entry by hand with who entered it, and who has to agree', async () => {
    const entry = {
      ...{ effectiveOn: '2026-02-10', text: 'Klärung mit der Kasse' },
      postings: [
        { account: 'cash', amount: '-100.00' },
        { account: 'unallocated', amount: '100.00' },
      ],
    };
    const posted = await ask(web, '/api/v1/ledger/entries', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'hand' },
      body: JSON.stringify(entry),
    });
    expect(posted.status).toBe(201);
    const text = textOf((await ask(web, '/ausnahmen?jahr=2026')).body);
    expect(text).toContain('Von Hand gebucht 1');
    expect(text).toContain('Kollegin der Tests es fehlen 2 Gegenzeichnungen 100,00 € Klärung');
  });

  it('leaves as a file, with numbers instead of names unless they are asked for', async () => {
    const numbers = await ask(web, '/ausnahmen?jahr=2026&format=csv');
    expect(numbers.body).toContain('Person 01');
    expect(numbers.body).not.toContain('Kollegin der Tests');
    const names = await ask(web, '/ausnahmen?jahr=2026&format=csv&namen=ja');
    expect(names.body).toContain('Kollegin der Tests');
  });

  it('says so of a year that is not in the book', async () => {
    const { status, body } = await ask(web, '/ausnahmen?jahr=1900');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Für dieses Jahr steht nichts im Buch.');
  });
});
