import { startWebApp, type WebApp } from '../../web/web-app.js';
import { apiOf, type Api } from './api.js';
import { awoLine, notice2026, ownPost, signedContract } from './facts-2026.js';

const AWO = {
  ...{ id: 'awo', name: 'AWO Ruhr-Lippe-Ems', shortName: 'AWO', sector: 'welfare' },
  address: { street: 'Weg', houseNumber: '1', postcode: '59174', city: 'Kamen' },
  bankAccount: { holder: 'AWO', iban: 'DE02120300000000202051' },
};
const SPELL = { position: 'real-post', personKey: 'KRU-1', from: '2026-01-01', share: '0.5' };
const MADE_UP = { example: 'erfunden' };

/** A book that an office began empty takes nothing that says of itself that it is made up. */
describe('a real book', () => {
  let app: WebApp;
  let api: Api;

  beforeAll(async () => {
    app = await startWebApp({ environment: { BOOK: 'empty' } });
    api = apiOf(app);
    const told = [
      await api.send('POST', '/partners', AWO),
      await api.send('POST', '/notices', notice2026('real', '1')),
      await api.send('POST', '/positions', ownPost('real-post', 'real', '0.5')),
    ];
    expect(told.map(({ status }) => status)).toEqual([201, 201, 201]);
  }, 90_000);
  afterAll(() => app.close());

  it.each([
    ['/partners', { ...AWO, id: 'awo-2', ...MADE_UP }, '/example'],
    ['/notices', notice2026('made-up', '1', MADE_UP), '/example'],
    [
      '/contracts',
      { ...signedContract('made-up', [awoLine('made-up-line', '1.0')]), ...MADE_UP },
      '/example',
    ],
    ['/positions', ownPost('made-up', 'real', '0.5', MADE_UP), '/example'],
    ['/occupancies', { ...SPELL, ...MADE_UP }, '/example'],
    ['/occupancies/bulk', { rows: [{ ...SPELL, ...MADE_UP }] }, '/rows/0/example'],
  ])('takes no made-up fact by POST %s', async (path, body, pointer) => {
    const { status, content } = await api.send('POST', path, body);
    expect([status, content]).toMatchObject([
      422,
      { errors: [{ pointer, detail: expect.stringContaining('Beispielangaben') as string }] },
    ]);
  });

  it('takes the same facts without the note', async () => {
    const contract = signedContract('real-contract', [awoLine('real-line', '1.0')]);
    const told = [
      await api.send('POST', '/contracts', contract),
      await api.send('POST', '/occupancies', SPELL),
    ];
    expect(told.map(({ status }) => status)).toEqual([201, 201]);
  });
});
