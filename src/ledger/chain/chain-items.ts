import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import { toWhole } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import {
  DIMENSION_COLUMNS,
  dimensionsOf,
  type DimensionColumns,
} from '../entries/assignment.rules.js';
import type { ItemKind } from '../tables/chain.entity.js';
import {
  assignmentText,
  CONTENT_FORMAT,
  entryText,
  type AssignmentText,
  type PostingContent,
} from './content.rules.js';
import { marksFor } from '../../platform/database/marks.js';

/** Something that has, or gets, a place in the chain. */
export interface ChainItem {
  readonly id: string;
  readonly kind: ItemKind;
}

type Source = Pick<Tx, 'all'>;

/** The canonical text of each item, by id, as the rows have it now; items without a row are left out. */
export async function contentsOf(
  source: Source,
  items: readonly ChainItem[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: ItemKind): string[] =>
    items.filter((item) => item.kind === kind).map(({ id }) => id);
  const contents = new Map<string, string>();
  await addEntries(source, idsOf('entry'), contents);
  await addAccounts(source, idsOf('account'), contents);
  await addClosings(source, idsOf('closing'), contents);
  return contents;
}

interface EntryColumns {
  readonly id: string;
  readonly format: number;
  readonly effective_on: PlainDate;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly actors: string;
  readonly command_key: string;
  readonly reverses: string | null;
}

interface PostingColumns extends DimensionColumns {
  readonly entry_id: string;
  readonly assignment_id: string;
  readonly account: string;
  readonly cents: string | number;
}

async function addEntries(
  source: Source,
  ids: readonly string[],
  contents: Map<string, string>,
): Promise<void> {
  if (ids.length === 0) return;
  const marks = marksFor(ids);
  const postings = await postingsOf(source, ids, marks);
  const entries = await source.all<EntryColumns>(
    `select id, format, effective_on, kind, subject, text, actors, command_key, reverses
     from ledger_entry where id in (${marks})`,
    ids,
  );
  for (const { effective_on: effectiveOn, command_key: commandKey, ...entry } of entries) {
    const parts = postings.get(entry.id) ?? [];
    contents.set(entry.id, entryText({ ...entry, effectiveOn, commandKey }, parts));
  }
}

async function postingsOf(
  source: Source,
  ids: readonly string[],
  marks: string,
): Promise<ReadonlyMap<string, readonly PostingContent[]>> {
  const rows = await source.all<PostingColumns>(
    `select p.entry_id, p.assignment_id, p.cents, a.account,
       ${DIMENSION_COLUMNS.map((column) => `a.${column}`).join(', ')}
     from ledger_posting p join ledger_assignment a on a.id = p.assignment_id
     where p.entry_id in (${marks}) order by p.entry_id, p.line`,
    ids,
  );
  const texts = new Map<string, AssignmentText>();
  const byEntry = new Map<string, PostingContent[]>();
  for (const { entry_id: entryId, assignment_id: id, cents, account, ...columns } of rows) {
    const assignment = texts.get(id) ?? assignmentText(account, dimensionsOf(columns));
    texts.set(id, assignment);
    const postings = byEntry.get(entryId);
    const posting = { assignment, cents: toWhole(cents) };
    if (postings === undefined) byEntry.set(entryId, [posting]);
    else postings.push(posting);
  }
  return byEntry;
}

async function addAccounts(
  source: Source,
  ids: readonly string[],
  contents: Map<string, string>,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await source.all<AccountColumns>(
    `select id, key, revision, name, kind, side, office_account, recorded_by, reason
     from ledger_account where id in (${marksFor(ids)})`,
    ids,
  );
  for (const row of rows) contents.set(row.id, accountText(row));
}

interface AccountColumns {
  readonly id: string;
  readonly key: string;
  readonly revision: number;
  readonly name: string;
  readonly kind: string;
  readonly side: string;
  readonly office_account: string;
  readonly recorded_by: string;
  readonly reason: string;
}

function accountText({ office_account, recorded_by: recordedBy, ...row }: AccountColumns): string {
  const officeAccount = office_account === '' ? undefined : office_account;
  return canonicalJson({
    ...{ type: 'account', format: CONTENT_FORMAT },
    ...{ ...row, officeAccount, recordedBy },
  });
}

async function addClosings(
  source: Source,
  ids: readonly string[],
  contents: Map<string, string>,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await source.all<ClosingColumns>(
    `select id, period, entries, recorded_by, reason
     from ledger_closing where id in (${marksFor(ids)})`,
    ids,
  );
  for (const { recorded_by: recordedBy, ...row } of rows) {
    const content = { type: 'closing', format: CONTENT_FORMAT, ...row, recordedBy };
    contents.set(row.id, canonicalJson(content));
  }
}

interface ClosingColumns {
  readonly id: string;
  readonly period: string;
  readonly entries: number;
  readonly recorded_by: string;
  readonly reason: string;
}
