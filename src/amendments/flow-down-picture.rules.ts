import { holderOf } from '../contracts/contracts.js';
import { yearOf, type PlainDate } from '../domain/calendar/plain-date.js';
import { yearsOf } from '../domain/calendar/period.js';
import type { BookFacts, ProgrammeFigures } from '../positions/positions.js';
import type { ContractDefinition, NoticeDefinition } from '../programmes/definitions/definition.js';
import { NotAmending } from './amendments.errors.js';
import { asIfSigned, changedFacts, withoutNotices, withVersions } from './changed-facts.rules.js';
import { effectsOf } from './effects.rules.js';
import { beforeCause, contractFlow, reachedLines } from './flow-down.rules.js';
import type {
  ContractFlow,
  FlowDown,
  FlowDownPicture,
  NoticeLineChange,
} from './flow-down.types.js';
import { noticeLineState, usersOf } from './holders.rules.js';
import { ownPostFlows, withNoticeRates } from './own-post-flow.rules.js';
import { noticeLineChanges } from './term-changes.rules.js';

/** What stood before a notice, what it says, and what that does to the contracts. */
interface Traced {
  readonly flow: FlowDown;
  readonly stood: BookFacts;
  readonly told: BookFacts;
}

/**
 * R10: what an amending notice means for everything below it, also when it was passed on already.
 * @throws NotAmending
 */
export function flowDownOf(
  facts: BookFacts,
  notice: NoticeDefinition,
  figuresOf: (year: number) => ProgrammeFigures,
): FlowDown {
  return traced(facts, notice, figuresOf).flow;
}

/** The same with old and new figures of each line, per year and to date. @throws NotAmending */
export function flowDownPicture(
  facts: BookFacts,
  notice: NoticeDefinition,
  {
    on,
    figuresOf,
  }: {
    readonly on: PlainDate;
    readonly figuresOf: (year: number) => ProgrammeFigures;
  },
): FlowDownPicture {
  const { flow, stood, told } = traced(facts, notice, figuresOf);
  const followed = new Map(
    flow.contracts.filter(({ state }) => state !== 'marked').map((each) => [each.contract, each]),
  );
  const contracts = facts.contracts.flatMap((contract) => {
    const each = followed.get(contract.id);
    return each ? [afterCause(contract, notice.id, each)] : [];
  });
  const before = changedFacts(stood, {
    contracts: facts.contracts.map((contract) => beforeCause(contract, notice.id)),
  });
  const after = changedFacts({ ...told, contracts: before.contracts }, { contracts });
  const effects = effectsOf(before, after, {
    years: yearsTouched(contracts, flow),
    on,
    figuresOf,
    figuresAfter: (year) => withNoticeRates(figuresOf(year), flow.noticeLines, notice),
  });
  return { ...flow, effects };
}

function traced(
  facts: BookFacts,
  notice: NoticeDefinition,
  figuresOf: (year: number) => ProgrammeFigures,
): Traced {
  const { amends } = notice;
  if (amends === undefined) throw new NotAmending({ notice: notice.id });
  const later = amendmentsOf(facts, notice.id);
  const told = later.size === 0 ? facts : withoutNotices(facts, later);
  const stood = withoutNotices(facts, new Set([notice.id, ...later]));
  const changes = noticeLineChanges(stood.noticeLines, notice);
  const users = usersOf(facts);
  const noticeLines = changes.map((change) => {
    const { ratesOf } = figuresOf(change.year);
    return { ...change, now: noticeLineState(users, change.noticeLine, ratesOf) };
  });
  const reached = reachedLines(facts, changes);
  const contracts = facts.contracts.flatMap(
    (contract) => contractFlow(contract, notice, reached) ?? [],
  );
  const flow: FlowDown = {
    notice: notice.id,
    title: notice.title,
    ...(notice.reference !== undefined && { reference: notice.reference }),
    ...(notice.issuedOn !== undefined && { issuedOn: notice.issuedOn }),
    amends,
    effectiveFrom: notice.effectiveFrom ?? notice.period.from,
    noticeLines,
    contracts,
    ownPosts: ownPostFlows(facts, changes, figuresOf),
    passedOn: isPassedOn(contracts) && noticeLines.every(({ now }) => now.shortages.length === 0),
  };
  return { flow, stood, told };
}

function isPassedOn(contracts: readonly ContractFlow[]): boolean {
  return contracts.every(({ state }) => state === 'effective' || state === 'marked');
}

/** Notices that amend this one, directly or by way of others. */
function amendmentsOf({ notices }: BookFacts, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const reached = new Set([id]);
  for (const known of reached) {
    for (const notice of notices) {
      if (notice.amends !== known || reached.has(notice.id)) continue;
      found.add(notice.id);
      reached.add(notice.id);
    }
  }
  return found;
}

/** The contract once it has followed: by the versions that it has, else by those proposed. */
function afterCause(
  contract: ContractDefinition,
  notice: string,
  { versions, proposed }: ContractFlow,
): ContractDefinition {
  const base = beforeCause(contract, notice);
  if (versions.length === 0) return withVersions(base, proposed);
  const caused = contract.versions
    .filter(({ cause }) => cause === notice)
    .map((version) => asIfSigned(contract, version));
  return { ...base, versions: [...base.versions, ...caused] };
}

/** The years of the notice lines, and those in which somebody pays under the new versions. */
function yearsTouched(
  contracts: readonly ContractDefinition[],
  { noticeLines, effectiveFrom }: FlowDown,
): readonly number[] {
  const years = contracts.flatMap(({ versions }) => {
    const last = versions.at(-1);
    const paid = new Set(
      (last?.lines ?? [])
        .flatMap(({ funding }) => funding)
        .filter((funding) => holderOf(funding) !== undefined)
        .map(({ year }) => year),
    );
    if (last === undefined || last.inForceTo < effectiveFrom) return [];
    return yearsOf({ from: effectiveFrom, to: last.inForceTo }).filter((year) => paid.has(year));
  });
  const granted = noticeLines.map(({ year }: NoticeLineChange) => year);
  return [...new Set([yearOf(effectiveFrom), ...granted, ...years])];
}
