import { Ledger } from '../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { bookFile } from '../../../src/programmes/definitions/book-file.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import { ImportDefinitionsUseCase } from '../../../src/programmes/import-definitions.use-case.js';
import {
  contract2025,
  follow2026,
  line2025,
  NOT_FOLLOWING,
  notice2025,
  post2025,
  raise2025,
} from '../../support/amending.js';
import { anEntry } from '../../support/entries.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

/** One request of a journey: which route of the description, and where. */
export interface Step {
  /** "PUT /api/v1/partners/{id}", as the description writes it. */
  readonly route: string;
  /** What stands for the names in braces. */
  readonly at?: Readonly<Record<string, string>>;
  /** Whose ETag the author has seen; absent: the route needs none. */
  readonly seen?: string;
  /** What this request says otherwise than the example: it is sent a second time. */
  readonly but?: object;
}

/** Requests that fit together on one book, in this order. */
export interface Journey {
  readonly name: string;
  readonly start: () => Promise<WebApp>;
  readonly steps: readonly Step[];
}

const API = '/api/v1';
const PARTNER = { id: 'beispielverein' };
const CONTRACT = { id: 'kim-beispielverein' };
const VERSION = { ...CONTRACT, number: '1' };
const RAISE = { id: 'notice-kim-2-2025-a' };
const TAKEN = { id: 'fit-in-deutsch-2025' };
const POST = { id: 'luenen-k2-4' };

const ofContract = (route: string, at: Step['at'] = CONTRACT): Step => ({
  route,
  at,
  seen: `/contracts/${CONTRACT.id}`,
});

const CALCULATORS = ['entitlement', 'deadline', 'interest', 'split'];

const EXAMPLE_BOOK: readonly Step[] = [
  ...CALCULATORS.map((name) => ({ route: `POST ${API}/calculations/${name}` })),
  { route: `POST ${API}/notices` },
  { route: `PUT ${API}/notices/{id}`, at: RAISE, seen: `/notices/${RAISE.id}` },
  { route: `DELETE ${API}/notices/{id}`, at: RAISE, seen: `/notices/${RAISE.id}` },
  { route: `POST ${API}/partners` },
  { route: `PUT ${API}/partners/{id}`, at: PARTNER, seen: `/partners/${PARTNER.id}` },
  { route: `POST ${API}/contracts` },
  ofContract(`PUT ${API}/contracts/{id}`),
  ofContract(`PUT ${API}/contracts/{id}/versions/{number}`, VERSION),
  ofContract(`POST ${API}/contracts/{id}/versions/{number}/sending`, VERSION),
  ofContract(`POST ${API}/contracts/{id}/versions/{number}/recall`, VERSION),
  ofContract(`POST ${API}/contracts/{id}/versions/{number}/sending`, VERSION),
  ofContract(`POST ${API}/contracts/{id}/versions/{number}/signatures`, VERSION),
  {
    ...ofContract(`POST ${API}/contracts/{id}/versions/{number}/signatures`, VERSION),
    but: { party: 'beispielverein' },
  },
  ofContract(`POST ${API}/contracts/{id}/versions`),
  ofContract(`DELETE ${API}/contracts/{id}/versions/{number}`, { ...CONTRACT, number: '2' }),
  ofContract(`POST ${API}/contracts/{id}/termination`),
  ofContract(`DELETE ${API}/contracts/{id}/termination`),
  { route: `POST ${API}/contracts/{id}/documents`, at: CONTRACT },
  {
    route: `PUT ${API}/contracts/{id}/documents/{document}/handover`,
    at: { ...CONTRACT, document: 'filed' },
    seen: `/contracts/${CONTRACT.id}/documents/filed`,
  },
  {
    route: `PUT ${API}/occupancies/{id}`,
    at: { id: 'luenen-k2-4-1' },
    seen: '/positions/luenen-k2-4?year=2025',
  },
  { route: `PUT ${API}/positions/{id}`, at: POST, seen: '/positions/luenen-k2-4?year=2025' },
  { route: `POST ${API}/positions` },
  { route: `POST ${API}/occupancies/bulk/check` },
  { route: `POST ${API}/occupancies/bulk` },
  { route: `POST ${API}/positions/{id}/move/preview`, at: { id: 'luenen-k2-5' } },
  {
    route: `POST ${API}/positions/{id}/move`,
    at: { id: 'luenen-k2-5' },
    seen: '/positions/luenen-k2-5?year=2026',
  },
  { route: `POST ${API}/positions/{id}/preview`, at: { id: 'kamen-k2-1' } },
  { route: `POST ${API}/occupancies` },
  {
    route: `DELETE ${API}/occupancies/{id}`,
    at: { id: 'kamen-k2-1-9' },
    seen: '/positions/kamen-k2-1?year=2025',
  },
  { route: `POST ${API}/positions`, but: { id: 'spare-post', label: 'LÜN-KIM2-9' } },
  {
    route: `DELETE ${API}/positions/{id}`,
    at: { id: 'spare-post' },
    seen: '/positions/spare-post?year=2026',
  },
  { route: `POST ${API}/take-overs` },
  { route: `PUT ${API}/take-overs/{id}`, at: TAKEN, seen: `/take-overs/${TAKEN.id}` },
  { route: `DELETE ${API}/take-overs/{id}`, at: TAKEN, seen: `/take-overs/${TAKEN.id}` },
  { route: `POST ${API}/ledger/entries` },
  { route: `POST ${API}/ledger/entries/{id}/reversal`, at: { id: 'filed' } },
  {
    route: `PUT ${API}/ledger/accounts/{key}`,
    at: { key: 'cash' },
    seen: '/ledger/accounts/cash',
  },
  { route: `POST ${API}/ledger/periods/{period}/closing`, at: { period: '2021-12' } },
];

