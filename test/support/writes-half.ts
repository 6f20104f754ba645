import { setTimeout as pause } from 'node:timers/promises';
import { readDatabase } from '../../src/platform/config/settings.js';
import { testBook } from './test-book.js';

/**
 * A process of its own that writes 500 rows, says "acknowledged", writes 500 more in a second
 * transaction, says "half", and waits to be killed. Called with the address of the book.
 */
const book = await testBook(readDatabase(process.argv[2] ?? ''));

const write = async (prefix: string, wait: () => Promise<unknown>): Promise<void> =>
  book.unitOfWork.run(async (tx) => {
    for (let row = 0; row < 500; row += 1) {
      await tx.run('insert into capacity_holder (id, movements) values (?, 0)', [
        `${prefix}-${row}`,
      ]);
    }
    await wait();
  });

await write('whole', () => Promise.resolve());
process.stdout.write('acknowledged\n');
await write('half', async () => {
  process.stdout.write('half\n');
  await pause(60_000);
});
