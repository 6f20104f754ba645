import { addDays, minDate, type Period } from '../../domain/calendar/plain-date.js';
import { isDraft } from './version-draft.rules.js';
import type {
  AllocationLineDefinition,
  ComponentDefinition,
  ContractDefinition,
  ContractVersionDefinition,
  NoticeDefinition,
  NoticeLineDefinition,
} from './definition.js';
import { findingIn, joinPath, type Entries, type Entry } from './entries.js';
import type { Finding } from './finding.js';
import { groupBy } from './group-by.js';
import { didYouMean, listNames } from './nearest-name.js';

/** A notice line with the notice that it belongs to. */
export interface KnownNoticeLine extends Entry<NoticeLineDefinition> {
  readonly notice: NoticeDefinition;
}

/** An allocation line as one version has it, on the days on which that version counts. */
export interface KnownLine extends Entry<AllocationLineDefinition> {
  readonly contract: ContractDefinition;
  readonly version: ContractVersionDefinition;
  readonly versionPath: string;
  /** Absent if a later version begins before this one does. */
  readonly inForce?: Period;
}

/** What the files define, found by id: references are looked up here. */
export interface KnownThings extends Entries {
  readonly programmeIds: ReadonlySet<string>;
  readonly partnerIds: ReadonlySet<string>;
  readonly components: ReadonlyMap<string, { programme: string; value: ComponentDefinition }>;
  readonly noticeLines: readonly KnownNoticeLine[];
  /** As the last amending notice has it. */
  readonly noticeLineById: ReadonlyMap<string, KnownNoticeLine>;
  /** As each notice tells it, in the order of amendments: each counts from its effect on (R10). */
  readonly noticeLineTellings: ReadonlyMap<string, readonly KnownNoticeLine[]>;
  /** One per version. */
  readonly lines: readonly KnownLine[];
  readonly linesById: ReadonlyMap<string, readonly KnownLine[]>;
}

export function knownThings(entries: Entries): KnownThings {
  const noticeLines = entries.notices.flatMap(noticeLinesOf);
  const notices = new Map(entries.notices.map(({ id, value }) => [id, value]));
  const lines = entries.contracts.flatMap(linesOf);
  const inOrder = noticeLines.toSorted(
    (a, b) => amendments(a.notice, notices) - amendments(b.notice, notices),
  );
  return {
    ...entries,
    programmeIds: new Set(entries.programmes.map(({ id }) => id)),
    partnerIds: new Set(entries.partners.map(({ id }) => id)),
    components: new Map(
      entries.programmes.flatMap(({ id, value }) =>
        value.components.map((component) => [component.id, { programme: id, value: component }]),
      ),
    ),
    noticeLines,
    noticeLineById: new Map(inOrder.map((line) => [line.id, line])),
    noticeLineTellings: groupBy(inOrder, ({ id }) => id),
    lines,
    linesById: groupBy(lines, ({ id }) => id),
  };
}

/** The notices that a notice amends, the nearest first; a circle ends where it closes. */
export function amendedNotices(
  notice: NoticeDefinition,
  notices: ReadonlyMap<string, NoticeDefinition>,
): readonly NoticeDefinition[] {
  const chain: NoticeDefinition[] = [];
  for (let next = notices.get(notice.amends ?? ''); next; next = notices.get(next.amends ?? '')) {
    if (next === notice || chain.includes(next)) break;
    chain.push(next);
  }
  return chain;
}

function amendments(
  notice: NoticeDefinition,
  notices: ReadonlyMap<string, NoticeDefinition>,
): number {
  return amendedNotices(notice, notices).length;
}

/** Refuses a reference to something that nobody defines, and names what there is. */
export function unknownReference(
  entry: Pick<Entry<unknown>, 'file' | 'path'>,
  path: string,
  what: string,
  written: string,
  known: Iterable<string>,
): Finding {
  const names = [...known];
  const list = names.length === 0 ? 'es ist keiner bekannt' : listNames(names);
  const message = `${what} „${written}“ ist nicht bekannt.${didYouMean(written, names)} Bekannt: ${list}.`;
  return findingIn(entry, path, message);
}

function noticeLinesOf(notice: Entries['notices'][number]): KnownNoticeLine[] {
  return notice.value.lines.map((value, index) => ({
    id: value.id,
    value,
    file: notice.file,
    path: `lines[${index}]`,
    notice: notice.value,
  }));
}

function linesOf({ value: contract, file, path }: Entry<ContractDefinition>): KnownLine[] {
  return contract.versions.flatMap((version, index) => {
    const versionPath = joinPath(path, `versions[${index}]`);
    const inForce = periodInForce(contract, version);
    return version.lines.map((value, at) => ({
      id: value.id,
      value,
      file,
      path: `${versionPath}.lines[${at}]`,
      contract,
      version,
      versionPath,
      ...(inForce && { inForce }),
    }));
  });
}

/**
 * A version counts until its last day, or until the day before one with a higher number begins; a
 * draft that went out to nobody does not count yet, and a notice of termination ends them all.
 */
function periodInForce(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): Period | undefined {
  if (isDraft(version)) return undefined;
  const last = minDate(version.inForceTo, contract.termination?.endsOn ?? version.inForceTo);
  const to = contract.versions
    .filter((other) => other.number > version.number && !isDraft(other))
    .reduce((end, later) => minDate(end, addDays(later.inForceFrom, -1)), last);
  return to < version.inForceFrom ? undefined : { from: version.inForceFrom, to };
}
