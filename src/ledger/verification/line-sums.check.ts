import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import { CHART, type AccountKey } from '../chart.js';
import { SIDES, type SummedLine } from '../entries/line-sums.js';
import { tellMover } from './movers.js';
import type { StoredAssignment } from './stored-assignments.js';
import type { Tally } from './tally.js';

/** A line and budget year with all assignments that name them. */
interface Line {
  readonly of: SummedLine['of'];
  readonly name: string;
  readonly assignments: StoredAssignment[];
}

/**
 * What always holds of a line and budget year (§ 4 of the ledger's design): sums stand on their own
 * side, `advances` and `payables` never both, what was ordered equals what became of it. And over
 * all: debit equals credit. Where entries by hand did it, it is told as a note: they may.
 */
export async function tellLineSums(
  reader: Reader,
  report: CheckReport,
  tally: Tally,
): Promise<number> {
  const lines = linesOf(tally);
  for (const line of lines) {
    await tellSides(reader, report, line);
    if (line.of === 'allocation-line') tellEquation(report, line);
  }
  tellTrialBalance(report, tally);
  return lines.length;
}

function linesOf({ assignments }: Tally): readonly Line[] {
  const lines = new Map<string, Line>();
  const add = (of: Line['of'], name: string, assignment: StoredAssignment): void => {
    const known = lines.get(`${of} ${name}`);
    if (known === undefined) lines.set(`${of} ${name}`, { of, name, assignments: [assignment] });
    else known.assignments.push(assignment);
  };
  for (const assignment of assignments.values()) {
    const { allocationLine, noticeLine, budgetYear } = assignment.dimensions;
    if (budgetYear === undefined) continue;
    if (allocationLine !== undefined) {
      add('allocation-line', `Vertragszeile ${allocationLine}, ${budgetYear}`, assignment);
    }
    if (noticeLine !== undefined && assignment.account in SIDES['notice-line']) {
      add('notice-line', `Bescheidzeile ${noticeLine}, ${budgetYear}`, assignment);
    }
  }
  return [...lines.values()];
}

async function tellSides(reader: Reader, report: CheckReport, line: Line): Promise<void> {
  for (const [account, side] of Object.entries(SIDES[line.of]) as [AccountKey, bigint][]) {
    const standing = sumOf(line, account);
    if (standing * Number(side) >= 0) continue;
    const expected = side > 0n ? 'nicht im Haben' : 'nicht im Soll';
    await tellSum(reader, report, line, [account], { expected, found: euro(standing) });
  }
  const [advances, payables] = [sumOf(line, 'advances'), sumOf(line, 'payables')];
  if (advances > 0 && payables < 0) {
    const found = `${euro(advances)} und ${euro(-payables)}`;
    const expected = 'nicht zugleich offen';
    await tellSum(reader, report, line, ['advances', 'payables'], { expected, found });
  }
}

async function tellSum(
  reader: Reader,
  report: CheckReport,
  line: Line,
  accounts: readonly AccountKey[],
  { expected, found }: { readonly expected: string; readonly found: string },
): Promise<void> {
  const place = `${line.name}: ${accounts.map((key) => CHART[key].name).join(' und ')}`;
  const moved = line.assignments.filter(({ account }) => accounts.includes(account));
  const byHand = moved.find((assignment) => assignment.byHand !== undefined)?.byHand;
  if (byHand === undefined) {
    const mover = await tellMover(
      reader,
      moved.map(({ id }) => id),
    );
    report.broken({ place, expected, found: `${found}${mover}` });
  } else {
    report.note(`${place}: ${found}, erwartet ${expected}; von Hand gebucht mit ${byHand}.`);
  }
}

function tellEquation(report: CheckReport, { name, assignments }: Line): void {
  const difference = assignments.reduce((sum, { equationCents }) => sum + equationCents, 0);
  if (difference === 0) return;
  report.broken({
    place: name,
    expected: 'angeordnet = abgerechnet − Verbindlichkeiten + Vorauszahlungen + zurückgefordert',
    found: `Differenz von ${euro(difference)}`,
  });
}

function tellTrialBalance(report: CheckReport, { assignments }: Tally): void {
  for (const off of [false, true]) {
    let total = 0;
    for (const assignment of assignments.values()) {
      if (assignment.offBalance === off) total += assignment.totalCents;
    }
    if (total === 0) continue;
    const place = off ? 'Summe der Merkkonten' : 'Summe der Bilanzkonten';
    report.broken({ place, expected: 'Soll gleich Haben', found: `Differenz von ${euro(total)}` });
  }
}

function sumOf({ assignments }: Line, account: AccountKey): number {
  return assignments
    .filter((assignment) => assignment.account === account)
    .reduce((sum, { totalCents }) => sum + totalCents, 0);
}

function euro(amount: number): string {
  return Number.isSafeInteger(amount) ? formatEuro(cents(BigInt(amount))) : `${amount} Cent`;
}
