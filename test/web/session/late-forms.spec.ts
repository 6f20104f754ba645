import { paths } from '../../../src/web/paths.js';
import { without } from '../../support/without.js';
import { startWebApp, type WebApp } from '../web-app.js';
import {
  actionIn,
  CONTROLLER,
  CookieBrowser,
  formIn,
  keptAt,
  OFFICER,
  type Shown,
} from './cookie-browser.js';

const BEGIN = 'action="/entwuerfe"';
const KEPT = /^\/eingaben\/[0-9A-Z]{26}$/;
const DRAFT = /^\/entwuerfe\/[0-9A-Z]{26}$/;

describe('a form that comes after the end of its session', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '0' } });
  });
  afterAll(() => book.close());

  const later = (minutes: number): void => {
    book.clock.moveOn(minutes * 60_000);
  };
  const atTheForm = async (): Promise<{ browser: CookieBrowser; form: Record<string, string> }> => {
    const browser = new CookieBrowser(book);
    await browser.signIn(OFFICER);
    const { body } = await browser.get(paths.positions);
    return { browser, form: { ...formIn(body, BEGIN), neu: '1' } };
  };
  const sentLate = async (): Promise<{ browser: CookieBrowser; sent: Shown }> => {
    const { browser, form } = await atTheForm();
    later(31);
    return { browser, sent: await browser.post(paths.drafts, form) };
  };
  const sendAgain = async (browser: CookieBrowser, kept: string): Promise<Shown> => {
    const { body } = await browser.get(kept);
    return browser.post(actionIn(body, BEGIN), formIn(body, BEGIN));
  };

  it('is kept, and sent again with a click once its author has signed in', async () => {
    const { browser, sent } = await sentLate();
    expect([sent.status, sent.to]).toEqual([303, expect.stringMatching(/^\/anmelden\?weiter=/)]);
    const kept = keptAt(sent);
    expect(kept).toMatch(KEPT);
    expect((await browser.signIn(OFFICER, kept)).to).toBe(kept);
    const page = await browser.get(kept);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Ihre Eingaben sind noch da');
    expect(page.text).toContain(
      'Sie haben auf der Seite „Stellen“ etwas abgeschickt, um 09:31 Uhr.',
    );
    const form = formIn(page.body, BEGIN);
    const again = await browser.post(actionIn(page.body, BEGIN), form);
    expect([again.status, again.to]).toEqual([303, expect.stringMatching(DRAFT)]);
    expect((await browser.get(kept)).status).toBe(404);
  });

  it('is kept although the browser has thrown its cookie away', async () => {
    const { browser, form } = await atTheForm();
    browser.cookies.clear();
    expect(keptAt(await browser.post(paths.drafts, form))).toMatch(KEPT);
  });

  it('is nobody else’s to see or to throw away', async () => {
    const { browser, sent } = await sentLate();
    const kept = keptAt(sent);
    const other = new CookieBrowser(book);
    await other.signIn(CONTROLLER, kept);
    const page = await other.get(kept);
    expect([page.status, page.text]).toEqual([
      404,
      expect.stringContaining('Diese Eingaben gibt es nicht mehr'),
    ]);
    const { body } = await other.get(paths.positions);
    const { _token } = formIn(body, `action="${paths.signOut}"`);
    await other.post(`${kept}/verwerfen`, { _token: _token ?? '' });
    await browser.signIn(OFFICER, kept);
    expect((await browser.get(kept)).status).toBe(200);
  });

  it('may be thrown away by its author', async () => {
    const { browser, sent } = await sentLate();
    const kept = keptAt(sent);
    await browser.signIn(OFFICER, kept);
    const { body } = await browser.get(kept);
    const sign = `action="${kept}/verwerfen"`;
    expect((await browser.post(`${kept}/verwerfen`, formIn(body, sign))).to).toBe('/');
    expect((await browser.get(kept)).status).toBe(404);
  });

  it('is kept where the page is of an older session of the same person', async () => {
    const { browser, form } = await atTheForm();
    await browser.signIn(OFFICER);
    const sent = await browser.post(paths.drafts, form);
    expect([sent.status, sent.to]).toEqual([303, expect.stringMatching(KEPT)]);
    expect((await sendAgain(browser, sent.to)).to).toMatch(DRAFT);
  });

  it('is refused where somebody else has signed in meanwhile', async () => {
    const { browser, form } = await atTheForm();
    await browser.signIn(CONTROLLER);
    const sent = await browser.post(paths.drafts, form);
    expect([sent.status, sent.to]).toEqual([403, '']);
  });

  it('is never kept of another site, or with a token that is none of ours', async () => {
    const { browser, form } = await atTheForm();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await browser.post(paths.drafts, form, foreign)).status).toBe(403);
    expect((await browser.post(paths.drafts, { ...form, _token: 'erfunden' })).status).toBe(403);
    later(31);
    expect((await browser.post(paths.drafts, form, foreign)).status).toBe(403);
    expect((await browser.post(paths.drafts, { ...form, _token: 'erfunden' })).status).toBe(401);
    expect((await browser.post(paths.drafts, without(form, '_token'))).status).toBe(401);
  });

  it('is kept for a day, and twenty of them', async () => {
    const { browser, form } = await atTheForm();
    later(31);
    const kept: string[] = [];
    for (let count = 0; count < 21; count += 1) {
      kept.push(keptAt(await browser.post(paths.drafts, form)));
      later(1);
    }
    await browser.signIn(OFFICER);
    const statusOf = async (path = ''): Promise<number> => (await browser.get(path)).status;
    expect([await statusOf(kept[0]), await statusOf(kept[1])]).toEqual([404, 200]);
    later(24 * 60);
    await browser.signIn(OFFICER);
    expect(await statusOf(kept[20])).toBe(404);
  });

  it('keeps what went along with a file, which has to be chosen again', async () => {
    const browser = new CookieBrowser(book);
    await browser.signIn(OFFICER);
    const filing = paths.documentFiling('kim-awo');
    const { body } = await browser.get(filing);
    const sign = 'enctype="multipart/form-data"';
    later(31);
    const sent = await browser.send(actionIn(body, sign), {
      method: 'POST',
      body: upload({ ...formIn(body, sign), art: 'other', titel: 'Rahmenkonzept' }),
    });
    const kept = keptAt(sent);
    expect(kept).toMatch(KEPT);
    await browser.signIn(OFFICER, kept);
    const page = await browser.get(kept);
    expect(page.text).toContain('Nur die Datei müssen Sie noch einmal wählen');
    expect(page.text).toContain('Datei – vorhin „konzept.pdf“');
    expect(formIn(page.body, sign)).toMatchObject({ art: 'other', titel: 'Rahmenkonzept' });
    const again = await browser.send(actionIn(page.body, sign), {
      method: 'POST',
      body: upload(formIn(page.body, sign)),
    });
    expect(again.status).toBe(303);
    expect(again.to).not.toMatch(KEPT);
  });
});

describe('a form that asks for a password', () => {
  it('is not one to be kept', async () => {
    const book = await startWebApp({ as: 'nobody' });
    const browser = new CookieBrowser(book);
    await browser.signIn(OFFICER);
    const { body } = await browser.get(paths.signIn());
    const forms = body.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
    expect(forms.length).toBeGreaterThan(0);
    const asking = forms.filter((form) => form.includes('type="password"'));
    expect(asking.filter((form) => form.includes('_seite'))).toEqual([]);
    await book.close();
  });
});

function upload(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('datei', new Blob(['%PDF-1.7\n%%EOF\n'], { type: 'application/pdf' }), 'konzept.pdf');
  return form;
}
