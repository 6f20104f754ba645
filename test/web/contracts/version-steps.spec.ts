import { DraftVersionUseCase } from '../../../src/contracts/draft-version.use-case.js';
import { ask, textOf } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const CONTRACT = '/vertraege/kim-cities';
const STEPS = `${CONTRACT}/fassungen/4`;

describe('the pages on which a version goes from draft to effect', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
    const change = { by: 'system:local', reason: 'Änderung entworfen', key: 'draft-1' };
    await book.app.get(DraftVersionUseCase).execute(change, { contract: 'kim-cities', fields: {} });
  });
  afterAll(() => book.close());

  it('show where the newest version stands, with the next step', async () => {
    const text = await readPage(book, CONTRACT);
    expect(text).toContain('Stand: 3. Änderung Entwurf : jetzt');
    expect(text).toContain(
      'Versand eintragen Entwurf bearbeiten Was sich ändert Entwurf verwerfen',
    );
  });

  it('offer an amendment of what is in force', async () => {
    const text = await readPage(book, '/vertraege/kim-awo');
    expect(text).toContain('Änderung entwerfen Kündigung eintragen');
  });

  it('name a field that cannot be read', async () => {
    const { status, body } = await send('versenden', { verschickt: '31.02.2026' });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Eine Angabe stimmt noch nicht Verschickt am:');
  });

  it('show the sentence of a rule that says no', async () => {
    const { status, body } = await send('unterschrift', {
      partei: 'luenen',
      unterschrieben: '01.03.2026',
    });
    expect(status).toBe(422);
    expect(body).toContain('role="alert"');
  });

  it('lead from draft to effect, party by party', async () => {
    expect((await send('versenden', { verschickt: '20.02.2026' })).status).toBe(303);
    expect(await readPage(book, CONTRACT)).toContain('Verschickt : erledigt 20.02.2026');
    expect((await send('unterschrift', signature('luenen'))).status).toBe(303);
    expect(await readPage(book, CONTRACT)).toContain(
      'Unterschrift eintragen Was sich ändert Zurückholen',
    );
  });

  it('take a second sending of the same page for the first', async () => {
    const twice = { ...signature('bergkamen'), schluessel: 'one-page' };
    expect((await send('unterschrift', twice)).status).toBe(303);
    expect((await send('unterschrift', twice)).status).toBe(303);
  });

  it('take a version back with a reason only', async () => {
    expect((await send('zurueckholen', {})).status).toBe(422);
    expect((await send('zurueckholen', { grund: 'Betrag war falsch' })).status).toBe(303);
    expect((await send('verwerfen', { grund: 'Bescheid kam nicht' })).status).toBe(303);
    expect(await readPage(book, CONTRACT)).toContain('Stand: 2. Änderung');
  });

  it('answer an unknown step with 404', async () => {
    expect((await ask(book, `${STEPS}/loeschen`)).status).toBe(404);
  });

  function send(step: string, fields: Readonly<Record<string, string>>) {
    const body = new URLSearchParams(fields);
    return ask(book, `${STEPS}/${step}`, { method: 'POST', body });
  }
});

function signature(partei: string): Readonly<Record<string, string>> {
  return { partei, unterschrieben: '25.02.2026' };
}
