import { Injectable } from '@nestjs/common';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { groupBy } from '../platform/database/recorded.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import type { EntitlementEffect } from './entitlement-effect.rules.js';
import { withStated } from './occupancy-check.rules.js';
import { readOccupancyPaste, type OccupancyPaste } from './occupancy-paste.js';
import { OccupancyPreviewQueries } from './occupancy-preview.queries.js';
import { yearsConcerned } from './occupancy-preview.rules.js';
import { periodOf } from './occupancy.rules.js';
import type { OccupancyRow } from './position-input.js';
import { RecordOccupanciesUseCase } from './record-occupancies.use-case.js';

/** A pasted range as it would be taken in. */
export interface RangeReview {
  readonly paste: OccupancyPaste;
  /** Of the rows that could be read, by the row as the spreadsheet counts: "share". */
  readonly findings: ReadonlyMap<number, readonly FactFinding[]>;
  /** Nothing stands in the way of recording the whole. */
  readonly isFine: boolean;
  /** What would be recorded; empty as long as a cell cannot be read. */
  readonly rows: readonly OccupancyRow[];
  /** What the lines become entitled to; none as long as something is wrong. */
  readonly effects: readonly EntitlementEffect[];
}

/** An occupancy that a range brought, at its post. */
export interface EnteredOccupancy {
  readonly occupancy: OccupancyDefinition;
  readonly position: PositionDefinition;
}

/** "Besetzungen einfügen": what a pasted range says, and what it would do. */
@Injectable()
export class OccupancyRangeQueries {
  constructor(
    private readonly facts: BookFactsReader,
    private readonly previews: OccupancyPreviewQueries,
    private readonly range: RecordOccupanciesUseCase,
  ) {}

  /** Nothing is written. @throws FactRefused if there are more rows than `ROWS_MAX` */
  async review(text: string): Promise<RangeReview> {
    const facts = await this.facts.read();
    const paste = readOccupancyPaste(text, facts.positions);
    const readable = paste.rows.flatMap(({ row, occupancy }) =>
      occupancy ? [{ row, occupancy }] : [],
    );
    const rows = readable.map(({ occupancy }) => occupancy);
    const told = rows.length === 0 ? [] : await this.range.rehearse(rows);
    const findings = byRow(
      told,
      readable.map(({ row }) => row),
    );
    const isWrong = paste.errors.length > 0 || told.some(({ severity }) => severity === 'error');
    return {
      ...{ paste, findings, isFine: !isWrong },
      rows: paste.errors.length === 0 ? rows : [],
      effects: isWrong ? [] : this.effects(facts, rows),
    };
  }

  /** The occupancies that a range brought, in the order of its rows. @param id of the whole */
  async entered(id: string): Promise<readonly EnteredOccupancy[]> {
    const { positions } = await this.facts.read();
    const start = `${id}-`;
    const found = positions.flatMap((position) =>
      position.occupancies
        .filter((occupancy) => occupancy.id.startsWith(start))
        .map((occupancy) => ({ occupancy, position })),
    );
    const rowOf = ({ occupancy }: EnteredOccupancy): number =>
      Number(occupancy.id.slice(start.length));
    return found.toSorted((a, b) => rowOf(a) - rowOf(b));
  }

  private effects(facts: BookFacts, rows: readonly OccupancyRow[]): readonly EntitlementEffect[] {
    const stated = rows.map(({ position, ...row }, index) => {
      return { position, occupancy: { ...row, id: row.id ?? `neu-${index + 1}` } };
    });
    const byPost = groupBy(stated, ({ position }) => position);
    const before = facts.positions.filter(({ id }) => byPost.has(id));
    const changed = before.map((position) => withStated(position, byPost.get(position.id) ?? []));
    const years = changed.flatMap((position) => {
      const days = (byPost.get(position.id) ?? []).map(({ occupancy }) => periodOf(occupancy));
      return yearsConcerned(facts, [position], days);
    });
    return this.previews.effects(
      facts,
      changed,
      [...new Set(years)].toSorted((a, b) => a - b),
    );
  }
}

/** "rows[3].share" is "share" of the row that stands fourth among those that could be read. */
function byRow(findings: readonly FactFinding[], rows: readonly number[]): RangeReview['findings'] {
  const found = new Map<number, FactFinding[]>();
  for (const finding of findings) {
    const [whole = '', index] = /^rows\[(\d+)\]\.?/.exec(finding.path) ?? [];
    const row = rows[Number(index ?? NaN)];
    if (row === undefined) continue;
    const own = found.get(row) ?? [];
    own.push({ ...finding, path: finding.path.slice(whole.length) });
    found.set(row, own);
  }
  return found;
}
