import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../src/open-app.js';
import { readConfig } from '../src/platform/config/app-config.js';
import { ImportDefinitionsUseCase } from '../src/programmes/import-definitions.use-case.js';
import type { Definition, DefinitionFile } from '../src/programmes/definitions/definition.js';
import {
  generatedContract,
  generatedNotice,
  generatedPartners,
  generatedPositions,
} from './generated-book.js';
import { loadTimes } from './load.js';
import { percentile, report, round, timed } from './report.js';
import { signedIn } from '../test/support/signed-in.js';
import { startService } from './service.js';

export const CONTRACTS = 1000;
const PARTNERS = 40;
const YEAR = 2025;
const CLIENTS = 8;
const SECONDS = 8;

/** Makes a book of 1,000 contracts beside the example, and gives its address. */
export async function largeBook(): Promise<{ url: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const url = `sqlite:${join(folder, 'buch.sqlite')}`;
  const filled = await timed(async () => {
    const app = await openApp({ config: readConfig({ DATABASE_URL: url }) });
    await app.get(ImportDefinitionsUseCase).execute(generatedFiles(), 'system:bench');
    await app.close();
  });
  report({
    work: `import of ${CONTRACTS} contracts with ${CONTRACTS * 3} posts, in one transaction`,
    ...filled,
    unit: 'ms',
  });
  return {
    url,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** p50 and p99 of the Übersicht with 8 clients, beside a page without a figure. */
export async function benchOverview(databaseUrl: string): Promise<void> {
  const service = await startService(['dist/main.js'], { DATABASE_URL: databaseUrl }, '/impressum');
  try {
    const cookies = await signedIn(service.url);
    const overview = await timesOf(`${service.url}/?jahr=${YEAR}`, cookies);
    const bare = await timesOf(`${service.url}/impressum`);
    for (const [name, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const [value, yardstickValue] = [percentile(overview, share), percentile(bare, share)];
      report({
        work: `Übersicht, ${CONTRACTS} contracts, ${CLIENTS} clients, ${name}`,
        value: round(value),
        unit: 'ms',
        yardstick: 'a page without figures (/impressum)',
        yardstickValue: round(yardstickValue),
        ratio: round(value / yardstickValue),
        ...(name === 'p99' && { aim: '< 50 ms' }),
      });
    }
  } finally {
    await service.stop();
  }
}

async function timesOf(url: string, cookies = ''): Promise<number[]> {
  await loadTimes(url, 1, 1, cookies);
  return loadTimes(url, CLIENTS, SECONDS, cookies);
}

function generatedFiles(): DefinitionFile[] {
  const indexes = Array.from({ length: CONTRACTS }, (_, index) => index);
  const definitions: Definition[] = [
    { kind: 'partners', partners: generatedPartners(PARTNERS) },
    generatedNotice(YEAR, CONTRACTS),
    ...indexes.map((index) => generatedContract(index, PARTNERS, YEAR)),
    {
      kind: 'positions',
      positions: indexes.flatMap((index) => generatedPositions(index, PARTNERS, YEAR)),
    },
  ];
  return definitions.map((definition, index) => ({
    file: `generated-${index}.yaml`,
    sha256: '',
    definition,
    placeOf: (path) => ({ file: `generated-${index}.yaml`, line: 1, column: 1, path }),
  }));
}
