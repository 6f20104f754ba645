import fastify from 'fastify';
import { RawPostings } from './raw-postings.js';

/**
 * A process that is measured beside ours: the bare loop behind bare Fastify, commits grouped as ours.
 * What it reaches is what HTTP leaves of the loop: no rights, no rules, no triggers, no framework.
 * Its first parameter is the folder for its file.
 */
const postings = new RawPostings(process.argv[2] ?? '.');
let waiting: (() => void)[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  postings.enter(group.length);
  for (const answer of group) answer();
}

const app = fastify();
app.get('/impressum', () => 'bare');
app.post('/api/v1/ledger/entries', async ({ body }, reply) => {
  await new Promise<void>((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(commit);
  });
  return reply.code(201).send(body);
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
