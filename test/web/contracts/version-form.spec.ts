import { CorrectContractUseCase } from '../../../src/contracts/correct-contract.use-case.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { ask } from '../answers.js';
import { beginForm, type FormWalk } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const CONTRACT = '/vertraege/kim-cities';
const KEY_DATA = {
  summary: 'Lünen gibt 1,0 VzÄ im Fallmanagement ab.',
  inForceFrom: '01.07.2025',
};
const LESS = { 'lines[1].fte': '4,0', 'lines[1].ceiling': '228.000,00' };

describe('the form of a version, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  });
  afterAll(() => app.close());

  const amend = (): Promise<FormWalk> => beginForm(app, 'fassung', { contract: 'kim-cities' });
  const edit = (number: number): Promise<FormWalk> =>
    beginForm(app, 'fassung', { subject: `kim-cities/${number}`, contract: 'kim-cities' });

  it('starts from what is in force, and asks for the first day of an amendment after the term', async () => {
    const walk = await amend();
    const { text, body } = await walk.show('eckdaten');
    expect(text).toContain('Änderung entwerfen Weiterleitungsvertrag KIM mit den Städten');
    expect(body).toMatch(/name="title"[^>]*value="3. Änderung"/);
    expect(body).toMatch(/name="inForceFrom"[^>]*value=""/);
    expect(await walk.fill('eckdaten', KEY_DATA)).toBe('zeile-1');
    const line = await walk.show('zeile-2');
    expect(line.body).toContain('value="notice-line:kim-2-2025" selected');
    expect(line.text).toContain('Rechnung der Zeile Das ist genau der Höchstbetrag.');
  });

  it('shows what changes, what falls away and what it yields before anything is entered', async () => {
    const walk = await amend();
    await walk.fill('eckdaten', KEY_DATA);
    await walk.fill('zeile-2', LESS);
    const { text } = await walk.show('pruefen');
    expect(text).toContain('weil sie außerhalb der Laufzeit liegen: 2023, 2024.');
    expect(text).toContain('VzÄ 5,0 VzÄ 4,0 VzÄ − 1,0 VzÄ');
    expect(text).toContain('Unterschied der Ansprüche −28.500,00 €');
    expect(text.indexOf('Wirkung')).toBeLessThan(text.indexOf('Alle Angaben'));
    expect((await detail()).versions).toHaveLength(3);
  });

  it('tells a sum that does not add up beside the line, and at its field', async () => {
    const walk = await amend();
    await walk.fill('eckdaten', KEY_DATA);
    await walk.fill('zeile-2', { 'lines[1].fte': '4,0', 'lines[1].funding[2].payer': '' });
    const { text } = await walk.show('zeile-2?fehler=1');
    expect(text).toContain('Aus den Angaben der Zeile folgen 228.000,00 €.');
    expect(text).toContain('Bezahlt aus: Wählen Sie eine der Möglichkeiten aus.');
  });

  it('adds a line, gives it a key, and takes it out again', async () => {
    const walk = await amend();
    expect(await walk.fill('eckdaten', KEY_DATA, 'add:lines')).toBe('zeile-4');
    expect(await walk.fill('zeile-4', {}, 'remove:lines[3]')).toBe('offene-punkte');
    expect((await walk.show('eckdaten')).text).not.toContain('Zeile 4');
  });

  it('enters the draft, keeps the text as it was, and leads on to its sending', async () => {
    const walk = await amend();
    await walk.fill('eckdaten', KEY_DATA);
    await walk.fill('zeile-2', LESS);
    expect((await walk.enter('Antrag vom 02.06.2025')).status).toBe(303);
    expect((await walk.show('fertig')).text).toContain('Der Entwurf der Änderung steht im Buch.');
    const page = await readPage(app, CONTRACT);
    expect(page).toContain('Stand: 3. Änderung Entwurf : jetzt');
    expect(page).toContain('Was sich ändert Entwurf verwerfen');
    expect(page).toContain('Antrag vom 02.06.2025 von Kollegin der Tests');
    const comparison = await readPage(app, `${CONTRACT}/vergleich?von=3&nach=4`);
    expect(comparison).toContain('Der Wortlaut ist in beiden Fassungen derselbe.');
    expect(comparison).toContain('Tag der Schriftform 10.03.2023 noch offen');
  });

  it('refuses a second amendment while one is under way', async () => {
    const amendment = { art: 'fassung', fuer: '', 'o.contract': 'kim-cities' };
    const body = new URLSearchParams({ ...amendment, neu: '1' });
    const answer = await ask(app, '/entwuerfe', { method: 'POST', body });
    expect(answer.status).toBe(409);
  });

  it('edits the draft, and says whose change came between', async () => {
    const walk = await edit(4);
    await walk.fill('eckdaten', { summary: 'Mit Zustimmung der Stadt.' });
    const { contract } = await detail();
    const { versions, kind, termination, ...head } = contract;
    expect([versions.length, kind, termination]).toEqual([4, 'contract', undefined]);
    await app.app
      .get(CorrectContractUseCase)
      .execute(
        { by: 'person:other', reason: 'Aktenzeichen berichtigt', key: 'other' },
        { ...head, fileReference: '35-KIM-2022-02' },
      );
    const { headers } = await walk.show('pruefen');
    expect(headers.get('location')).toContain('/abgleich');
    const { text, body } = await walk.show('abgleich');
    expect(text).toContain('person:other');
    expect(text).toContain('Aktenzeichen berichtigt');
    await walk.send('abgleich', {
      _revision: /name="_revision" value="(\d+)"/.exec(body)?.[1] ?? '',
    });
    expect((await walk.enter('Nachgetragen')).status).toBe(303);
    const [, , , draft] = (await detail()).contract.versions;
    expect(draft?.summary).toBe('Mit Zustimmung der Stadt.');
  });

  it('never edits what is in force: it says that it is amended', async () => {
    const { text } = await (await edit(3)).show('pruefen');
    expect(text).toContain('Eine Angabe stimmt noch nicht');
    expect(text).toMatch(/wirksam|in Kraft/);
  });

  function detail() {
    return app.app.get(ContractsQueries).contract('kim-cities', { on: day('2025-12-31') });
  }
});
