import { DraftAmendmentsUseCase } from '../../src/amendments/draft-amendments.use-case.js';
import { parsePlainDate as day } from '../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../src/domain/money/amount-text.js';
import { GrantsQueries } from '../../src/grants/grants.queries.js';
import { RecordNoticeUseCase } from '../../src/grants/record-notice.use-case.js';
import type { FactChange } from '../../src/platform/database/fact-change.js';
import { ask, lacking, textOf } from './answers.js';
import { beginForm } from './form-walk.js';
import { startWebApp, type WebApp } from './web-app.js';

const RAISE = 'notice-kim-2-2025-raise';

describe('"Noch zu tun" on the Übersicht', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  const show = async (query = '') => {
    const { status, body } = await ask(book, `/${query}`);
    expect(status).toBe(200);
    expect(lacking(body)).toBeUndefined();
    return { body, text: textOf(body) };
  };
  const change = (key: string): FactChange => ({ by: 'person:a', reason: 'Bescheid', key });

  /** 58,000 € for each VzÄ from 01.07.2025 on. */
  const raise = async (): Promise<void> => {
    const found = await book.app.get(GrantsQueries, { strict: false }).notice('notice-kim-2-2025');
    const [line] = found.notice.lines;
    const [term] = line?.terms ?? [];
    if (line === undefined || term === undefined) throw new Error('the example has no such line');
    const half = { ...term, quantity: '9' };
    const terms = [
      { ...half, unitCents: parseEuro('57.000,00'), amountCents: parseEuro('513.000,00') },
      { ...half, unitCents: parseEuro('58.000,00'), amountCents: parseEuro('522.000,00') },
    ];
    await book.app.get(RecordNoticeUseCase, { strict: false }).execute(change('raise'), {
      ...found.notice,
      id: RAISE,
      title: '1. Änderungsbescheid KIM II 2025',
      reference: '36.30.06-078/2025-002-1',
      issuedOn: day('2025-06-16'),
      amends: found.notice.id,
      effectiveFrom: day('2025-07-01'),
      lines: [{ ...line, amountCents: parseEuro('1.035.000,00'), terms }],
    });
  };

  it('is not there while nothing is left to do', async () => {
    expect((await show()).text).not.toContain('Noch zu tun');
  });

  it('counts the drafts of forms, and leads to them', async () => {
    await beginForm(book, 'partner');
    await beginForm(book, 'partner', { subject: 'luenen' });
    const { body, text } = await show();
    expect(text).toContain('Hinweis: Begonnen und noch nicht eingetragen 2 Entwürfe');
    expect(body).toContain('href="/entwuerfe">Entwürfe ansehen');
    expect((await show('?jahr=1999')).text).toContain('2 Entwürfe');
    expect((await show('?bekannt=01.03.2026')).text).not.toContain('Entwürfe ansehen');
  });

  it('leads from an amending notice to what it changes, until it is passed on', async () => {
    book.clock.moveTo('2026-03-04T08:00:00.000Z');
    await raise();
    const { body, text } = await show();
    expect(text).toContain('Hinweis: Änderungsbescheid noch nicht weitergegeben 1 Bescheid');
    expect(text).toMatch(/\d+ Verträge sind noch zu ändern\. 1\. Änderungsbescheid KIM II 2025/);
    expect(body).toContain(`href="/bescheide/${RAISE}/weitergabe"`);
    expect((await show('?bekannt=03.03.2026')).text).not.toContain('noch nicht weitergegeben');
  });

  it('names the amendments that were drafted and are not sent', async () => {
    await book.app
      .get(DraftAmendmentsUseCase, { strict: false })
      .execute(change('pass-on'), { notice: RAISE });
    const { body, text } = await show();
    expect(text).toContain('Fassung ist noch Entwurf');
    expect(text).toMatch(/Änderung(en sind| ist) entworfen oder versandt/);
    expect(body).toMatch(/href="\/vertraege\/[a-z-]+\?fassung=\d+"/);
  });
});
