import { cents } from '../src/domain/money/cents.js';
import { DraftAmendmentsUseCase } from '../src/amendments/draft-amendments.use-case.js';
import { FlowDownQueries } from '../src/amendments/flow-down.queries.js';
import { parsePlainDate as day } from '../src/domain/calendar/plain-date.js';
import { openApp } from '../src/open-app.js';
import { readConfig } from '../src/platform/config/app-config.js';
import { bookFile } from '../src/programmes/definitions/book-file.js';
import type { NoticeDefinition } from '../src/programmes/definitions/definition.js';
import { ImportDefinitionsUseCase } from '../src/programmes/import-definitions.use-case.js';
import { generatedNotice } from './generated-book.js';
import { report, round, timed } from './report.js';

const NOTICE = 'kim-2-gross-raise';
const YEAR = 2025;

/** A changed rate over a book of 1,000 contracts: the list with all figures, and the drafts. */
export async function benchChangedRate(databaseUrl: string, contracts: number): Promise<void> {
  const app = await openApp({ config: readConfig({ DATABASE_URL: databaseUrl }) });
  try {
    const files = [bookFile(raised(contracts))];
    const importing = app.get(ImportDefinitionsUseCase);
    const { value: imported } = await timed(() => importing.execute(files, 'system:bench'));
    const flows = app.get(FlowDownQueries);
    const asked = (on: string) => () => flows.flowDown(NOTICE, { on: day(on) });
    const first = await timed(asked(`${YEAR}-09-30`));
    const again = await timed(asked(`${YEAR}-10-31`));
    const change = { by: 'system:bench', reason: 'Messung', key: 'bench-raise' };
    const wanted = { notice: NOTICE };
    const drafted = await timed(() => app.get(DraftAmendmentsUseCase).execute(change, wanted));
    const work = `a changed rate over ${contracts} contracts`;
    const yardstick = (value: number) => ({
      yardstick: 'the changed notice read into the book as a file',
      yardstickValue: imported,
      ratio: round(value / imported),
    });
    report({
      work: `${work}, listed, the book read first`,
      ...first,
      ...yardstick(first.value),
      unit: 'ms',
    });
    const aims = { listed: '< 1000 ms', drafted: '< 10000 ms' };
    report({
      work: `${work}, listed as of another day`,
      ...again,
      ...yardstick(again.value),
      unit: 'ms',
      aim: aims.listed,
    });
    report({
      work: `${work}, drafted`,
      ...drafted,
      ...yardstick(drafted.value),
      unit: 'ms',
      aim: aims.drafted,
    });
  } finally {
    await app.close();
  }
}

/** 58,000 € instead of 57,000 € per VzÄ from July on. */
function raised(contracts: number): NoticeDefinition {
  const notice = generatedNotice(YEAR, contracts);
  const unitCents = cents(5_800_000n);
  return {
    ...notice,
    id: NOTICE,
    amends: notice.id,
    effectiveFrom: day(`${YEAR}-07-01`),
    lines: notice.lines.map((line) => {
      const amountCents = cents(unitCents * BigInt(line.fte / 10_000));
      return {
        ...line,
        amountCents,
        terms: line.terms.map((term) => ({ ...term, unitCents, amountCents })),
      };
    }),
  };
}
