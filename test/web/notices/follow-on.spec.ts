import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { ask } from '../answers.js';
import { beginForm, post } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PAGE = '/bescheide/notice-kim-2-2026/uebernahme';

/** The Land grants KIM II for 2026. @param amount of 57.000 € per VzÄ */
async function enterFollowOn(
  app: WebApp,
  {
    fte,
    quantity,
    amount,
  }: { readonly fte: string; readonly quantity: string; readonly amount: string },
): Promise<void> {
  const walk = await beginForm(app, 'bescheid', { follows: 'notice-kim-2-2025' });
  await walk.fill('zeile-1', { 'lines[0].fte': fte, 'lines[0].amount': amount });
  const term = 'lines[0].terms[0]';
  await walk.fill('bestandteile-1', { [`${term}.quantity`]: quantity, [`${term}.amount`]: amount });
  expect((await walk.enter('Bescheid für 2026')).status).toBe(303);
}

describe('the page that takes over a follow-on notice', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
    await enterFollowOn(app, { fte: '18,0', quantity: '18', amount: '1.026.000,00' });
  }, 60_000);
  afterAll(() => app.close());

  it('is reached from the page of the notice', async () => {
    const { body } = await ask(app, '/bescheide/notice-kim-2-2026?jahr=2026');
    expect(body).toContain(`href="${PAGE}`);
    expect(body).toContain('Verträge und Stellen übernehmen');
  });

  it('shows what goes on with which values, what stays as it is, and why', async () => {
    const text = await readPage(app, PAGE);
    expect(text).toContain('Verträge 6 6 gehen jetzt weiter');
    expect(text).toContain('Fallmanagement im Nordkreis Stadt Lünen · 2026 5,0 57.000,00 €');
    expect(text).toContain('Sie läuft ohne Ende und geht von selbst weiter.');
    expect(text).toContain(
      'Koordinierende Stelle in Lünen: Die Zeile geht weiter, aber niemand bezahlt sie im neuen Jahr.',
    );
    expect(text).toContain('eigene Stelle, bezahlt aus der neuen Bescheidzeile');
  });

  it('shows a preview without what is ticked off, and keeps the boxes', async () => {
    const contracts = ['kim-cities', 'kim-centre', 'kim-north', 'kim-caritas'];
    const { status, body } = await post(app, PAGE, {
      ...{ aktion: 'vorschau', auswahl: '1', vertrag: contracts },
    });
    expect(status).toBe(200);
    expect(body).toContain('weggelassen');
    expect(body).toMatch(/value="kim-cities" checked/);
    expect(body).not.toMatch(/value="kim-awo" checked/);
  });

  it('takes over what is ticked, in one step and once, with links to what came of it', async () => {
    const fields = {
      ...{ schluessel: 'take-over-once', auswahl: '1', grund: 'Anschluss 2026' },
      vertrag: ['kim-cities', 'kim-centre', 'kim-north', 'kim-caritas', 'kim-umweltwerkstatt'],
      stelle: ['kreis-k2-abh-1', 'kreis-k2-abh-2'],
    };
    for (const answer of [await post(app, PAGE, fields), await post(app, PAGE, fields)]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?fertig=1`]);
    }
    const text = await readPage(app, `${PAGE}?fertig=1`);
    expect(text).toContain('Lünen und Bergkamen übernommen');
    expect(text).toContain('AWO Ruhr-Lippe-Ems geht weiter');
    const { position } = await app.app
      .get(PositionsQueries, { strict: false })
      .position('kreis-k2-abh-1', 2026);
    expect(position.own?.funding.at(-1)).toMatchObject({ year: 2026, noticeLine: 'kim-2-2026' });
    expect(await readPage(app, '/vertraege/kim-cities?jahr=2026')).toContain('31.12.2026');
  });

  it('takes over the rest later', async () => {
    const rest = { schluessel: 'take-over-rest', auswahl: '1', vertrag: 'kim-awo' };
    expect((await post(app, PAGE, rest)).status).toBe(303);
    expect(await readPage(app, PAGE)).toContain('AWO Ruhr-Lippe-Ems übernommen');
  });

  it('is refused for a notice that follows none', async () => {
    expect((await ask(app, '/bescheide/notice-kim-2-2025/uebernahme')).status).toBe(422);
  });
});

describe('a follow-on notice that grants less', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
    await enterFollowOn(app, { fte: '17,0', quantity: '17', amount: '969.000,00' });
  }, 60_000);
  afterAll(() => app.close());

  it('shows in red what does not fit', async () => {
    const text = await readPage(app, PAGE);
    expect(text).toContain('KIM II, 2026: Vom 01.01.2026 bis 31.12.2026 fehlen 1,0 VzÄ.');
    expect(text).toContain('Lassen Sie Verträge oder Stellen weg, bis es passt');
  });

  it('is not taken over so, and says why on the same page', async () => {
    const { status, body } = await post(app, PAGE, { schluessel: 'does-not-fit' });
    expect(status).toBe(422);
    expect(body).toContain('kern-alert--danger');
    expect(await readPage(app, PAGE)).toContain('6 gehen jetzt weiter');
  });
});
