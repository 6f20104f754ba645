import { addDays, minDate, type Period } from '../../domain/calendar/plain-date.js';
import type {
  AllocationLineDefinition,
  ComponentDefinition,
  ContractDefinition,
  ContractVersionDefinition,
  NoticeLineDefinition,
} from './definition.js';
import { findingIn, joinPath, type Entries, type Entry } from './entries.js';
import type { Finding } from './finding.js';
import { groupBy } from './group-by.js';
import { didYouMean, listNames } from './nearest-name.js';

/** A notice line with the notice that it belongs to. */
export interface KnownNoticeLine extends Entry<NoticeLineDefinition> {
  readonly programme: string;
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
  readonly noticeLineById: ReadonlyMap<string, KnownNoticeLine>;
  /** One per version. */
  readonly lines: readonly KnownLine[];
  readonly linesById: ReadonlyMap<string, readonly KnownLine[]>;
}

export function knownThings(entries: Entries): KnownThings {
  const noticeLines = entries.notices.flatMap(noticeLinesOf);
  const lines = entries.contracts.flatMap(linesOf);
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
    noticeLineById: new Map(noticeLines.map((line) => [line.id, line])),
    lines,
    linesById: groupBy(lines, ({ id }) => id),
  };
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
    programme: notice.value.programme,
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

/** A version counts until its last day, or until the day before one with a higher number begins. */
function periodInForce(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): Period | undefined {
  const to = contract.versions
    .filter(({ number }) => number > version.number)
    .reduce((end, later) => minDate(end, addDays(later.inForceFrom, -1)), version.inForceTo);
  return to < version.inForceFrom ? undefined : { from: version.inForceFrom, to };
}
