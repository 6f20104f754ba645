import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cents } from '../src/domain/money/cents.js';
import { FULL_TIME } from '../src/domain/proration/fte.js';
import { openApp } from '../src/open-app.js';
import { readConfig } from '../src/platform/config/app-config.js';
import type {
  ContractDefinition,
  Definition,
  DefinitionFile,
  NoticeDefinition,
  NoticeLineDefinition,
} from '../src/programmes/definitions/definition.js';
import { ImportDefinitionsUseCase } from '../src/programmes/import-definitions.use-case.js';
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

const ROWS = 10_000;
const PARTNERS = 40;
const YEAR = 2025;
const CLIENTS = 8;
const SECONDS = 5;
const AIMED_SHARE = 0.99;
const RATE = cents(5_700_000n);

const LISTS = ['bescheide', 'vertraege', 'zeilen', 'stellen', 'besetzungen', 'ansprueche'] as const;

/** What is asked of each list: never the same twice in a row, so that nothing is only kept. */
const QUESTIONS: readonly ((turn: number) => string)[] = [
  () => '',
  (turn) => `&seite=${1 + (turn % 200)}`,
  (turn) => `&suche=${turn % 997}`,
  (turn) => `&suche=stadt+${turn % PARTNERS}&seite=2`,
  (turn) => `&sortierung=vzae&richtung=ab&seite=${1 + (turn % 150)}`,
];

/**
 * Each list over a book in which it has 10,000 rows or more: the time of its pages, searches and
 * orders beside a page without figures, and of the whole list as a file.
 */
export async function benchLists(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const url = `sqlite:${join(folder, 'buch.sqlite')}`;
  try {
    const filled = await timed(() => fill(url));
    report({
      work: `import of ${ROWS} contracts, notice lines and posts`,
      ...filled,
      unit: 'ms',
      aim: '< 120000 ms',
    });
    const service = await startService(['dist/main.js'], { DATABASE_URL: url }, '/impressum');
    try {
      await measure(service.url);
    } finally {
      await service.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(url: string): Promise<void> {
  const cookies = await signedIn(url);
  await loadTimes(`${url}/impressum`, 1, 1);
  const bare = await loadTimes(`${url}/impressum`, CLIENTS, SECONDS);
  for (const list of LISTS) {
    const path = `${url}/${list}?jahr=${YEAR}`;
    reportTime(`${list}: first page after a start`, await timeOf(path, cookies), bare, 0.5);
    for (const question of QUESTIONS) await timeOf(path + question(1), cookies);
    const times = await loadTimes(
      (turn) => path + (QUESTIONS[turn % QUESTIONS.length]?.(turn) ?? ''),
      CLIENTS,
      SECONDS,
      cookies,
    );
    for (const [name, share] of [
      ['p50', 0.5],
      ['p99', AIMED_SHARE],
    ] as const) {
      reportTime(
        `${list}, ${ROWS} rows, ${CLIENTS} clients, ${name}`,
        percentile(times, share),
        bare,
        share,
      );
    }
    for (const format of ['xlsx', 'csv']) {
      reportTime(
        `${list} as ${format}`,
        await timeOf(`${path}&format=${format}`, cookies),
        bare,
        0.5,
      );
    }
  }
}

function reportTime(work: string, value: number, bare: readonly number[], share: number): void {
  const isAimedAt = share === AIMED_SHARE;
  const yardstickValue = percentile(bare, share);
  report({
    work,
    value: round(value),
    unit: 'ms',
    yardstick: 'a page without figures (/impressum)',
    yardstickValue: round(yardstickValue),
    ratio: round(value / yardstickValue),
    ...(isAimedAt && { aim: '< 300 ms' }),
  });
}

async function timeOf(url: string, cookie: string): Promise<number> {
  const askedAt = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
  return performance.now() - askedAt;
}

async function fill(url: string): Promise<void> {
  const app = await openApp({ config: readConfig({ DATABASE_URL: url }) });
  await app.get(ImportDefinitionsUseCase).execute(files(), 'system:bench');
  await app.close();
}

/** A contract, its line, a notice line, a post and two occupancies for each row. */
function files(): DefinitionFile[] {
  const indexes = Array.from({ length: ROWS }, (_, index) => index);
  const definitions: readonly Definition[] = [
    { kind: 'partners', partners: generatedPartners(PARTNERS) },
    noticeOf(indexes),
    ...indexes.map(contractOf),
    {
      kind: 'positions',
      positions: indexes.flatMap((index) => generatedPositions(index, PARTNERS, YEAR).slice(0, 1)),
    },
  ];
  return definitions.map((definition, index) => ({
    file: `generated-${index}.yaml`,
    sha256: '',
    definition,
    placeOf: (path) => ({ file: `generated-${index}.yaml`, line: 1, column: 1, path }),
  }));
}

const noticeLine = (index: number): string => `gross-bescheidzeile-${index}`;

function noticeOf(indexes: readonly number[]): NoticeDefinition {
  const notice = generatedNotice(YEAR, ROWS);
  const lines = notice.lines.flatMap((line) =>
    indexes.map((index): NoticeLineDefinition => ({
      ...line,
      id: noticeLine(index),
      fte: FULL_TIME,
      amountCents: RATE,
      terms: line.terms.map((term) => ({ ...term, quantity: '1', amountCents: RATE })),
    })),
  );
  return { ...notice, lines };
}

function contractOf(index: number): ContractDefinition {
  const contract = generatedContract(index, PARTNERS, YEAR);
  return {
    ...contract,
    versions: contract.versions.map((version) => ({
      ...version,
      lines: version.lines.map((line) => ({
        ...line,
        fte: FULL_TIME,
        ceilingCents: RATE,
        funding: [{ source: 'notice-line', year: YEAR, noticeLine: noticeLine(index) }],
      })),
    })),
  };
}
