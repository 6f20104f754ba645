import { sending } from './refusal.js';
import { ask } from '../../web/answers.js';
import type { RefusedWorld } from './world.js';

/** An entry by hand that nothing speaks against but its day. */
export const handEntry = (effectiveOn: string) => ({
  effectiveOn,
  text: 'Abgang laut Kontoauszug',
  postings: [
    { account: 'cash', amount: '-100.00' },
    { account: 'unallocated', amount: '100.00' },
  ],
});

/** Sends it under a key, so that a story may be told twice; answers the id of what was made. */
export async function done(
  { app }: RefusedWorld,
  path: string,
  body: unknown,
  key: string,
): Promise<string> {
  const request = sending('POST', body, { 'idempotency-key': key });
  const answer = await ask(app, `/api/v1/ledger/${path}`, request);
  if (answer.status !== 201) throw new Error(answer.body);
  return (JSON.parse(answer.body) as { readonly id: string }).id;
}

/** The book is closed through December 2019: long before its first case. */
export function closed2019(world: RefusedWorld): Promise<string> {
  const body = { reason: 'Jahresabschluss 2019 festgestellt' };
  return done(world, 'periods/2019-12/closing', body, 'story-close-2019');
}

const TEXT = 'Doppelt abgebucht';

/** An entry by hand of February 2026, taken back. */
export async function reversed2026(world: RefusedWorld): Promise<void> {
  const entry = { ...handEntry('2026-02-27'), text: TEXT };
  const id = await done(world, 'entries', entry, 'story-enter-2026');
  const body = { effectiveOn: '2026-02-28', text: 'Die Bank hat zurückgebucht' };
  await done(world, `entries/${id}/reversal`, body, 'story-reverse-2026');
}

/** Its id. */
export async function idReversed2026({ app }: RefusedWorld): Promise<string> {
  const question = `?kind=adjustment&q=${encodeURIComponent(TEXT)}`;
  const { body } = await ask(app, `/api/v1/ledger/entries${question}`);
  const { entries } = JSON.parse(body) as { readonly entries: readonly { readonly id: string }[] };
  return entries[0]?.id ?? '';
}
