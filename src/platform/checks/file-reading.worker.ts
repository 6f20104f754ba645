import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { fileFlaws } from './file-reading.js';

// A thread of its own: SQLite reads the whole file at once, and nobody else is to wait for it.
const handle = new Database(workerData as string, { readonly: true, fileMustExist: true });
try {
  parentPort?.postMessage(fileFlaws(handle));
} finally {
  handle.close();
}
