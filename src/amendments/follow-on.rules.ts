import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { BookFacts, ProgrammeFigures } from '../positions/positions.js';
import type {
  ContractDefinition,
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import { NotFollowing } from './amendments.errors.js';
import { asIfSigned, changedFacts, withVersions } from './changed-facts.rules.js';
import { effectsOf } from './effects.rules.js';
import { isWorse } from './fit.rules.js';
import { beforeCause } from './flow-down.rules.js';
import { contractFollowOn, followedLines } from './follow-on-contract.rules.js';
import { positionFollowOns } from './follow-on-positions.rules.js';
import type { ContractFollowOn, FollowedLine, FollowOn } from './follow-on.types.js';
import { lineChange } from './term-changes.rules.js';

/** How a follow-on notice is looked at. */
export interface FollowOnScope {
  readonly on: PlainDate;
  readonly figuresOf: (year: number) => ProgrammeFigures;
  /** Contracts, posts and occupancies that do not go on. */
  readonly leaveOut: ReadonlySet<string>;
}

/**
 * What goes on under a follow-on notice: contracts, posts, occupancies, and whether it fits (R1).
 * @throws NotFollowing
 */
export function followOnOf(
  facts: BookFacts,
  notice: NoticeDefinition,
  { on, figuresOf, leaveOut }: FollowOnScope,
): FollowOn {
  const before = facts.notices.find(({ id }) => id === notice.follows);
  if (before === undefined) throw new NotFollowing({ notice: notice.id });
  const followed = pairsOf(facts, before, notice);
  const lastDayOf = (id: string) => facts.noticeLines.get(id)?.line.period.to;
  const reached = followedLines(facts, followed, lastDayOf);
  const contracts = facts.contracts.flatMap(
    (contract) => contractFollowOn(contract, notice, reached, leaveOut) ?? [],
  );
  const open = contracts.filter(({ state }) => state === 'open');
  const positions = positionFollowOns(facts, {
    ...{ reached, followed, leftOut: leaveOut, endOf: notice.period.to },
    contracts: new Set(open.map(({ contract }) => contract)),
  });
  const old = changedFacts(facts, {
    contracts: facts.contracts.map((contract) => beforeCause(contract, notice.id)),
  });
  const next = changedFacts(old, {
    contracts: contracts.flatMap((each) => followedContract(facts, notice.id, each)),
    positions: positions.filter(({ state }) => state === 'open').map(({ changed }) => changed),
  });
  const years = notice.lines.map(({ year }) => year);
  const effects = effectsOf(old, next, { years, on, figuresOf });
  return {
    notice: notice.id,
    title: notice.title,
    follows: before.id,
    period: notice.period,
    noticeLines: followed,
    ...{ contracts, positions, effects },
    fits: !effects.years.some(({ holders }) => holders.some(isWorse)),
  };
}

/** Each line of the notice before with the lines of the same component that go on from it. */
function pairsOf(
  facts: BookFacts,
  before: NoticeDefinition,
  notice: NoticeDefinition,
): readonly FollowedLine[] {
  const old = before.lines.map((line) => facts.noticeLines.get(line.id)?.line ?? line);
  const components = [...new Set(old.map(({ component }) => component))];
  return components.flatMap((component) => {
    const last = ofComponent(old, component).at(-1);
    const followers = ofComponent(notice.lines, component);
    const [first] = followers;
    if (last === undefined || first === undefined) return [];
    const told = followers.map(({ id, year }) => ({ noticeLine: id, year }));
    return [{ ...lineChange(last, first, first.period.from), followers: told }];
  });
}

function ofComponent(
  lines: readonly NoticeLineDefinition[],
  component: string,
): readonly NoticeLineDefinition[] {
  return lines
    .filter((line) => line.component === component)
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

/** The contract as it goes on: by the version that it has, or the one proposed. */
function followedContract(
  { contracts }: BookFacts,
  notice: string,
  { contract: id, proposed, versions }: ContractFollowOn,
): readonly ContractDefinition[] {
  const contract = contracts.find((known) => known.id === id);
  if (contract === undefined) return [];
  if (versions.length === 0) {
    return proposed.length === 0 ? [] : [withVersions(contract, proposed)];
  }
  const base = beforeCause(contract, notice);
  const caused = contract.versions
    .filter(({ cause }) => cause === notice)
    .map((version) => asIfSigned(contract, version));
  return [{ ...base, versions: [...base.versions, ...caused] }];
}
