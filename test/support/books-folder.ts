import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

/** Many times what a run keeps at once. */
const FREE_BYTES_MIN = 4 * 2 ** 30;

/**
 * A fresh folder for the books of a run: in memory where the machine has room, for a book waits for
 * the disk at each commit. A process that is killed loses nothing there either.
 */
export function booksFolder(): string {
  return openFolder(join(hasRoom() ? IN_MEMORY : tmpdir(), 'weiterleitungsbuch-'));
}

/** A fresh folder that the user of the PostgreSQL server can clear, when a run is broken off. */
export function openFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o777);
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(IN_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= FREE_BYTES_MIN;
}
