import { ApiTokensQueries } from '../../../src/identity/tokens/api-tokens.queries.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { RecordPersonUseCase } from '../../../src/identity/people/record-person.use-case.js';
import type { WebApp } from '../web-app.js';
import type { Asker, Door, Doors } from './askers.js';
import { PARTNER, type Made } from './samples.js';

/** Makes what the example book lacks: a filed document, a closed month, a colleague, a key. */
export async function makeObjects(
  { app }: WebApp,
  doors: Doors,
): Promise<Omit<Made, 'ownDraft' | 'foreignDraft'>> {
  const officer = await doors.of('officer');
  await posted(await doors.of('controller'), '/abschluesse/abschliessen', {
    schluessel: 'access-closing',
    monat: '2026-01',
    grund: 'Monatsabschluss',
    sicher: 'ja',
  });
  const { body } = await officer.send('GET', '/api/v1/ledger/entries?limit=1');
  const { entries } = JSON.parse(body) as { readonly entries: readonly { readonly id: string }[] };
  const page = await officer.send('GET', '/anmelden');
  await doors.of('program of auditor');
  const change = { by: 'system:tests', reason: 'Tests', key: 'colleague' };
  const mail = `kollegin@${PARTNER}.example`;
  const colleague = { name: 'Kollegin', mail, roles: ['partner'], partnerId: PARTNER } as const;
  return {
    asset: /\/assets\/([^"]+\.css)/.exec(page.body)?.[1] ?? '',
    entry: entries[0]?.id ?? '',
    document: await filed(officer),
    key: (await app.get(ApiTokensQueries).all())[0]?.id ?? '',
    colleague: await app.get(RecordPersonUseCase).execute(change, colleague),
    stranger: (await app.get(PeopleQueries).byMail('leitung@bergkamen.example'))?.id ?? '',
  };
}

/** Two drafts, begun by the side of whoever asks and by the other one; each is used up by one request. */
export async function makeDrafts(
  doors: Doors,
  asker: Asker,
): Promise<Pick<Made, 'ownDraft' | 'foreignDraft'>> {
  const office = await begunBy(await doors.of('officer'));
  const partner = await begunBy(await doors.of('partner'));
  return asker === 'partner'
    ? { ownDraft: partner, foreignDraft: office }
    : { ownDraft: office, foreignDraft: partner };
}

async function begunBy(door: Door): Promise<Made['ownDraft']> {
  const draft = await posted(door, '/entwuerfe', { art: 'besetzung', neu: '1' });
  const { headers } = await door.send('GET', draft);
  const [id = '', step = ''] = headers.get('location')?.split('/').slice(-2) ?? [];
  return { id, step };
}

/** @returns where it led to */
async function posted(
  door: Door,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const { status, headers } = await door.send(
    'POST',
    address,
    new URLSearchParams(fields).toString(),
  );
  const to = headers.get('location');
  if (to === null) throw new Error(`${address} answered ${status.toString()}`);
  return to;
}

async function filed(door: Door): Promise<string> {
  const address = '/api/v1/contracts/kim-cities/documents';
  const handedOver = { handedOverOn: '2026-02-20', handedOverTo: [PARTNER] };
  const paper = { kind: 'other', title: 'Rahmenkonzept', reason: 'Abgelegt', ...handedOver };
  const { body } = await door.send('POST', address, JSON.stringify(paper));
  return (JSON.parse(body) as { readonly id: string }).id;
}
