import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { Recorded } from '../platform/database/recorded.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import { readPositions } from './position.reading.js';
import { UnknownPosition } from './positions.errors.js';

export { PositionWriting } from './position-writing.js';
export { tellsOf } from './own-facts.rules.js';
export { bookFacts, linesUnder, positionsUnder } from './book-facts.js';
export type { AgreedLine, BookFacts, FactLists } from './book-facts.js';
export { entitlementOfLine, ownEntitlement } from './entitlement-book.rules.js';
export type { ProgrammeFigures } from './entitlement-book.rules.js';
export type { LineEntitlement, PostEntitlement } from './entitlement.types.js';
export { periodOf, stretchesOf, vacanciesOf } from './occupancy.rules.js';
export type { OccupancyOfPosition } from './occupancy-capacities.js';
export { moveFrom, readPlace } from './move-input.js';
export { occupancyFrom, occupancyRowsFrom, positionFrom } from './position-input.js';
export type { PositionMove } from './move-input.js';
export type { OccupancyRow, StatedOccupancy, StatedPosition } from './position-input.js';
export { readOccupancyPaste } from './occupancy-paste.js';
export type {
  CellError,
  OccupancyPaste,
  PasteColumn,
  PastedPost,
  PastedRow,
} from './occupancy-paste.js';
export { ORDER, PASTE_COLUMNS } from './paste-columns.rules.js';
export { correctedRange } from './paste-lines.js';
export type { CellCorrection } from './paste-lines.js';
export type { Outcome } from './outcome.js';
export type { Vacancy } from './occupancy.rules.js';
export { noticeLineOf, ownPostCost } from './own-post.rules.js';
export type { RatesOf } from './own-post.rules.js';
export { useOfLine, useOfNoticeLine } from './position-capacity.rules.js';

/** What later stages may ask about posts, inside their transaction or beside it. */
@Injectable()
export class Positions {
  /** The posts on a line, with who filled them. */
  onLine(
    source: RevisionSource,
    lineId: string,
    knownAt?: Instant,
  ): Promise<readonly Recorded<PositionDefinition>[]> {
    return readPositions(source, { knownAt, lines: [lineId] });
  }

  /** @throws UnknownPosition */
  async position(
    source: RevisionSource,
    id: string,
    knownAt?: Instant,
  ): Promise<Recorded<PositionDefinition>> {
    const [found] = await readPositions(source, { knownAt, ids: [id] });
    if (found === undefined) throw new UnknownPosition({ position: id });
    return found;
  }
}
