import { textOf } from './answers.js';
import { Doors, type Door } from './access/askers.js';
import { startWebApp, type WebApp } from './web-app.js';

const BY_HAND = {
  ...{ tag: '01.03.2026', grund: 'Bank hat 100,00 € mehr abgebucht', beleg: 'Auszug 41' },
  ...{ konto1: 'advances', soll1: '100,00', wofuer1: 'luenen-kim-2', jahr1: '2025' },
  ...{ konto2: 'cash', haben2: '100,00', schritt: 'buchen', schluessel: 'by-hand-1' },
};

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

describe('four eyes on the pages', () => {
  let web: WebApp;
  let officer: Door;
  let first: Door;
  let second: Door;
  let administrator: Door;
  let other: Door;
  let auditor: Door;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    const of = (box: string) => new Doors(web).person(`${box}@kreis-unna.example`);
    [officer, first, second] = [
      await of('sachbearbeitung'),
      await of('anordnung-1'),
      await of('anordnung-2'),
    ];
    [administrator, other, auditor] = [
      await of('verwaltung-1'),
      await of('verwaltung-2'),
      await of('pruefung'),
    ];
  }, 60_000);
  afterAll(() => web.close());

  const read = async (who: Door, path: string) => {
    const { status, body } = await who.send('GET', path);
    expect([path, status]).toEqual([path, 200]);
    return { body, text: textOf(body) };
  };

  it('greets each on their own Übersicht, with a token of their own', async () => {
    const [one, another] = [await read(officer, '/'), await read(first, '/')];
    expect(one.text).toContain('Sabine Vogt');
    expect(another.text).toContain('Martin Krüger');
    expect(another.text).not.toContain('Sabine Vogt');
    const tokenIn = (body: string) => /name="_token" value="([^"]+)"/.exec(body)?.[1];
    expect(tokenIn(one.body)).not.toBe(tokenIn(another.body));
  });

  it('shows an entry by hand until two approvers have countersigned it', async () => {
    const answer = await officer.send('POST', '/buch/von-hand', form(BY_HAND));
    const place = answer.headers.get('location') ?? '';
    expect(answer.status).toBe(303);
    expect((await read(first, '/')).text).toContain(
      'Dringend: Von Hand gebucht und noch nicht gegengezeichnet 1 Fall',
    );
    expect((await read(first, '/buch')).text).toContain('von Hand, noch 2 Gegenzeichnungen');
    expect((await read(auditor, '/buch/gegenzeichnen')).text).toContain('Sabine Vogt');
    const own = await read(officer, place);
    expect(own.text).toContain('Sie haben diese Buchung selbst erfasst.');
    expect(own.body).not.toContain(`action="${place}/gegenzeichnen"`);
    expect((await read(auditor, place)).body).not.toContain(`action="${place}/gegenzeichnen"`);
    expect((await officer.send('POST', `${place}/gegenzeichnen`)).status).toBe(403);

    expect((await read(first, place)).body).toContain(`action="${place}/gegenzeichnen"`);
    expect((await first.send('POST', `${place}/gegenzeichnen`)).status).toBe(303);
    expect((await read(first, place)).text).toContain('Sie haben gegengezeichnet.');
    const again = await first.send('POST', `${place}/gegenzeichnen`);
    expect([again.status, textOf(again.body)]).toEqual([
      422,
      expect.stringContaining('Ihre eigene Zeichnung steht schon im Buch') as string,
    ]);
    expect((await read(second, '/buch/gegenzeichnen')).text).toContain(
      'noch 1 Gegenzeichnung gegengezeichnet: Martin Krüger',
    );
    await second.send('POST', `${place}/gegenzeichnen`);
    const done = await read(officer, place);
    expect(done.text).toContain('1. Gegenzeichnung Martin Krüger');
    expect(done.text).toContain('2. Gegenzeichnung Elif Aydın');
    expect((await read(first, '/')).text).not.toContain('noch nicht gegengezeichnet');
    expect((await read(first, '/buch')).text).toContain('von Hand, gegengezeichnet');
    expect((await read(first, '/buch/gegenzeichnen')).text).toContain(
      'Alle Buchungen von Hand sind gegengezeichnet.',
    );
  });

  it('lends a role by two administrators, shouts it, and lets it end early', async () => {
    const page = '/verwaltung/notzugang';
    const { body } = await read(administrator, page);
    const person = /value="([^"]+)">Katrin Schulte/.exec(body)?.[1] ?? '';
    const asked = { person, rolle: 'treasury', stunden: '4', grund: 'Kasse krank' };
    const wrong = await administrator.send('POST', page, form({ ...asked, stunden: '25' }));
    expect([wrong.status, textOf(wrong.body)]).toEqual([
      422,
      expect.stringContaining('Möglich sind ganze Stunden von 1 bis 24.') as string,
    ]);
    expect((await administrator.send('POST', page, form(asked))).status).toBe(303);
    const agree = /action="([^"]+\/zustimmen)"/;
    expect((await read(administrator, page)).body).not.toMatch(agree);
    expect((await read(auditor, page)).body).not.toMatch(agree);
    const way = agree.exec((await read(other, page)).body)?.[1] ?? '';
    const own = await administrator.send('POST', way);
    expect(textOf(own.body)).toContain('Sie haben den Notzugang selbst beantragt.');
    expect((await first.send('POST', way)).status).toBe(403);
    expect((await read(officer, '/')).text).not.toContain('Notzugang in Kraft');
    expect((await other.send('POST', way)).status).toBe(303);
    expect((await read(officer, '/')).text).toContain(
      'Notzugang in Kraft Katrin Schulte hat die Rolle Kasse. Endet am 02.03.2026 um 13:00 Uhr. ' +
        'Grund: Kasse krank. Geliehen von Aylin Demir und Tobias Hoffmann.',
    );
    expect((await read(auditor, page)).text).toContain('in Kraft');
    await administrator.send('POST', way.replace('zustimmen', 'beenden'));
    expect((await read(officer, '/')).text).not.toContain('Notzugang');
    expect((await read(auditor, page)).text).toContain('Frühere Notzugänge');
  });

  it('takes a deputy from whoever will be away, and from nobody else', async () => {
    const page = '/verwaltung/vertretungen';
    const { body } = await read(first, page);
    const idOf = (name: string) => new RegExp(`value="([^"]+)">${name}`).exec(body)?.[1] ?? '';
    const days = { von: '02.03.2026', bis: '06.03.2026', grund: 'Urlaub', rolle: 'approver' };
    const deputising = {
      ...{ vertretene: idOf('Martin Krüger'), vertretung: idOf('Katrin Schulte') },
      ...days,
    };
    const foreign = await officer.send('POST', page, form(deputising));
    expect(textOf(foreign.body)).toContain('Wählen Sie eine der Möglichkeiten aus.');
    const cashier = { ...deputising, vertretung: idOf('Petra Lange') };
    expect(textOf((await first.send('POST', page, form(cashier))).body)).toContain(
      'Die Rolle Anordnung darf die gewählte Person nicht neben ihren eigenen haben',
    );
    expect((await first.send('POST', page, form(deputising))).status).toBe(303);
    expect((await read(first, page)).text).toContain('Katrin Schulte vertritt Martin Krüger');
    expect((await read(officer, page)).body).not.toContain('/beenden"');
    const way = /action="([^"]+\/beenden)"/.exec((await read(first, page)).body)?.[1] ?? '';
    const controller = await new Doors(web).person('controlling@kreis-unna.example');
    expect((await read(controller, '/')).text).toContain('Controlling, Anordnung');
    expect(textOf((await officer.send('POST', way)).body)).toContain(
      'Über diese Vertretung entscheiden andere',
    );
    expect((await first.send('POST', way)).status).toBe(303);
    expect((await read(controller, '/')).text).not.toContain('Controlling, Anordnung');
  });

  it('lets a deputy that an administrator records wait for a second word', async () => {
    const page = '/verwaltung/vertretungen';
    const { body } = await read(administrator, page);
    const idOf = (name: string) => new RegExp(`value="([^"]+)">${name}`).exec(body)?.[1] ?? '';
    const days = { von: '02.03.2026', bis: '06.03.2026', grund: 'Krank', rolle: 'approver' };
    const people = { vertretene: idOf('Elif Aydın'), vertretung: idOf('Katrin Schulte') };
    const asked = form({ ...people, ...days });
    expect((await administrator.send('POST', page, asked)).status).toBe(303);
    const controller = await new Doors(web).person('controlling@kreis-unna.example');
    expect((await read(controller, '/')).text).not.toContain('Controlling, Anordnung');
    const own = await read(administrator, page);
    expect(own.text).toContain('wartet auf Bestätigung');
    expect(own.text).toContain('Zurückziehen');
    expect(own.body).not.toContain('/bestaetigen"');
    const way = /action="([^"]+\/bestaetigen)"/.exec((await read(second, page)).body)?.[1] ?? '';
    expect((await read(second, '/konto')).text).toContain(
      'Die Verwaltung hat eingetragen, dass Katrin Schulte Sie in der Rolle Anordnung vertritt.',
    );
    expect((await read(controller, page)).body).not.toContain('/bestaetigen"');
    expect(textOf((await administrator.send('POST', way)).body)).toContain(
      'Sie haben die Vertretung selbst eingetragen.',
    );
    expect(textOf((await controller.send('POST', way)).body)).toContain(
      'Über diese Vertretung entscheiden andere',
    );
    expect((await read(other, page)).body).toContain(way);
    expect((await other.send('POST', way)).status).toBe(303);
    expect((await read(controller, '/')).text).toContain('Controlling, Anordnung');
    expect((await read(second, '/konto')).text).not.toContain('Das gilt noch nicht');
    expect((await read(auditor, page)).text).toContain('Bestätigt von Tobias Hoffmann');
    expect((await read(auditor, '/ausnahmen')).text).toContain(
      'Katrin Schulte für Elif Aydın als Anordnung',
    );
    expect((await read(auditor, '/protokoll')).text).toContain('Vertretung');
  });
});
