import { ask, textOf, type Answer } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const SOUND = {
  ...{ schluessel: 'by-hand-key-1', tag: '01.03.2026', grund: 'Vermerk vom 01.03.2026' },
  ...{ beleg: 'Kassenbeleg 4711', konto1: 'advances', soll1: '100,00' },
  ...{ wofuer1: 'luenen-kim-2', jahr1: '2025', konto2: 'cash', haben2: '100,00' },
};

describe('entering by hand', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  const send = (
    fields: Readonly<Record<string, string>>,
    path = '/buch/von-hand',
  ): Promise<Answer> => ask(book, path, { method: 'POST', body: new URLSearchParams(fields) });
  const entries = async () =>
    (await ask(book, '/buch?art=adjustment')).body.match(/<article/g)?.length ?? 0;

  it('says that it is the exception', async () => {
    const text = await readPage(book, '/buch/von-hand');
    expect(text).toContain('Buchen Sie von Hand nur, was kein Vorgang abdeckt');
  });

  it('shows what would be entered, and enters nothing', async () => {
    const { status, body } = await send({ ...SOUND, schritt: 'ansehen' });
    expect(status).toBe(200);
    expect(textOf(body)).toContain('So steht es dann im Buch');
    expect(textOf(body)).toContain('Soll 100,00 €, Haben 100,00 €');
    expect(body).toContain('value="buchen"');
    expect(await entries()).toBe(0);
  });

  it.each([
    [{ soll1: '100,00', haben2: '99,00' }, 'Im Soll stehen 100,00 €, im Haben 99,00 €'],
    [{ haben1: '1,00' }, 'im Soll oder im Haben, nicht in beidem'],
    [{ soll1: '' }, 'Geben Sie einen Betrag im Soll oder im Haben an.'],
    [{ soll1: '-5' }, 'größer als null'],
    [{ soll1: '1,234.56' }, 'Betrag'],
    [{ konto1: '' }, 'Wählen Sie ein Konto.'],
    [{ wofuer1: 'gibt-es-nicht' }, 'kennt das Buch nicht'],
    [{ jahr1: '' }, 'gehört das Haushaltsjahr'],
    [{ jahr1: '25' }, 'ein Jahr mit vier Ziffern'],
    [{ grund: '' }, 'Füllen Sie dieses Feld aus'],
    [{ tag: '31.02.2026' }, 'Diesen Tag gibt es nicht'],
    [
      { konto2: '', haben2: '', konto1: '', soll1: '', wofuer1: '', jahr1: '' },
      'mindestens zwei Zeilen',
    ],
  ])('refuses %j where it stands, and keeps what was typed', async (change, told) => {
    const { status, body } = await send({ ...SOUND, ...change, schritt: 'buchen' });
    expect([status, textOf(body)]).toEqual([422, expect.stringContaining(told) as string]);
    expect(body).toContain('value="Kassenbeleg 4711"');
    expect(await entries()).toBe(0);
  });

  it('makes room for more rows without a word about what is still missing', async () => {
    const { status, body } = await send({ ...SOUND, grund: '', schritt: 'zeile' });
    expect(status).toBe(200);
    expect(textOf(body)).toContain('6. Zeile');
    expect(body).not.toContain('aria-invalid');
    expect(body).toContain('value="luenen-kim-2"');
  });

  it('enters once, however often it is sent, and can be taken back once', async () => {
    const first = await send({ ...SOUND, schritt: 'buchen' });
    const again = await send({ ...SOUND, schritt: 'buchen' });
    const place = first.headers.get('location') ?? '';
    expect([first.status, again.headers.get('location')]).toEqual([303, place]);
    expect(await entries()).toBe(1);
    expect(await readPage(book, place)).toContain('von Hand');
    const back = await send(
      { schluessel: 'reversal-key', tag: '02.03.2026', grund: 'Falsch' },
      `${place}/storno`,
    );
    expect(back.status).toBe(303);
    expect(await readPage(book, back.headers.get('location') ?? '')).toContain(
      'die es zurücknimmt',
    );
    const second = await send(
      { schluessel: 'reversal-key-2', tag: '02.03.2026', grund: 'x' },
      `${place}/storno`,
    );
    expect([second.status, textOf(second.body)]).toEqual([
      422,
      expect.stringContaining('schon storniert') as string,
    ]);
  });

  it('does not take back what the book posted itself', async () => {
    const { body } = await ask(book, '/buch?art=notice');
    const id = /id="buchung-([^"]+)"/.exec(body)?.[1] ?? '';
    const text = await readPage(book, `/buch/${id}/storno`);
    expect(text).toContain('Diese Buchung wird nicht von Hand storniert');
  });
});
