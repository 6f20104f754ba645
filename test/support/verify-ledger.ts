import { VerifyBookUseCase, type CheckVerdict } from '../../src/ledger/verify-book.use-case.js';
import { LedgerCheck } from '../../src/ledger/verification/ledger.check.js';
import { CollectedReport } from '../../src/platform/checks/collected-report.js';
import type { OpenedApp } from './open-app.js';

/** What the ledger's own check tells, without the other checks: it is asked a hundred times. */
export async function ledgerReport(app: OpenedApp): Promise<CollectedReport> {
  const report = new CollectedReport(() => undefined);
  await new LedgerCheck(app.engine, app.clock).run(app.reader, report);
  return report;
}

/** Whether the ledger's own check finds nothing. */
export async function isSound(app: OpenedApp): Promise<boolean> {
  return (await ledgerReport(app)).brokenCount === 0;
}

/** The findings of all checks, as people read them: "place: expected …, found …". */
export async function findingsOf(app: OpenedApp): Promise<readonly string[]> {
  const verdicts: readonly CheckVerdict[] = await app.get(VerifyBookUseCase).execute();
  return verdicts
    .flatMap(({ broken }) => broken)
    .map(({ place, expected, found }) => `${place}: ${expected}, ${found}`);
}
