import { Injectable } from '@nestjs/common';
import { acting } from '../identity/identity.js';
import { statementOf, type FactChange } from '../platform/database/fact-change.js';
import { Book } from '../platform/database/book.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { ensureReal } from '../programmes/fact-check.js';
import { ensureNoError } from './findings.js';
import { checkOccupancies, type PostedOccupancy } from './occupancy-check.js';
import { ownAmong } from './position-owners.js';
import { PositionWriting } from './position-writing.js';
import { Occupancy } from './position.entity.js';
import { OccupancyTaken } from './positions.errors.js';

/** What recording and correcting an occupancy share: hold it against the rules, then write it. */
@Injectable()
export class OccupancyKeeping {
  constructor(
    private readonly writing: PositionWriting,
    private readonly book: Book,
  ) {}

  /** An id names one occupancy in the whole book, and stays with its post. @throws OccupancyTaken */
  async ensureFree(tx: Tx, positionId: string, id: string): Promise<void> {
    const taken = (await takenIds(tx, [{ path: '', positionId, id }])).at(0);
    if (taken === undefined) return;
    throw new OccupancyTaken({ occupancy: id, position: positionId, other: taken.positionId });
  }

  /**
   * A new occupancy.
   * @param position the post, held, as it stands
   * @returns the warnings
   * @throws FactRefused by field, CapacityExceeded if somebody else was faster
   */
  async add(
    tx: Tx,
    change: FactChange,
    position: PositionDefinition,
    occupancy: OccupancyDefinition,
  ): Promise<readonly FactFinding[]> {
    const findings = await this.check(tx, position, occupancy);
    const stated = [{ positionId: position.id, occupancy }];
    await this.writing.addOccupancies(tx, stated, statementOf(change));
    return findings;
  }

  /** The next revision of an occupancy. @see add */
  async revise(
    tx: Tx,
    change: FactChange,
    position: PositionDefinition,
    occupancy: OccupancyDefinition,
  ): Promise<readonly FactFinding[]> {
    const findings = await this.check(tx, position, occupancy);
    await this.writing.recordOccupancy(tx, position.id, occupancy, statementOf(change));
    return findings;
  }

  private async check(
    tx: Tx,
    position: PositionDefinition,
    occupancy: OccupancyDefinition,
  ): Promise<readonly FactFinding[]> {
    ensureReal(this.book, occupancy);
    const stated: PostedOccupancy = { path: '', positionId: position.id, occupancy };
    const findings = await checkOccupancies(tx, new Map([[position.id, position]]), [stated]);
    ensureNoError(findings);
    return findings;
  }
}

interface WantedId {
  readonly path: string;
  readonly positionId: string;
  readonly id: string;
}

/** An id that nobody chose, and nobody guesses. */
const MADE_HERE = /^[0-9a-z]{26}(?:-\d+)?$/;

/**
 * Which of the ids somebody else has; of a post's own, one that was taken back is free again.
 * @returns with the post that has it; '' if that is not for whoever asks to know
 */
export async function takenIds(tx: Tx, wanted: readonly WantedId[]): Promise<readonly WantedId[]> {
  const ids = wanted.map(({ id }) => id);
  const rows = await latestRevisions(tx, Occupancy, { ids, withWithdrawn: true });
  const known = new Map(rows.map((row) => [row.id, row]));
  const holders = [...new Set(rows.map(({ positionId }) => positionId))];
  const own = new Set(await ownAmong(tx, holders));
  const { partner } = acting();
  return wanted.flatMap(({ path, id, positionId }) => {
    const row = known.get(id);
    // Of what is not named after their own post, partners' people are not told whether there is one.
    const isOwnName = id.startsWith(`${positionId}-`) || MADE_HERE.test(id);
    const isNamedElsewhere = partner !== undefined && !isOwnName;
    if (row === undefined && isNamedElsewhere) return [{ path, id, positionId: '' }];
    if (row === undefined || (row.withdrawn && row.positionId === positionId)) return [];
    return [{ path, id, positionId: own.has(row.positionId) ? row.positionId : '' }];
  });
}
