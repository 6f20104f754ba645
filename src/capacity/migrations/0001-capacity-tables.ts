import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { centsCheck, choiceCheck, dayCheck, instantCheck } from '../../platform/database/checks.js';
import { engineOf } from '../../platform/database/engine.js';
import { createTable } from '../../platform/database/tables.js';

const MOVEMENT = 'capacity_movement';

/**
 * A day on which the new use, with all that stands, is above the grant. Sums change on the first
 * day of a movement and on the day after its last: these days, and the first one, are looked at.
 */
const exceeded = (dayAfterLast: string): string => `
  select 1 from (
    select new.from_day as on_day
    union select from_day from capacity_movement
      where holder = new.holder and measure = new.measure
      and from_day > new.from_day and from_day <= new.to_day
    union select ${dayAfterLast} from capacity_movement
      where holder = new.holder and measure = new.measure
      and to_day >= new.from_day and to_day < new.to_day
  ) as days where 0 < new.delta + (
    select coalesce(sum(case when side = 'use' then delta else -delta end), 0)
    from capacity_movement
    where holder = new.holder and measure = new.measure
    and from_day <= days.on_day and to_day >= days.on_day
  )`;

const SQLITE = [
  `create trigger capacity_movement_within_grant before insert on capacity_movement
   when new.side = 'use' and new.delta > 0
   begin
     select raise(abort, 'capacity: exceeded') where exists (${exceeded(`date(to_day, '+1 day')`)});
   end`,
  `create trigger capacity_movement_counted after insert on capacity_movement
   begin
     update capacity_holder set movements = movements + 1 where id = new.holder;
   end`,
];

/** The holder's row is written first: who comes second waits, or at a higher isolation fails. */
const POSTGRES = [
  `create function capacity_within_grant() returns trigger language plpgsql as $$
   begin
     update capacity_holder set movements = movements + 1 where id = new.holder;
     if new.side = 'use' and new.delta > 0 and exists (${exceeded('to_day + 1')}) then
       raise exception 'capacity: exceeded'
         using errcode = '23514', constraint = 'capacity_movement_within_grant';
     end if;
     return new;
   end $$`,
  `create trigger capacity_movement_within_grant before insert on capacity_movement
   for each row execute function capacity_within_grant()`,
];

/** What is granted and used on which days, and that nobody uses more than there is. */
export class CapacityTables2026112100002 implements MigrationInterface {
  readonly name = 'CapacityTables2026112100002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'capacity_holder',
      columns: [`"id" varchar(96) NOT NULL`, `"movements" integer NOT NULL`],
      primaryKey: ['id'],
    });
    await createTable(runner, {
      name: MOVEMENT,
      columns: [
        `"id" varchar(26) NOT NULL`,
        `"holder" varchar(96) NOT NULL`,
        `"measure" varchar(8) NOT NULL`,
        `"side" varchar(8) NOT NULL`,
        `"subject" varchar(96) NOT NULL`,
        `"from_day" date NOT NULL`,
        `"to_day" date NOT NULL`,
        `"delta" bigint NOT NULL`,
        `"recorded_at" varchar(24) NOT NULL`,
        `"recorded_by" varchar(96) NOT NULL`,
      ],
      primaryKey: ['id'],
      checks: [
        choiceCheck(MOVEMENT, 'measure', ['fte', 'cents']),
        choiceCheck(MOVEMENT, 'side', ['grant', 'use']),
        dayCheck(MOVEMENT, 'from_day'),
        dayCheck(MOVEMENT, 'to_day'),
        centsCheck(MOVEMENT, 'delta'),
        instantCheck(MOVEMENT, 'recorded_at'),
        { name: 'ck_capacity_movement_period', expression: `"from_day" <= "to_day"` },
        { name: 'ck_capacity_movement_moves', expression: `"delta" <> 0` },
      ],
      foreignKeys: {
        fk_capacity_movement_holder: {
          columns: ['holder'],
          table: 'capacity_holder',
          references: ['id'],
        },
      },
      indexes: { ix_capacity_movement_holder: ['holder', 'measure', 'from_day', 'to_day'] },
    });
    await makeAppendOnly(runner, MOVEMENT);
    for (const text of engineOf(runner) === 'postgres' ? POSTGRES : SQLITE) {
      await runner.query(text);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
