import { CorrectPartnerUseCase } from '../../../src/contracts/correct-partner.use-case.js';
import { PartnersQueries } from '../../../src/contracts/partners.queries.js';
import type { PartnerDefinition } from '../../../src/programmes/definitions/definition.js';
import { ask, textOf } from '../answers.js';
import { beginForm, post, walkIn, type FormWalk } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the form of a partner, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const partner = (id: string) => app.app.get(PartnersQueries, { strict: false }).partner(id);

  /** Somebody else corrects a partner meanwhile. */
  const correctMeanwhile = async (id: string, fields: Partial<PartnerDefinition>) => {
    const { fact, revision } = await partner(id);
    await app.app
      .get(CorrectPartnerUseCase, { strict: false })
      .execute(
        { by: 'person:b', reason: 'Neues Konto', key: `b-${id}-${revision}`, expected: revision },
        { ...fact, ...fields },
      );
  };

  const fillAll = async (walk: FormWalk, shortName: string): Promise<void> => {
    await walk.fill('name', {
      sector: 'association',
      name: `Verein ${shortName} e. V.`,
      shortName,
    });
    await walk.fill('anschrift', {
      'address.street': 'Bahnhofstraße',
      'address.houseNumber': '12 a',
      'address.postcode': '59423',
      'address.city': 'Unna',
    });
    await walk.fill('konto', {
      'bankAccount.holder': 'Verein',
      'bankAccount.iban': 'de02 1203 0000 0000 2020 51',
    });
    await walk.fill('bemerkung', { note: '' });
  };

  it('takes a new partner in, step by step', async () => {
    const walk = await beginForm(app, 'partner');
    await fillAll(walk, 'Miteinander');
    const review = await walk.show('pruefen');
    expect(review.text).toContain('DE02 1203 0000 0000 2020 51');
    expect(review.text).toContain('Verein Miteinander e. V.');
    expect(review.body).toContain('value="Neu eingetragen"');
    const entered = await walk.enter('Neu eingetragen');
    expect(entered.status).toBe(303);
    expect((await walk.show('fertig')).text).toContain('Verein Miteinander e. V. ist aufgenommen.');
    const { fact } = await partner('miteinander');
    expect(fact.bankAccount.iban).toBe('DE02120300000000202051');
    const page = await ask(app, '/partner/miteinander');
    expect(textOf(page.body)).toMatch(/von Kollegin der Tests: Neu eingetragen .*Neu im Buch/);
  });

  it('leads from step to step, and says where one is', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'luenen' });
    expect(await walk.fill('name', { name: 'Stadt Lünen' })).toBe('anschrift');
    expect(await walk.fill('anschrift', {}, 'gehe:bemerkung')).toBe('bemerkung');
    expect(await walk.fill('bemerkung', {})).toBe('pruefen');
    expect((await walk.show('anschrift')).text).toContain('Schritt 2 von 5');
  });

  it('tells each mistake at its field and on top, and keeps what was typed as it was typed', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'luenen' });
    const next = await walk.fill('konto', { 'bankAccount.holder': '', 'bankAccount.iban': 'DE12' });
    expect(next).toBe('konto?fehler=1');
    const { body, text } = await walk.show(next);
    expect(text).toContain('Zwei Angaben stimmen noch nicht');
    expect(body).toContain('href="#bankAccount-iban"');
    expect(body).toContain('id="bankAccount-iban-error"');
    expect(body).toContain('aria-describedby="bankAccount-iban-hint bankAccount-iban-error"');
    expect(body).toContain('value="DE12"');
    const review = await walk.show('pruefen');
    expect(review.body).toContain(
      `/entwuerfe/${walk.id}/konto?fehler=1&amp;zurueck=pruefen#bankAccount-iban`,
    );
    expect((await walk.enter('Versuch')).status).toBe(422);
    expect((await partner('luenen')).revision).toBe(1);
  });

  it('asks for a reason, and does not enter without one', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'kamen' });
    await walk.fill('bemerkung', { note: 'Ansprechpartner im Rathaus' });
    const { status, text } = await walk.enter(' ');
    expect(status).toBe(422);
    expect(text).toContain('Nennen Sie den Grund der Änderung.');
    expect((await partner('kamen')).revision).toBe(1);
  });

  it('shows in the review what was and what would be', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'werne' });
    await walk.fill('name', { name: 'Stadt Werne an der Lippe' });
    expect((await walk.show('pruefen')).text).toContain(
      'bisher: Stadt Werne Stadt Werne an der Lippe',
    );
  });

  it('enters a draft once, however often it is sent', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'selm' });
    await walk.fill('bemerkung', { note: 'Doppelklick' });
    const sent = { _revision: '2', $reason: 'Doppelklick' };
    const answers = await Promise.all([walk.send('eintragen', sent), walk.send('eintragen', sent)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await walk.send('eintragen', sent)).headers.get('location')).toContain('/fertig');
    expect((await walk.show('name')).headers.get('location')).toContain('/fertig');
    expect((await partner('selm')).revision).toBe(2);
  });

  it('sets two browsers on one draft beside each other, field by field', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'boenen' });
    const own = { name: 'Gemeinde Bönen A', shortName: 'Bönen' };
    await walkIn(app, walk.id).fill('name', { ...own, name: 'Gemeinde Bönen B' });
    const conflict = await walk.send('name', { _revision: '1', _aktion: 'weiter', ...own });
    expect(conflict.status).toBe(412);
    expect(conflict.text).toContain('Inzwischen gespeichert Gemeinde Bönen B');
    expect(conflict.text).toContain('Ihre Eingabe Gemeinde Bönen A');
    expect(conflict.text).not.toContain('Kurzname');
    const chosen = { _revision: '2', _aktion: 'weiter', ...own, '_take:name': 'theirs' };
    expect((await walk.send('name', chosen)).status).toBe(303);
    expect((await walk.show('name')).body).toContain('value="Gemeinde Bönen B"');
    expect((await walk.send('name', { ...chosen, '_take:name': 'own' })).status).toBe(303);
    expect((await walk.show('name')).body).toContain('value="Gemeinde Bönen A"');
  });

  it('merges what two browsers save on different steps', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'boenen' });
    await walkIn(app, walk.id).fill('bemerkung', { note: 'von der anderen' });
    const late = await walk.send('name', { _revision: '1', _aktion: 'weiter', name: 'Bönen' });
    expect(late.status).toBe(303);
    expect((await walk.show('bemerkung')).text).toContain('von der anderen');
  });

  it('shows what changed in the book meanwhile, and loses nothing', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'bergkamen' });
    await walk.fill('name', { name: 'Stadt Bergkamen, Integrationsbüro', otherNames: '' });
    await walk.fill('anschrift', { 'address.houseNumber': '7' });
    const { fact } = await partner('bergkamen');
    await correctMeanwhile('bergkamen', {
      name: 'Stadt Bergkamen (neu)',
      address: { ...fact.address, street: 'Rathausplatz' },
    });
    expect((await walk.show('pruefen')).headers.get('location')).toContain('/abgleich');
    const compare = await walk.show('abgleich');
    expect(compare.text).toContain('von person:b geändert. Grund: Neues Konto.');
    expect(compare.text).toContain(
      'Ausgangsstand Stadt Bergkamen Inzwischen im Buch Stadt Bergkamen (neu) Ihre Eingabe Stadt Bergkamen, Integrationsbüro',
    );
    expect(compare.text).toContain('Inzwischen im Buch Rathausplatz');
    expect(compare.text).not.toContain('Hausnummer');
    const revision = /name="_revision" value="(\d+)"/.exec(compare.body)?.[1] ?? '';
    const chosen = { _revision: revision, '_take:name': 'own', '_take:address.street': 'theirs' };
    expect((await walk.send('abgleich', chosen)).headers.get('location')).toContain('/pruefen');
    expect((await walk.enter('Umbenannt')).status).toBe(303);
    const after = await partner('bergkamen');
    expect(after.fact.name).toBe('Stadt Bergkamen, Integrationsbüro');
    expect(after.fact.address).toMatchObject({ street: 'Rathausplatz', houseNumber: '7' });
    expect(after.fact.example).toBe(fact.example);
    expect(after.revision).toBe(3);
  });

  it('tells a key that is taken at the field of the key', async () => {
    const walk = await beginForm(app, 'partner');
    await fillAll(walk, 'Lünen');
    const { text, body } = await walk.show('pruefen');
    expect(text).toContain('Kennung: Unter „luenen“ steht schon');
    expect(body).toContain('name?fehler=1&amp;zurueck=pruefen#id');
  });

  it('offers an open draft before it begins another', async () => {
    const subject = 'holzwickede';
    await beginForm(app, 'partner', { subject });
    const answer = await post(app, '/entwuerfe', { art: 'partner', fuer: subject });
    const place = answer.headers.get('location') ?? '';
    expect(place).toContain('/entwuerfe/offen?');
    const offer = textOf((await ask(app, place)).body);
    expect(offer).toContain('Dazu gibt es schon einen Entwurf.');
    expect(offer).toContain('Fortsetzen');
    expect(offer).toContain('Neu beginnen');
  });

  it('lists open drafts, and forgets one that is discarded', async () => {
    const walk = await beginForm(app, 'partner');
    await walk.fill('name', { name: 'Nur ein Versuch' });
    expect(textOf((await ask(app, '/entwuerfe')).body)).toContain('Neuer Partner: Nur ein Versuch');
    const question = await walk.show('verwerfen');
    expect(question.text).toContain('„Neuer Partner: Nur ein Versuch“ wird verworfen.');
    expect((await walk.show('name')).status).toBe(200);
    const place = (await walk.send('verwerfen', {})).headers.get('location') ?? '';
    expect(textOf((await ask(app, place)).body)).toContain('Der Entwurf ist verworfen.');
    expect((await walk.send('verwerfen', {})).status).toBe(303);
    expect(textOf((await ask(app, '/entwuerfe')).body)).not.toContain('Nur ein Versuch');
    expect((await walk.show('name')).status).toBe(404);
  });

  it('saves meanwhile for the script, and tells what is wrong', async () => {
    const walk = await beginForm(app, 'partner', { subject: 'luenen' });
    const put = (revision: number, body: object) =>
      ask(app, `/entwuerfe/${walk.id}/anschrift`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
        body: JSON.stringify(body),
      });
    const saved = await put(1, { 'address.postcode': '4453' });
    expect(JSON.parse(saved.body)).toMatchObject({
      revision: 2,
      saved: expect.stringContaining('Entwurf gespeichert um') as string,
      errors: { 'address.postcode': expect.stringContaining('fünf Ziffern') as string },
    });
    expect((await put(1, { 'address.postcode': '44532' })).status).toBe(412);
    expect((await put(2, { 'address.postcode': '44532' })).status).toBe(200);
  });

  it.each(['', '[]', 'null', '{"name":{"a":1},"_revision":[]}'])(
    'takes a body that says nothing (%s) for an empty form',
    async (body) => {
      const { id } = await beginForm(app, 'partner');
      const headers = { 'content-type': 'application/json' };
      for (const [method, page] of [
        ['PUT', 'name'],
        ['POST', 'name'],
        ['POST', 'abgleich'],
      ] as const) {
        const init = body === '' ? { method } : { method, headers, body };
        const { status } = await ask(app, `/entwuerfe/${id}/${page}`, init);
        expect(status).toBeLessThan(500);
      }
      const { status } = await ask(app, `/entwuerfe/${id}/eintragen`, { method: 'POST' });
      expect(status).toBe(422);
    },
  );

  it('answers a form that does not exist like any page that does not', async () => {
    expect((await post(app, '/entwuerfe', { art: 'unbekannt' })).status).toBe(404);
    expect((await ask(app, '/entwuerfe/01ARZ3NDEKTSV4RRFFQ69G5FAV/name')).status).toBe(404);
  });
});
