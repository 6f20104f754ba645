import { canonicalJson } from '../platform/database/canonical-json.js';
import type { TakeOverDefinition } from '../programmes/definitions/definition.js';
import { takenLineRow, takenNoticeLineRow } from './take-over.mapping.js';

type LineRow = ReturnType<typeof takenLineRow>;
type NoticeLineRow = ReturnType<typeof takenNoticeLineRow>;

/** What a take-over says otherwise than before. */
export interface ChangedCases {
  readonly lines: readonly LineRow[];
  readonly noticeLines: readonly NoticeLineRow[];
  /** Cases whose entry is another one; the others keep their own. */
  readonly posted: ReadonlySet<string>;
  /** Cases that it no longer tells. */
  readonly gone: readonly { readonly id: string; readonly isNotice: boolean }[];
}

/** @param before absent: all of it is new */
export function changedCases(
  after: TakeOverDefinition,
  before: TakeOverDefinition | undefined,
): ChangedCases {
  const own = rowsOf(after);
  const known = before && rowsOf(before);
  const isMoved = before !== undefined && before.keyDate !== after.keyDate;
  const lines = changedRows(own.lines, known?.lines ?? [], isMoved);
  const noticeLines = changedRows(own.noticeLines, known?.noticeLines ?? [], isMoved);
  return {
    lines: lines.changed,
    noticeLines: noticeLines.changed,
    posted: new Set([...lines.posted, ...noticeLines.posted]),
    gone: [
      ...lines.gone.map((id) => ({ id, isNotice: false })),
      ...noticeLines.gone.map((id) => ({ id, isNotice: true })),
    ],
  };
}

function rowsOf({ id, lines, noticeLines }: TakeOverDefinition) {
  return {
    lines: lines.map((line, index) => takenLineRow(id, line, index)),
    noticeLines: noticeLines.map((line, index) => takenNoticeLineRow(id, line, index)),
  };
}

function changedRows<Row extends { readonly id: string; readonly ordinal: number }>(
  after: readonly Row[],
  before: readonly Row[],
  isMoved: boolean,
) {
  const known = new Map(before.map((row) => [row.id, row]));
  const told = new Set(after.map(({ id }) => id));
  const changed = after.filter((row) => isMoved || isOther(known.get(row.id), row));
  return {
    changed,
    posted: changed
      .filter((row) => isMoved || isOther(unplaced(known.get(row.id)), unplaced(row)))
      .map(({ id }) => id),
    gone: before.filter(({ id }) => !told.has(id)).map(({ id }) => id),
  };
}

/** What an entry rests on: neither its place in the list, nor a note, nor what the treasury says. */
function unplaced(row: object | undefined): object | undefined {
  return row && { ...row, ordinal: 0, note: null, example: null, treasuryBalanceCents: null };
}

function isOther(before: object | undefined, after: object | undefined): boolean {
  return (
    before === undefined || after === undefined || canonicalJson(before) !== canonicalJson(after)
  );
}
