import { ASKERS, browserOf, type Browser } from './askers.js';
import { PARTNER, type Made } from './samples.js';
import type { WebApp } from '../web-app.js';

/** Makes what the example book lacks: a filed document, a closed month. */
export async function makeObjects(web: WebApp): Promise<Omit<Made, 'ownDraft' | 'foreignDraft'>> {
  const officer = await browserOf(web, ASKERS.officer);
  const controller = await browserOf(web, ASKERS.controller);
  await posted(controller, '/abschluesse/abschliessen', {
    schluessel: 'access-closing',
    monat: '2026-01',
    grund: 'Monatsabschluss',
    sicher: 'ja',
  });
  const document = await filed(officer);
  const { body } = await officer.send('GET', '/api/v1/ledger/entries?limit=1');
  const { entries } = JSON.parse(body) as { readonly entries: readonly { readonly id: string }[] };
  const page = await officer.send('GET', '/anmelden');
  return {
    asset: /\/assets\/([^"]+\.css)/.exec(page.body)?.[1] ?? '',
    entry: entries[0]?.id ?? '',
    document,
  };
}

/** Two drafts, begun by the side of whoever asks and by the other one; each is used up by one request. */
export async function makeDrafts(
  web: WebApp,
  asker: keyof typeof ASKERS,
): Promise<Pick<Made, 'ownDraft' | 'foreignDraft'>> {
  const office = await begunBy(await browserOf(web, ASKERS.officer));
  const partner = await begunBy(await browserOf(web, ASKERS.partner));
  return asker === 'partner'
    ? { ownDraft: partner, foreignDraft: office }
    : { ownDraft: office, foreignDraft: partner };
}

async function begunBy(browser: Browser): Promise<Made['ownDraft']> {
  const draft = await posted(browser, '/entwuerfe', { art: 'besetzung', neu: '1' });
  const { headers } = await browser.send('GET', draft);
  const [id = '', step = ''] = headers.get('location')?.split('/').slice(-2) ?? [];
  return { id, step };
}

/** @returns where it led to */
async function posted(
  browser: Browser,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const { status, headers } = await browser.send(
    'POST',
    address,
    new URLSearchParams(fields).toString(),
  );
  const to = headers.get('location');
  if (to === null) throw new Error(`${address} answered ${status.toString()}`);
  return to;
}

async function filed(browser: Browser): Promise<string> {
  const address = '/api/v1/contracts/kim-cities/documents';
  const handedOver = { handedOverOn: '2026-02-20', handedOverTo: [PARTNER] };
  const paper = { kind: 'other', title: 'Rahmenkonzept', reason: 'Abgelegt', ...handedOver };
  const { body } = await browser.send('POST', address, JSON.stringify(paper));
  return (JSON.parse(body) as { readonly id: string }).id;
}
