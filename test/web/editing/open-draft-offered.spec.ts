import { ask, textOf } from '../answers.js';
import { post } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('a button that opens a form', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const press = async (fields: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await post(app, '/entwuerfe', fields);
    return answer.headers.get('location') ?? '';
  };

  it('pressed twice at one contract offers the draft that is open', async () => {
    const amend = { art: 'fassung', fuer: '', 'o.contract': 'kim-cities' };
    const begun = await press(amend);
    const offer = await press(amend);
    expect(offer).toBe('/entwuerfe/offen?art=fassung&fuer=&o.contract=kim-cities');
    const { body } = await ask(app, offer);
    expect(textOf(body)).toContain('Entwurf fortsetzen?');
    expect(body).toContain(begun);
    expect(await press({ ...amend, neu: '1' })).toMatch(/^\/entwuerfe\/[0-9A-Z]{26}$/);
  });

  it('offers no draft that began from somewhere else', async () => {
    await press({ art: 'fassung', fuer: '', 'o.contract': 'kim-cities', neu: '1' });
    const other = { art: 'fassung', fuer: '', 'o.contract': 'kim-awo' };
    expect(await press(other)).toMatch(/^\/entwuerfe\/[0-9A-Z]{26}$/);
  });

  it('begins something wholly new each time', async () => {
    for (const time of [1, 2]) {
      const at = await press({ art: 'partner', fuer: '' });
      expect([time, at]).toEqual([time, expect.stringMatching(/^\/entwuerfe\/[0-9A-Z]{26}$/)]);
    }
  });
});
