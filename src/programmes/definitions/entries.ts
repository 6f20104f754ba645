import type {
  ContractDefinition,
  Definition,
  DefinitionFile,
  LawTableDefinition,
  NoticeDefinition,
  PartnerDefinition,
  PositionDefinition,
  ProgrammeDefinition,
  TakeOverDefinition,
} from './definition.js';
import { findingAt, type Finding, type Severity } from './finding.js';

/** A thing that definition files define, with the place where it stands. */
export interface Entry<T> {
  readonly id: string;
  readonly value: T;
  readonly file: DefinitionFile;
  /** Where the thing stands in its file: "" or "partners[3]". */
  readonly path: string;
}

/** All things of a set of files, by kind. */
export interface Entries {
  readonly programmes: readonly Entry<ProgrammeDefinition>[];
  readonly laws: readonly Entry<LawTableDefinition>[];
  readonly notices: readonly Entry<NoticeDefinition>[];
  readonly partners: readonly Entry<PartnerDefinition>[];
  readonly contracts: readonly Entry<ContractDefinition>[];
  readonly positions: readonly Entry<PositionDefinition>[];
  readonly takeOvers: readonly Entry<TakeOverDefinition>[];
}

export function entriesOf(files: readonly DefinitionFile[]): Entries {
  return {
    programmes: files.flatMap((file) => whole(file, 'programme', ({ id }) => id)),
    laws: files.flatMap((file) => whole(file, 'law', ({ table }) => table)),
    notices: files.flatMap((file) => whole(file, 'notice', ({ id }) => id)),
    contracts: files.flatMap((file) => whole(file, 'contract', ({ id }) => id)),
    takeOvers: files.flatMap((file) => whole(file, 'take-over', ({ id }) => id)),
    partners: files.flatMap((file) =>
      file.definition.kind === 'partners' ? listed(file, 'partners', file.definition.partners) : [],
    ),
    positions: files.flatMap((file) =>
      file.definition.kind === 'positions'
        ? listed(file, 'positions', file.definition.positions)
        : [],
    ),
  };
}

/** Lays things over others: what both have, `over` decides. */
export function layOver(below: Entries, over: Entries): Entries {
  const join = <T>(a: readonly Entry<T>[], b: readonly Entry<T>[]): readonly Entry<T>[] => {
    const replaced = new Set(b.map(({ id }) => id));
    return [...a.filter(({ id }) => !replaced.has(id)), ...b];
  };
  return {
    programmes: join(below.programmes, over.programmes),
    laws: join(below.laws, over.laws),
    notices: join(below.notices, over.notices),
    partners: join(below.partners, over.partners),
    contracts: join(below.contracts, over.contracts),
    positions: join(below.positions, over.positions),
    takeOvers: join(below.takeOvers, over.takeOvers),
  };
}

/**
 * Of several things that are too much together, the one at which it is told: the last that stands
 * in a file under check, so that whoever wrote it finds the place.
 */
export function lastToTell<T extends Pick<Entry<unknown>, 'file'>>(things: readonly T[]): T {
  const told = things.findLast(({ file }) => file.below !== true) ?? things.at(-1);
  if (told === undefined) throw new RangeError('nothing is too much');
  return told;
}

/** A finding at a path inside the thing. */
export function findingIn(
  { file, path }: Pick<Entry<unknown>, 'file' | 'path'>,
  inner: string,
  message: string,
  severity: Severity = 'error',
): Finding {
  return findingAt(file, joinPath(path, inner), message, severity);
}

/** "versions[0]" and "lines[1]" -> "versions[0].lines[1]". */
export function joinPath(outer: string, inner: string): string {
  return outer === '' || inner === '' ? outer + inner : `${outer}.${inner}`;
}

type Placed = Pick<Entry<unknown>, 'file' | 'path'>;

/** What stands in the book has no text of its own, and so no mark of it. */
function isInBook({ file }: Placed): boolean {
  return file.sha256 === '';
}

/** Where somebody finds the thing: "contracts/a.yaml:12", or "Buch (Vertrag kim-cities)". */
export function placeText(entry: Placed): string {
  const { file, path } = entry;
  return isInBook(entry) ? file.file : `${file.file}:${file.placeOf(path).line}`;
}

/** The same in a sentence: "in contracts/a.yaml:12", "im Buch (Vertrag kim-cities)". */
export function inPlace(entry: Placed): string {
  return `${isInBook(entry) ? 'im' : 'in'} ${placeText(entry)}`;
}

function whole<K extends Definition['kind']>(
  file: DefinitionFile,
  kind: K,
  idOf: (definition: Extract<Definition, { kind: K }>) => string,
): Entry<Extract<Definition, { kind: K }>>[] {
  if (file.definition.kind !== kind) return [];
  const value = file.definition as Extract<Definition, { kind: K }>;
  return [{ id: idOf(value), value, file, path: '' }];
}

function listed<T extends { readonly id: string }>(
  file: DefinitionFile,
  key: string,
  values: readonly T[],
): Entry<T>[] {
  return values.map((value, index) => ({ id: value.id, value, file, path: `${key}[${index}]` }));
}
