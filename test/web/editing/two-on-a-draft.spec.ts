import { Drafts } from '../../../src/drafts/drafts.js';

import { ask, textOf } from '../answers.js';
import { beginForm, walkIn, type Fields, type FormWalk } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('two at work on one draft', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const textsOf = async ({ id }: FormWalk) =>
    (await app.app.get(Drafts, { strict: false }).draft(id)).texts;

  /** Every field of a page as a browser would send it back. */
  const shownOn = async (walk: FormWalk, page: string): Promise<Record<string, string>> => {
    const { body } = await walk.show(page);
    const fields = [...body.matchAll(/name="_war:([^"]+)" value="([^"]*)"/g)];
    const revision = /name="_revision" value="(\d+)"/.exec(body)?.[1] ?? '';
    return Object.fromEntries([
      ['_revision', revision],
      ...fields.flatMap(([, name = '', value = '']) => [
        [name, value],
        [`_war:${name}`, value],
      ]),
    ]) as Record<string, string>;
  };
  const put = (walk: FormWalk, page: string, fields: Fields, revision: string) =>
    ask(app, `/entwuerfe/${walk.id}/${page}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
      body: JSON.stringify(fields),
    });

  it('keeps what both typed in different fields of one page', async () => {
    const one = await beginForm(app, 'partner', { subject: 'luenen' });
    const page = await shownOn(one, 'name');
    await walkIn(app, one.id).fill('name', { ...page, shortName: 'Lünen A', _revision: '1' });
    const late = await one.send('name', { ...page, _aktion: 'weiter', name: 'Stadt Lünen B' });
    expect(late.status).toBe(303);
    expect(await textsOf(one)).toMatchObject({ name: 'Stadt Lünen B', shortName: 'Lünen A' });
  });

  it('asks only about the field in which both typed', async () => {
    const one = await beginForm(app, 'partner', { subject: 'selm' });
    const page = await shownOn(one, 'name');
    await walkIn(app, one.id).fill('name', { ...page, name: 'Selm A', shortName: 'A' });
    const late = await one.send('name', { ...page, _aktion: 'weiter', name: 'Selm B' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('Inzwischen gespeichert Selm A Ihre Eingabe Selm B');
    expect(late.text).not.toContain('Kurzname');
    expect(late.body).not.toContain('name="shortName"');
    const chosen = { _revision: '2', _aktion: 'weiter', name: 'Selm B', '_take:name': 'own' };
    expect((await one.send('name', chosen)).status).toBe(303);
    expect(await textsOf(one)).toMatchObject({ name: 'Selm B', shortName: 'A' });
  });

  it('tells the script of a page what the other one typed', async () => {
    const one = await beginForm(app, 'partner', { subject: 'werne' });
    const page = await shownOn(one, 'name');
    await walkIn(app, one.id).fill('name', { ...page, shortName: 'Werne A' });
    const answer = await put(one, 'name', { ...page, name: 'Werne B' }, '1');
    expect(JSON.parse(answer.body)).toMatchObject({
      revision: 3,
      texts: { name: 'Werne B', shortName: 'Werne A' },
    });
    expect((await put(one, 'name', { ...page, shortName: 'Werne B' }, '1')).status).toBe(412);
  });

  it('keeps boxes that nobody ticked and texts of several lines as they were shown', async () => {
    const one = await beginForm(app, 'partner', { subject: 'umweltwerkstatt' });
    await one.fill('name', { otherNames: 'Eins\r\nZwei' });
    const page = await shownOn(one, 'name');
    await walkIn(app, one.id).fill('name', { ...page, otherNames: 'Eins\nZwei\nDrei' });
    const windows = { otherNames: 'Eins\r\nZwei', '_war:otherNames': 'Eins\r\nZwei' };
    await one.send('name', { ...page, ...windows, _aktion: 'weiter' });
    expect((await textsOf(one))['otherNames']).toBe('Eins\nZwei\nDrei');
  });

  it('never puts a text into another entry that moved to its place', async () => {
    const one = await beginForm(app, 'bescheid', { subject: 'notice-kim-1-2025' });
    const page = await shownOn(one, 'bestandteile-1');
    await walkIn(app, one.id).fill('bestandteile-1', {}, 'remove:lines[0].terms[0]');
    const typed = { ...page, 'lines[0].terms[1].text': 'Halbe Assistenz', _aktion: 'weiter' };
    const late = await one.send('bestandteile-1', typed);
    expect(late.status).toBe(412);
    expect(late.text).toContain('ein Eintrag entfernt');
    expect(late.text).toMatch(/Ihre Eingaben \S.* Halbe Assistenz/);
    expect(Object.values(await textsOf(one))).not.toContain('Halbe Assistenz');
    expect((await put(one, 'bestandteile-1', typed, page['_revision'] ?? '')).status).toBe(412);
    const now = await shownOn(one, 'bestandteile-1');
    const again = { ...now, 'lines[0].terms[0].text': 'Halbe Assistenz', _aktion: 'weiter' };
    expect((await one.send('bestandteile-1', again)).status).toBe(303);
  });

  it('gives back what was typed in an entry that is gone', async () => {
    const one = await beginForm(app, 'bescheid', { subject: 'notice-kim-1-2025' });
    await one.fill('zeile-1', {}, 'add:lines');
    const page = await shownOn(one, 'zeile-2');
    await walkIn(app, one.id).fill('zeile-2', {}, 'remove:lines[1]');
    const late = await one.send('zeile-2', { ...page, 'lines[1].amount': '1.000,00' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('1.000,00 €');
    expect((await one.send('zeile-2', page)).headers.get('location')).toBe(`/entwuerfe/${one.id}`);
    expect((await put(one, 'zeile-2', page, page['_revision'] ?? '')).status).toBe(412);
  });

  it('shows the draft anew to whoever enters an older state of it', async () => {
    const one = await beginForm(app, 'partner', { subject: 'kamen' });
    await walkIn(app, one.id).fill('name', { name: 'Stadt Kamen, geändert' });
    const answer = await one.send('eintragen', { _revision: '1', $reason: 'Umbenannt' });
    expect(answer.headers.get('location')).toBe(`/entwuerfe/${one.id}/pruefen?neu=1`);
    const { text, body } = await one.show('pruefen?neu=1');
    expect(text).toContain('Noch nicht eingetragen: Der Entwurf wurde inzwischen');
    expect(text).toContain('Stadt Kamen, geändert');
    expect(body).toContain('value="Umbenannt"');
  });

  it('keeps the reason when somebody goes back to a step', async () => {
    const one = await beginForm(app, 'partner', { subject: 'kamen' });
    const there = await one.send('pruefen', { _aktion: 'gehe:konto', $reason: 'Neues Konto' });
    expect(there.headers.get('location')).toBe(`/entwuerfe/${one.id}/konto?zurueck=pruefen`);
    expect((await one.show('pruefen')).body).toContain('value="Neues Konto"');
    const saved = await put(one, 'pruefen', { $reason: 'Neues Konto laut Brief' }, '1');
    expect(JSON.parse(saved.body)).toMatchObject({ revision: 1, errors: {} });
    expect((await one.show('pruefen')).body).toContain('value="Neues Konto laut Brief"');
  });

  it('says that a draft is gone to whoever saves it meanwhile', async () => {
    const one = await beginForm(app, 'partner', { subject: 'kamen' });
    await one.send('verwerfen', {});
    expect((await put(one, 'name', { name: 'X' }, '1')).status).toBe(404);
    const other = await beginForm(app, 'partner', { subject: 'boenen' });
    await other.fill('bemerkung', { note: 'eingetragen' });
    expect((await other.enter('Probe')).status).toBe(303);
    expect((await put(other, 'name', { name: 'X' }, '1')).status).toBe(410);
    expect((await put(other, 'pruefen', { $reason: 'X' }, '1')).status).toBe(410);
  });

  it('lists a draft whose form is gone, to be discarded', async () => {
    const drafts = app.app.get(Drafts, { strict: false });
    const begun = { kind: 'gone', subject: null, baseRevision: null, texts: {}, step: 'a' };
    const id = await drafts.begin({ ref: 'person:test' }, begun);
    const { body, status } = await ask(app, '/entwuerfe');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Nicht mehr lesbar: Ein Formular „gone“ kennt das Buch nicht.');
    expect(body).not.toContain(`/entwuerfe/${id}/a`);
    const walk = walkIn(app, id);
    expect((await walk.show('verwerfen')).text).toContain('Ja, verwerfen');
    expect((await walk.send('verwerfen', {})).status).toBe(303);
  });
});
