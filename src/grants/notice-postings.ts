import { Injectable } from '@nestjs/common';
import {
  enterDrafted,
  holdIdOf,
  Ledger,
  Standing,
  type AccountKey,
  type AccountSum,
  type EnteredBy,
  type EntryKind,
} from '../ledger/ledger.js';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import {
  CLAIMED,
  NOTICE_KINDS,
  noticeEntries,
  noticeSteps,
  tellingsOf,
  type NoticeCause,
  type WantedGrant,
} from './notice-postings.rules.js';
import { readGrantedLines } from './notice.reading.js';
import { noticeEntryText } from './notice-entry-text.rules.js';
import { effectOf, type GrantedLine } from './notice.rules.js';

const OWN: readonly EntryKind[] = NOTICE_KINDS;

/** The accounts that notices move. */
const ACCOUNTS: readonly AccountKey[] = ['earmarked', 'refund-expense', ...CLAIMED];

/** Enters in the ledger what notice lines grant: always the difference to what was entered before. */
@Injectable()
export class NoticePostings {
  /** Lines of files that are being read; entered when all of them are. */
  private readonly waiting = new WeakMap<Tx, Set<string>>();

  constructor(private readonly ledger: Ledger) {}

  /**
   * Called in the transaction that changed the notice.
   * @param granted the lines as they count now
   */
  async follow(
    tx: Tx,
    lineIds: readonly string[],
    granted: ReadonlyMap<string, GrantedLine>,
    who: EnteredBy,
    cause?: NoticeCause,
  ): Promise<void> {
    const wanted = lineIds.map((lineId): WantedGrant => {
      const line = granted.get(lineId);
      return { lineId, ...(line && { granted: line }) };
    });
    await this.ledger.hold(tx, holdsOf(wanted, cause));
    if (cause !== undefined) await this.move(tx, cause, who);
    const standing = await this.standingOf(tx, lineIds);
    const steps = noticeSteps(wanted, standing, cause);
    const entries = steps.flatMap((step) => noticeEntries(step, standing));
    await enterDrafted(this.ledger, tx, entries, who);
  }

  /** Puts lines off until all files of an import are read: an amendment may come before its notice. */
  wait(tx: Tx, lineIds: readonly string[]): void {
    this.waiting.set(tx, new Set([...(this.waiting.get(tx) ?? []), ...lineIds]));
  }

  /** Enters what was put off. */
  async followWaiting(tx: Tx, who: EnteredBy): Promise<void> {
    const lineIds = [...(this.waiting.get(tx) ?? [])].toSorted();
    this.waiting.delete(tx);
    await this.follow(tx, lineIds, await readGrantedLines(tx, lineIds), who);
  }

  /** A notice that takes effect on another day: what it has posted is reversed and posted then. */
  private async move(tx: Tx, { notice, effectBefore }: NoticeCause, who: EnteredBy): Promise<void> {
    if (effectBefore === undefined || effectBefore === effectOf(notice)) return;
    const head = { actors: { entered: who.by }, commandKey: who.key };
    const effectiveOn = await this.ledger.openDay(tx, effectOf(notice));
    const entries = await this.ledger.entriesOf(tx, `notice:${notice.id}`);
    const corrected = noticeEntryText(notice, 'corrected', 'notice');
    const text = `${corrected}: wirksam ab ${formatGermanDay(effectOf(notice))}`;
    for (const { id, ...entry } of entries) {
      const back = await this.ledger.openDay(tx, entry.effectiveOn);
      if (!OWN.includes(entry.kind) || back === effectiveOn) continue;
      await this.ledger.reverse(tx, { ...head, entry: id, effectiveOn: back, text });
      await this.ledger.append(tx, { ...entry, ...head, effectiveOn });
    }
  }

  private async standingOf(tx: Tx, lineIds: readonly string[]): Promise<Standing> {
    const all: AccountSum[] = [];
    const own: AccountSum[] = [];
    for (const noticeLine of lineIds) {
      all.push(...(await this.ledger.sums(tx, { accounts: ACCOUNTS, noticeLine })));
      own.push(
        ...(await this.ledger.sums(tx, { accounts: ACCOUNTS, noticeLine, kinds: NOTICE_KINDS })),
      );
    }
    return new Standing({ all, own });
  }
}

/** The lines in all years that they may be booked in. */
function holdsOf(wanted: readonly WantedGrant[], cause: NoticeCause | undefined): string[] {
  const ids = new Set(wanted.map(({ lineId }) => lineId));
  const told = wanted.flatMap(({ granted }) => (granted ? tellingsOf(granted) : []));
  return [...told.map(({ line }) => line), ...(cause?.notice.lines ?? [])]
    .filter(({ id }) => ids.has(id))
    .map(({ id, year }) => holdIdOf({ of: 'notice-line', line: id, budgetYear: year }));
}
