import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { HeldFormGone } from '../identity.errors.js';
import { HeldFormRow } from './held-form.entity.js';

export type { HeldField, HeldFile } from './held-form.entity.js';

/** What somebody filled in and could not send. */
export type HeldForm = Readonly<HeldFormRow>;

const DAY_MS = 86_400_000;
const PER_PERSON_MOST = 20;

/** Forms that came after the session's end: kept for a day, for their author only. */
@Injectable()
export class HeldForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Keeps a form; of many the oldest make room. @returns its id */
  async hold(form: Omit<HeldForm, 'id' | 'heldAt'>): Promise<string> {
    const id = this.ids.newId();
    await this.unitOfWork.note(async (tx) => {
      await tx.repository(HeldFormRow).insert({ ...form, id, heldAt: tx.at });
      await tx.run(
        `delete from held_form where person_id = ? and id not in
         (select id from held_form where person_id = ? order by held_at desc, id desc limit ${PER_PERSON_MOST})`,
        [form.personId, form.personId],
      );
    });
    return id;
  }

  /** @throws HeldFormGone unknown, too old, or somebody else's: told in the same words */
  async held(id: string, personId: string): Promise<HeldForm> {
    const form = await this.reader.repository(HeldFormRow).findOne({ where: { id, personId } });
    if (form === null || form.heldAt <= this.dayAgo()) throw new HeldFormGone({});
    return form;
  }

  /** The form was sent again, or its author has no use for it. */
  async drop(id: string, personId: string): Promise<void> {
    await this.unitOfWork.note((tx) =>
      tx.run('delete from held_form where id = ? and person_id = ?', [id, personId]),
    );
  }

  /** What nobody came back for within a day is deleted. */
  async forgetOld(): Promise<void> {
    await this.unitOfWork.note((tx) =>
      tx.run('delete from held_form where held_at <= ?', [this.dayAgo()]),
    );
  }

  private dayAgo(): string {
    return new Date(Date.parse(this.clock.now()) - DAY_MS).toISOString();
  }
}
