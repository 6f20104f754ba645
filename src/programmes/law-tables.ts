import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { LAW_TABLES, type LawRow, type LawTableName } from './definitions/definition.js';
import { PUBLISHED_UNTIL } from './release.rules.js';
import { releasedValues, type RowSource } from './released-rows.js';

/** "Rechtstabellen": dated rows of law with their clause, filled from the released rows. */
@Injectable()
export class LawTables {
  private rows = new Map<LawTableName, readonly LawRow[]>();
  private published = new Map<LawTableName, PlainDate>();

  /** Reads the released rows anew; called at the start, and whenever rows were added. */
  async reload(source: RowSource): Promise<void> {
    const rows = new Map<LawTableName, readonly LawRow[]>();
    for (const table of LAW_TABLES) {
      const values = await releasedValues<LawRow>(source, table);
      rows.set(
        table,
        values.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
      );
    }
    const limits = await releasedValues<{ table: LawTableName; publishedUntil: PlainDate }>(
      source,
      PUBLISHED_UNTIL,
    );
    this.rows = rows;
    this.published = new Map(limits.map(({ table, publishedUntil }) => [table, publishedUntil]));
  }

  /** Percent a year, by day (§ 247 BGB). */
  baseRates(): readonly LawRow[] {
    return this.of('base-rate');
  }

  /** Points above the base rate; the key is the legal basis (R21). */
  margins(): readonly LawRow[] {
    return this.of('interest-margin');
  }

  /** Holidays that there were once; the key is the name, `validFrom` the day (R16). */
  oneOffHolidays(): readonly LawRow[] {
    return this.of('one-off-holiday');
  }

  /** Euros (R27). */
  smallAmounts(): readonly LawRow[] {
    return this.of('small-amount');
  }

  /** Years (R41). */
  retention(): readonly LawRow[] {
    return this.of('retention');
  }

  /** The last day that a table says anything about; undefined: no end is known. */
  publishedUntil(table: LawTableName): PlainDate | undefined {
    return this.published.get(table);
  }

  private of(table: LawTableName): readonly LawRow[] {
    return this.rows.get(table) ?? [];
  }
}
