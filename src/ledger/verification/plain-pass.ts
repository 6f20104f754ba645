import type { Instant } from '../../domain/calendar/instant.js';
import type { Engine } from '../../platform/database/engine.js';
import type { Reader } from '../../platform/database/reader.js';
import { textHash } from '../chain/content.rules.js';
import { amountOf, isSummable, LINES } from './entry-reading.rules.js';
import { PLAIN_PAGE, partsOfPlain, plainLinksAfter, type PlainLink } from './plain-links.js';
import type { StoredAssignment } from './stored-assignments.js';
import { ASSIGNMENT_LENGTH, type StoredLink } from './stored-links.js';
import type { Tally } from './tally.js';
import { periodOf } from '../periods/closed-through.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';

/** The last link that was looked at. */
export type ChainHead = Pick<StoredLink, 'sequence' | 'recordedAt' | 'hash'>;

const INSTANT_LENGTH = '2026-03-02T12:00:00.000Z'.length;

/** What the pass over the chain does with the links that are in order. */
export interface PlainPassParts {
  readonly engine: Engine;
  readonly tally: Tally;
  /** An entry that takes another back: its id, and which link it is. */
  readonly takesBack: (id: string, sequence: number) => void;
  /** A page is looked at. */
  readonly pageEnds: (head: ChainHead) => Promise<void>;
}

/**
 * The quick way along the chain: each text is written by the database, hashed here and compared,
 * and the postings in it are added up. It tells nothing: at the first link that is not an entry,
 * or not in every way as it must be, it stands still, and the thorough way looks at that link.
 */
export class PlainPass {
  /** Of the entry that is looked at; the same lists for all, for there are a million. */
  private readonly moved: StoredAssignment[] = [];
  private readonly cents: number[] = [];
  private readonly reading = { moved: this.moved, cents: this.cents };
  private readonly months = new Map<string, string>();

  constructor(
    private readonly reader: Reader,
    private readonly parts: PlainPassParts,
  ) {}

  /**
   * @param closedThrough the last closed month so far; '' for none
   * @returns the last link that is in order
   */
  async walk(head: ChainHead, closedThrough: string): Promise<ChainHead> {
    let [last, links] = [head, await this.after(head.sequence)];
    for (;;) {
      const following = this.after(last.sequence + PLAIN_PAGE); // is read while these are hashed
      const started = last;
      for (const link of links) {
        const next = this.proven(link, last, closedThrough);
        if (next === undefined) break;
        last = next;
      }
      links = await following;
      if (last !== started) await this.parts.pageEnds(last);
      if (last.sequence < started.sequence + PLAIN_PAGE) return last;
    }
  }

  private after(sequence: number): Promise<readonly PlainLink[]> {
    return plainLinksAfter(this.reader, this.parts.engine, sequence);
  }

  /** Adds the link up. @returns where the chain stands then; undefined if anything stands out */
  private proven(link: PlainLink, last: ChainHead, closedThrough: string): ChainHead | undefined {
    const parts = partsOfPlain(link);
    if (parts === undefined) return undefined;
    const [before, posted, after, hash, id, day, kind, reverses, count] = parts;
    const place = placeAfter(last, after);
    const month = this.monthOf(day);
    if (place === undefined || month <= closedThrough) return undefined;
    const postings = this.textOf(posted);
    if (postings === undefined || this.moved.length !== Number(count)) return undefined;
    if (textHash(before + postings + after) !== hash) return undefined;
    const { tally, takesBack } = this.parts;
    tally.links += 1;
    tally.count({ id, kind }, this.reading, month);
    if (reverses === '') tally.move(id, this.reading, month, kind);
    else takesBack(id, last.sequence + 1);
    return { ...place, hash };
  }

  /**
   * The canonical text of the postings; what they move is in `reading` then.
   * @returns undefined if they are not numbered, not of the entry's day, or not balanced
   */
  private textOf(posted: string): string | undefined {
    const { moved, cents } = this;
    moved.length = cents.length = 0;
    let text = '';
    let [onBalance, offBalance] = [0, 0];
    for (let at = 0; at < posted.length;) {
      const comma = posted.indexOf(',', at);
      const end = comma < 0 ? posted.length : comma;
      const line = LINES[moved.length];
      const assignment = this.parts.tally.assignments.get(posted.slice(at, at + ASSIGNMENT_LENGTH));
      if (line === undefined || assignment === undefined) return undefined;
      if (!posted.startsWith(line, at + ASSIGNMENT_LENGTH)) return undefined;
      const amount = posted.slice(at + ASSIGNMENT_LENGTH + line.length, end);
      const moves = Number(amount);
      if (!isSummable(moves)) return undefined;
      text += (at === 0 ? '' : ',') + assignment.before + amountOf(amount) + assignment.after;
      moved.push(assignment);
      cents.push(moves);
      if (assignment.offBalance) offBalance += moves;
      else onBalance += moves;
      at = end + 1;
    }
    return moved.length >= 2 && onBalance === 0 && offBalance === 0 ? text : undefined;
  }

  /** One text per month, however many days are asked for. */
  private monthOf(day: string): string {
    let month = this.months.get(day);
    if (month === undefined) {
      month = periodOf(day as PlainDate);
      this.months.set(day, month);
    }
    return month;
  }
}

/** The place right after `last`, if the text says just that one and no earlier instant. */
function placeAfter(last: ChainHead, text: string): Omit<ChainHead, 'hash'> | undefined {
  const sequence = last.sequence + 1;
  const end = `","sequence":${sequence}}`;
  const previous = `"previousHash":"${last.hash}","recordedAt":"`;
  const at = text.length - end.length - INSTANT_LENGTH;
  if (!text.endsWith(end) || !text.startsWith(previous, at - previous.length)) return undefined;
  const recordedAt = text.slice(at, at + INSTANT_LENGTH) as Instant;
  return recordedAt < last.recordedAt ? undefined : { sequence, recordedAt };
}
