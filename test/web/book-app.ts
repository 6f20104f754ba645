import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApp } from '../../src/open-app.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig } from '../../src/platform/config/app-config.js';
import { ask, lacking } from './web-app.js';

/** The shipped book behind the whole product, on a day of its own. */
export interface BookApp {
  readonly app: NestFastifyApplication;
  /** A page's text without markup; fails if it is no page, or prints what its view lacks. */
  read(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the example book of the contracts folder in a new SQLite file, on 21.11.2026. */
export async function openBookApp(): Promise<BookApp> {
  const built = spawnSync(process.execPath, ['scripts/build-assets.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the assets could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'book-app-'));
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'book.sqlite')}` });
  const app = await openApp({ config, clock: new FixedClock('2026-11-21T09:00:00.000Z') });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    read: async (path) => {
      const { status, body } = await ask(app, path);
      expect([path, status, lacking(body)]).toEqual([path, 200, undefined]);
      expect(body.match(/<h1/g)).toHaveLength(1);
      return textOf(body);
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a reader sees: tags gone, entities and no-break spaces as plain text. */
function textOf(html: string): string {
  return html
    .replace(/<(style|script|title|desc)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/[\s\u00a0]+/g, ' ');
}
