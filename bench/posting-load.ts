import { randomUUID } from 'node:crypto';
import { KeepAlive } from '../test/support/keep-alive.js';
import { readBook } from '../test/support/read-book.js';

const PATH = '/api/v1/ledger/entries';
const CREATED = 201;
const LINES_AND_YEARS = `
  select line.id, years.year
  from (select distinct line_id as id from allocation_line) line,
    (select 2024 as year union select 2025 union select 2026) years
  order by years.year, line.id`;

/** Commands that touch every line and year of the example book in turn: no balance is hot. */
export async function postingBodies(databaseUrl: string): Promise<readonly string[]> {
  const lines = await readBook(databaseUrl, (reader) =>
    reader.all<{ id: string; year: number }>(LINES_AND_YEARS),
  );
  return lines.map(({ id: allocationLine, year: budgetYear }) =>
    JSON.stringify({
      effectiveOn: '2026-01-15',
      kind: 'adjustment',
      text: 'Messung',
      postings: [
        { account: 'advances', amount: '100.00', allocationLine, budgetYear },
        { account: 'in-transit', amount: '-100.00', allocationLine, budgetYear },
      ],
    }),
  );
}

/** Milliseconds of each acknowledged posting. @param cookies of whoever posts, where somebody asks */
export async function postings(
  url: string,
  bodies: readonly string[],
  clients: number,
  seconds: number,
  cookies = '',
): Promise<number[]> {
  const run = randomUUID();
  const times: number[] = [];
  let turn = 0;
  const endsAt = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    const connection = await KeepAlive.open(url, cookies);
    while (performance.now() < endsAt) {
      turn += 1;
      const askedAt = performance.now();
      const { status, body } = await connection.post(
        PATH,
        `${run}-${turn}`,
        bodies[turn % bodies.length] ?? '',
      );
      if (status !== CREATED) throw new Error(`${status}: ${body}`);
      times.push(performance.now() - askedAt);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}