/** KIM II of 2025 at 55,000 €, as the examples of amendments tell it. */
export function bookOf2025(...further: readonly Definition[]): () => Promise<WebApp> {
  const partners = ['luenen', 'bergkamen', 'awo'].map((id) => aPartner({ id, name: id }));
  const positions = [post2025('lue-1', 'luenen-kim-2'), post2025('awo-1', 'awo-kim-2')];
  const given = [
    ...[partnersOf(...partners), notice2025()],
    contract2025('kim-cities', [line2025('luenen', '5,0'), line2025('bergkamen', '4,0')]),
    contract2025('kim-awo', [line2025('awo', '1,0')], { terms: NOT_FOLLOWING }),
    ...[{ kind: 'positions' as const, positions }, ...further],
  ];
  return async () => {
    const app = await startWebApp({ environment: { BOOK: 'empty' } });
    const files = given.map((definition) => bookFile(definition));
    await app.app.get(ImportDefinitionsUseCase).execute(files, 'person:test');
    return app;
  };
}

const BY_HAND = anEntry(
  { cash: '-5,00', unallocated: '5,00' },
  { id: '01KJBHV0000000000000000009', on: '2026-02-27', actors: { entered: 'system:console' } },
);

/** The example book with an entry by hand of somebody else. */
async function bookWithHandEntry(): Promise<WebApp> {
  const web = await startWebApp();
  const ledger = web.app.get(Ledger, { strict: false });
  await web.app.get(UnitOfWork, { strict: false }).run((tx) => ledger.append(tx, BY_HAND));
  return web;
}

export const JOURNEYS: readonly Journey[] = [
  {
    name: 'an entry by hand of somebody else',
    start: bookWithHandEntry,
    steps: [
      { route: `POST ${API}/ledger/entries/{id}/countersignature`, at: { id: BY_HAND.id ?? '' } },
    ],
  },
  { name: 'the example book', start: () => startWebApp(), steps: EXAMPLE_BOOK },
  {
    name: 'a changed notice',
    start: bookOf2025(raise2025()),
    steps: [{ route: `POST ${API}/notices/{id}/amendments`, at: { id: 'notice-2025-raise' } }],
  },
  {
    name: 'a follow-on notice',
    start: bookOf2025(follow2026()),
    steps: [{ route: `POST ${API}/notices/{id}/follow-on`, at: { id: 'notice-2026' } }],
  },
  {
    name: 'a what-if',
    start: bookOf2025(),
    steps: [{ route: `POST ${API}/what-if` }, { route: `POST ${API}/what-if/amendments` }],
  },
];
