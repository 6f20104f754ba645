import { Injectable } from '@nestjs/common';
import { isPlainDate, lastOfMonth, type PlainDate } from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { AuditTrail } from '../../identity/identity.js';
import { Clock } from '../../platform/clock/clock.js';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { isShared } from '../../platform/database/typeorm-tx.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { chainAll } from '../chain/chain-pending.js';
import { WrittenContents } from '../chain/written-contents.js';
import { holdAll } from '../entries/line-sums.js';
import { PeriodAlreadyClosed, PeriodNotOver } from '../ledger.errors.js';
import { closedThrough } from './closed-through.js';

/**
 * "Abschluss": no entry takes effect in the month or before it any more. It waits for whoever is
 * posting there, and is itself a link of the chain: its hash covers everything before it.
 */
@Injectable()
export class ClosePeriodUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly written: WrittenContents,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param period the last month that is closed: `2025-03`
   * @returns the id of the closing
   * @throws InvalidField at `/period`, PeriodNotOver, PeriodAlreadyClosed
   */
  async execute(change: FactChange, period: string): Promise<string> {
    const lastDay = lastDayOf(period);
    return this.unitOfWork.once(commandOf('close-period', change, { period }), (tx) =>
      this.close(tx, change, lastDay),
    );
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, period: string): Promise<void> {
    const lastDay = lastDayOf(period);
    await this.unitOfWork.rehearse((tx) => this.close(tx, change, lastDay));
  }

  private async close(
    tx: Tx,
    { by, reason, key }: FactChange,
    lastDay: PlainDate,
  ): Promise<string> {
    const period = lastDay.slice(0, 7);
    const today = this.clock.today();
    if (lastDay >= today) throw new PeriodNotOver({ period, lastDay, today });
    await holdPeriods(tx, period);
    const closed = await closedThrough(tx);
    if (closed !== undefined && closed >= period) {
      throw new PeriodAlreadyClosed({ period, closedThrough: closed });
    }
    const id = this.ids.newId();
    await chainAll(tx, this.written); // what it closes has its place before it, whatever the ids are
    await tx.run(
      `insert into ledger_closing (period, id, entries, recorded_by, reason)
       values (?, ?, ?, ?, ?)`,
      [period, id, await entriesSince(tx, closed, lastDay), by, reason],
    );
    await chainAll(tx, this.written);
    this.audit.record(tx, {
      ...{ action: 'closed', object: { kind: 'closing', id: period } },
      ...{ by, reason, commandKey: key },
    });
    return id;
  }
}

/** @throws InvalidField at `/period` */
function lastDayOf(period: string): PlainDate {
  const first = `${period}-01`;
  if (!isPlainDate(first)) throw new InvalidField('choice', period, '/period');
  return lastOfMonth(first);
}

/** Waits for the entries that are under way in these months, and lets no other one begin. */
async function holdPeriods(tx: Tx, period: string): Promise<void> {
  await holdAll(tx, ['periods']);
  if (!isShared(tx)) return;
  await tx.all('select id from ledger_period where id <= ? order by id for update', [period]);
}

async function entriesSince(
  tx: Tx,
  closed: string | undefined,
  lastDay: PlainDate,
): Promise<number> {
  const after = closed === undefined ? '0001-01-01' : lastDayOf(closed);
  const [row] = await tx.all<{ n: string | number }>(
    'select count(*) as n from ledger_entry where effective_on > ? and effective_on <= ?',
    [after, lastDay],
  );
  return Number(row?.n ?? 0);
}
