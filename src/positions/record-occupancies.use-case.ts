import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { Book } from '../platform/database/book.js';
import { holdFacts } from '../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import { unrealFindings } from '../programmes/fact-check.js';
import { FactRefused } from '../programmes/programmes.errors.js';
import { checkOccupancies, type PostedOccupancy } from './occupancy-check.js';
import { ensureNoError, placed } from './findings.js';
import { takenIds } from './occupancy-keeping.js';
import { onceTold, type Outcome } from './outcome.js';
import type { OccupancyRow, StatedOccupancy } from './position-input.js';
import { PositionWriting } from './position-writing.js';
import { ownAmong } from './position-owners.js';
import { Position } from './position.entity.js';
import { readPositions } from './position.reading.js';

/** What came of a range: its own id, and those of the occupancies in the order of the rows. */
export interface RecordedOccupancies extends Outcome {
  readonly ids: readonly string[];
}

export const ROWS_MAX = 5000;

/** "Besetzungen in einem Zug eintragen": a pasted range, all of it or nothing. */
@Injectable()
export class RecordOccupanciesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: PositionWriting,
    private readonly ids: Ids,
    private readonly book: Book,
  ) {}

  /**
   * @param rows at most `ROWS_MAX`; findings are told at "rows[3].share"
   * @throws FactRefused with the findings of all rows, CapacityExceeded if somebody else was faster
   */
  async execute(change: FactChange, rows: readonly OccupancyRow[]): Promise<RecordedOccupancies> {
    const command = commandOf('record-occupancies', change, rows);
    const { id, warnings } = await onceTold(this.unitOfWork, command, (tx) =>
      this.record(tx, change, rows),
    );
    return { id, ids: rows.map((row, index) => idOf(id, row, index)), warnings };
  }

  /** The findings of all rows, mistakes and warnings, as `execute` would tell them; nothing is written. */
  rehearse(rows: readonly OccupancyRow[]): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse(async (tx) => {
      const { findings } = await this.check(tx, this.ids.newId().toLowerCase(), rows);
      return findings;
    });
  }

  /** @returns the id of the whole: those of the rows are made of it, so that a repetition knows them */
  private async record(
    tx: Tx,
    change: FactChange,
    rows: readonly OccupancyRow[],
  ): Promise<Outcome> {
    const id = this.ids.newId().toLowerCase();
    const { stated, findings } = await this.check(tx, id, rows);
    ensureNoError(findings);
    await this.writing.addOccupancies(tx, stated, statementOf(change));
    return { id, warnings: findings };
  }

  private async check(tx: Tx, id: string, rows: readonly OccupancyRow[]) {
    ensureCount(rows);
    const stated = rows.map(({ position, ...row }, index): PostedOccupancy => {
      const occupancy = { ...row, id: idOf(id, row, index) };
      return { path: `rows[${index}]`, positionId: position, occupancy };
    });
    const named = [...new Set(rows.map(({ position }) => position))];
    const wanted = await ownAmong(tx, named);
    await holdFacts(tx, Position, wanted);
    const read = await readPositions(tx, { ids: wanted });
    const positions = new Map(read.map(({ fact }) => [fact.id, fact]));
    const findings = [
      ...unknownPositions(positions, stated),
      ...(await takenFindings(tx, stated)),
      ...stated.flatMap(({ path, occupancy }) =>
        unrealFindings(this.book, occupancy).map((finding) => placed(path, finding)),
      ),
      ...(await checkOccupancies(tx, positions, stated)),
    ];
    return { stated, findings };
  }
}

function idOf(id: string, row: Pick<StatedOccupancy, 'id'>, index: number): string {
  return row.id ?? `${id}-${(index + 1).toString()}`;
}

/** @throws FactRefused */
function ensureCount({ length }: readonly OccupancyRow[]): void {
  if (length > 0 && length <= ROWS_MAX) return;
  const message = `Erwartet werden 1 bis ${ROWS_MAX.toLocaleString('de-DE')} Zeilen.`;
  throw new FactRefused([{ path: 'rows', message, severity: 'error' }]);
}

function unknownPositions(
  positions: ReadonlyMap<string, PositionDefinition>,
  stated: readonly PostedOccupancy[],
): readonly FactFinding[] {
  return stated
    .filter(({ positionId }) => !positions.has(positionId))
    .map(({ path, positionId }) => {
      const message = `Im Buch steht keine Stelle „${positionId}“.`;
      return { path: `${path}.position`, message, severity: 'error' };
    });
}

async function takenFindings(
  tx: Tx,
  stated: readonly PostedOccupancy[],
): Promise<readonly FactFinding[]> {
  const wanted = stated.map(({ path, positionId, occupancy: { id } }) => ({
    path,
    positionId,
    id,
  }));
  const first = new Map<string, string>();
  const twice = wanted.filter(({ path, id }) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, path);
    return earlier !== undefined;
  });
  return [
    ...twice.map(({ path, id }) => taken(path, `Die Kennung „${id}“ steht schon weiter oben.`)),
    ...(await takenIds(tx, wanted)).map(({ path, id, positionId }) =>
      taken(path, `Die Besetzung „${id}“ gibt es schon${at(positionId)}.`),
    ),
  ];
}

function taken(path: string, message: string): FactFinding {
  return { path: `${path}.id`, message, severity: 'error' };
}

function at(positionId: string): string {
  return positionId === '' ? '' : ` bei der Stelle „${positionId}“`;
}
