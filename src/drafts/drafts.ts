import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { toJson } from '../domain/errors/domain-error.js';
import { ObjectOwners } from '../identity/access/object-owners.js';
import { acting, type Actor } from '../identity/identity.js';
import { Reader } from '../platform/database/reader.js';
import { lockingClause } from '../platform/database/typeorm-tx.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { DraftRow } from './draft.entity.js';
import { changedPaths, filledTexts, savedMeanwhile } from './draft.rules.js';
import { DraftStale, UnknownDraft } from './drafts.errors.js';

/** By path, exactly as typed. */
export type DraftTexts = Readonly<Record<string, string>>;

/** "Entwurf": what somebody has typed and not yet entered. */
export type Draft = Readonly<DraftRow>;

/** What a draft starts from. */
export interface DraftBeginning {
  readonly kind: string;
  readonly subject: string | null;
  readonly baseRevision: number | null;
  readonly texts: DraftTexts;
  readonly step: string;
}

/** A save of some texts; the others stay as they are. */
export interface DraftSaving {
  readonly id: string;
  /** The revision of the draft that the page showed. */
  readonly seen: number;
  readonly step: string;
  readonly texts: DraftTexts;
  /** Changes the texts further, once they are merged: an entry more, an entry less. */
  readonly reshape?: (texts: DraftTexts) => DraftTexts;
  /** The fact has changed: from now on the draft counts from this state of it. */
  readonly base?: { readonly revision: number | null; readonly texts: DraftTexts };
}

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Drafts: working memory that survives a closed window. Saves are optimistic: whoever saves says which
 * revision of the draft they saw. A draft belongs to the side of who began it, the office or a partner's
 * organisation: colleagues go on with it, to everybody else it does not exist.
 */
@Injectable()
export class Drafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly ids: Ids,
    owners: ObjectOwners,
  ) {
    owners.register('draft', (id) => this.ownersOf(id));
  }

  /** @returns the id of the new draft; later also the key of the command that enters it */
  async begin(actor: Actor, { texts, ...beginning }: DraftBeginning): Promise<string> {
    const id = this.ids.newId();
    await this.unitOfWork.note(async (tx) => {
      const mark = { createdAt: tx.at, createdBy: actor.ref, savedAt: tx.at, savedBy: actor.ref };
      const content = { base: texts, texts, changed: {}, revision: 1, outcome: null };
      const partnerId = acting().partner ?? null;
      await tx.repository(DraftRow).insert({ id, ...beginning, ...content, partnerId, ...mark });
    });
    return id;
  }

  /**
   * @returns the draft as it is now; its revision stays if nothing has changed
   * @throws UnknownDraft, DraftStale
   */
  async save(actor: Actor, saving: DraftSaving): Promise<Draft> {
    return this.unitOfWork.note(async (tx) => {
      const before = await this.locked(tx, saving.id);
      const theirs = savedMeanwhile(before, saving.texts, saving.seen);
      if (Object.keys(theirs).length > 0) {
        const facts = { draft: before.id, expected: saving.seen, current: before.revision };
        throw new DraftStale(facts, theirs);
      }
      const merged = { ...before.texts, ...filledTexts(before.texts, saving.texts) };
      const texts = saving.reshape?.(merged) ?? merged;
      const paths = changedPaths(before.texts, texts);
      const isSame = paths.length === 0 && saving.step === before.step && !saving.base;
      return isSame ? before : this.write(tx, actor, before, { ...saving, texts }, paths);
    });
  }

  /** Throws a draft away; one that is gone already is no mistake. */
  async discard(id: string): Promise<void> {
    await this.unitOfWork.note(async (tx) => {
      await tx.repository(DraftRow).delete({ id, outcome: IsNull(), ...ownSide() });
    });
  }

  /** The draft was entered: what came of it stays for a month, the texts go. */
  async finish(id: string, outcome: Readonly<Record<string, unknown>>): Promise<void> {
    await this.unitOfWork.note(async (tx) => {
      await tx.run(`update draft set outcome = ?, base = '{}', texts = '{}' where id = ?`, [
        toJson(outcome),
        id,
      ]);
      const before = new Date(Date.parse(tx.at) - KEPT_DAYS * DAY_MS).toISOString();
      await tx.run('delete from draft where outcome is not null and saved_at < ?', [before]);
    });
  }

  /** @throws UnknownDraft */
  async draft(id: string): Promise<Draft> {
    const row = await this.reader.repository(DraftRow).findOne({ where: { id, ...ownSide() } });
    if (row === null) throw new UnknownDraft({ draft: id });
    return row;
  }

  /**
   * Drafts of the own side that are not entered, those saved last first; of one form and fact, or all.
   * @param of `subject: null` for drafts of something new
   */
  async open(
    of: { readonly kind?: string; readonly subject?: string | null } = {},
  ): Promise<readonly Draft[]> {
    const { subject, ...form } = of;
    return this.reader.repository(DraftRow).find({
      where: {
        ...form,
        ...(subject !== undefined && { subject: subject ?? IsNull() }),
        outcome: IsNull(),
        ...ownSide(),
      },
      order: { savedAt: 'DESC', id: 'DESC' },
    });
  }

  /** How many drafts of the own side are not entered. */
  countOpen(): Promise<number> {
    return this.reader.repository(DraftRow).count({ where: { outcome: IsNull(), ...ownSide() } });
  }

  /** None where the draft is the office's. */
  private async ownersOf(id: string): Promise<readonly string[]> {
    const rows = await this.reader.all<{ partnerId: string | null }>(
      'select partner_id as "partnerId" from draft where id = ?',
      [id],
    );
    return rows.flatMap(({ partnerId }) => partnerId ?? []);
  }

  private async locked(tx: Tx, id: string): Promise<Draft> {
    await tx.run(`select id from draft where id = ?${lockingClause(tx)}`, [id]);
    const row = await tx
      .repository(DraftRow)
      .findOne({ where: { id, outcome: IsNull(), ...ownSide() } });
    if (row === null) throw new UnknownDraft({ draft: id });
    return row;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    before: Draft,
    { texts, step, base }: Pick<DraftSaving, 'texts' | 'step' | 'base'>,
    paths: readonly string[],
  ): Promise<Draft> {
    const revision = before.revision + 1;
    const changed = {
      ...before.changed,
      ...Object.fromEntries(paths.map((path) => [path, revision])),
    };
    const written = {
      ...{ texts, step, changed, revision, savedAt: tx.at, savedBy: actor.ref },
      ...(base && { base: base.texts, baseRevision: base.revision }),
    };
    await tx.repository(DraftRow).update({ id: before.id, revision: before.revision }, written);
    return { ...before, ...written };
  }
}

/** Which drafts whoever asks may see: the office's, or those of their organisation. */
function ownSide() {
  return { partnerId: acting().partner ?? IsNull() };
}
