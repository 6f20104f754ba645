import { strict as assert } from 'node:assert';
import { ask } from '../answers.js';
import type { WebApp } from '../web-app.js';

/** Ends an occupancy of the example book, so that its VzÄ are vacant from the next day on. */
export async function endOccupancy(book: WebApp, id: string, to: string): Promise<void> {
  const path = `/api/v1/occupancies/${id}`;
  const known = await ask(book, path);
  const { position, personKey, from, share } = JSON.parse(known.body) as Record<string, string>;
  const answer = await ask(book, path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': known.headers.get('etag') ?? '' },
    body: JSON.stringify({ position, personKey, from, to, share, reason: 'Ausgeschieden' }),
  });
  assert.equal(answer.status, 200, answer.body);
}
