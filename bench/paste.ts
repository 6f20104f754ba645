import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../src/open-app.js';
import { readConfig } from '../src/platform/config/app-config.js';
import { bookFile } from '../src/programmes/definitions/book-file.js';
import type { PositionDefinition } from '../src/programmes/definitions/definition.js';
import { ImportDefinitionsUseCase } from '../src/programmes/import-definitions.use-case.js';
import { OccupancyRangeQueries } from '../src/positions/occupancy-range.queries.js';
import { RecordOccupanciesUseCase } from '../src/positions/record-occupancies.use-case.js';
import {
  generatedContract,
  generatedNotice,
  generatedPartners,
  generatedPositions,
} from './generated-book.js';
import { report, round } from './report.js';

const ROWS = 1000;
const CONTRACTS = 334;
const PARTNERS = 40;
const YEAR = 2025;
const SINGLES = 20;

/**
 * A range of 1,000 occupancies, pasted: looked at with its effect on every line, then entered.
 * The yardstick is the same range entered one occupancy at a time.
 */
export async function benchPaste(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const url = `sqlite:${join(folder, 'buch.sqlite')}`;
  const app = await openApp({ config: readConfig({ DATABASE_URL: url }) });
  try {
    const posts = vacantPosts();
    await app.get(ImportDefinitionsUseCase).execute(files(posts), 'system:bench');
    const ranges = app.get(OccupancyRangeQueries);
    const recording = app.get(RecordOccupanciesUseCase);
    const change = (key: string) => ({ by: 'system:bench', reason: 'Messung', key });

    const single = await singles(posts.slice(ROWS), async (text, index) => {
      const { rows } = await ranges.review(text);
      await recording.execute(change(`bench-single-${index}`), rows);
    });
    const text = rangeOf(posts.slice(0, ROWS));
    const first = await timeOf(() => ranges.review(text));
    const again = await timeOf(() => ranges.review(text));
    const { rows, effects } = await ranges.review(text);
    const entered = await timeOf(() => recording.execute(change('bench-range'), rows));
    const yardstick = {
      yardstick: `one occupancy, looked at and entered by itself, ${ROWS} times`,
      yardstickValue: round(single * ROWS, 0),
    };
    const told = (value: number) => ({
      ...{ value, unit: 'ms', ...yardstick },
      ratio: round(value / (single * ROWS), 3),
    });
    const work = `paste of ${ROWS} occupancies`;
    report({
      work: `${work}, looked at, ${effects.length} lines, the book read first`,
      ...told(first),
    });
    report({ work: `${work}, looked at again`, ...told(again), aim: '< 1000 ms' });
    report({ work: `${work}, entered`, ...told(entered), aim: '< 2000 ms' });
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
}

/** The mean time of one occupancy by itself. */
async function singles(
  posts: readonly PositionDefinition[],
  enter: (text: string, index: number) => Promise<void>,
): Promise<number> {
  const some = posts.slice(0, SINGLES);
  const whole = await timeOf(async () => {
    for (const [index, post] of some.entries()) await enter(rangeOf([post]), index);
  });
  return whole / some.length;
}

function rangeOf(posts: readonly PositionDefinition[]): string {
  const heads = ['Stelle', 'Kennung', 'von', 'bis', 'Anteil'];
  const lines = posts.map(({ label }) => [
    ...[label, `P-${label}`, `01.02.${YEAR}`, `31.12.${YEAR}`, '0,5'],
  ]);
  return [heads, ...lines].map((cells) => cells.join('\t')).join('\n');
}

function vacantPosts(): readonly PositionDefinition[] {
  return Array.from({ length: CONTRACTS + SINGLES }, (_, index) => index)
    .flatMap((index) => generatedPositions(index, PARTNERS, YEAR))
    .map((post) => ({ ...post, occupancies: [] }));
}

function files(positions: readonly PositionDefinition[]) {
  const count = CONTRACTS + SINGLES;
  return [
    bookFile({ kind: 'partners', partners: generatedPartners(PARTNERS) }),
    bookFile(generatedNotice(YEAR, count)),
    ...Array.from({ length: count }, (_, index) =>
      bookFile(generatedContract(index, PARTNERS, YEAR)),
    ),
    bookFile({ kind: 'positions', positions }),
  ];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return round(performance.now() - startedAt, 0);
}
