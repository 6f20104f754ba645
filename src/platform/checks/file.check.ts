import { Worker } from 'node:worker_threads';
import type { Reader } from '../database/reader.js';
import type { BookCheck, CheckReport } from './book-check.js';
import type { FileFlaw } from './file-reading.js';

/** Whether the file in which a SQLite book lies is sound, page by page and value by value. */
export class FileCheck implements BookCheck {
  readonly name = 'Datei des Buchs';

  constructor(private readonly file: string) {}

  async run(_reader: Reader, report: CheckReport): Promise<string> {
    for (const { table, text } of await this.flaws()) {
      report.broken({
        place: table === '' ? 'Datei des Buchs' : `Tabelle ${table}`,
        expected: 'unversehrt',
        found: text,
      });
    }
    return 'alle Seiten, Indexe und Werte gelesen';
  }

  private flaws(): Promise<readonly FileFlaw[]> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./file-reading.worker.js', import.meta.url), {
        workerData: this.file,
      });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  }
}
