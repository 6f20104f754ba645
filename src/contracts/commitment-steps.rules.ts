import { formatGermanDay, maxDate, type PlainDate } from '../domain/calendar/plain-date.js';
import type { DraftedEntry, LineScope, Standing } from '../ledger/ledger.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { commitmentPostings, commitmentsOf } from './commitment-postings.rules.js';
import { isEffective, partiesOf } from './version.rules.js';

/** A contract as it stands now, and as it stood; absent: nothing of it was in force. */
export interface CommitmentChange {
  readonly after: ContractDefinition;
  readonly before: ContractDefinition | undefined;
}

/** A contract as one event leaves it: a version that took effect, a termination. */
export interface CommitmentStep {
  readonly contract: ContractDefinition;
  readonly subject: string;
  readonly effectiveOn: PlainDate;
  readonly text: string;
}

/** Whether no version of the contract was in force before. */
export function isFresh({ before }: CommitmentChange): boolean {
  return before === undefined || effectiveIn(before).length === 0;
}

/**
 * What happened between two states of a contract, each event by itself: the versions that took
 * effect, in the order of their numbers; then the termination, or that it was taken back.
 */
export function commitmentSteps({ before, after }: CommitmentChange): readonly CommitmentStep[] {
  const known = new Set(
    before === undefined ? [] : effectiveIn(before).map(({ number }) => number),
  );
  const added = effectiveIn(after).filter(({ number }) => !known.has(number));
  const earlier = after.versions.filter(({ number }) => known.has(number));
  const open = before?.termination ? { ...after, termination: before.termination } : unended(after);
  const versions = added.map((version, index) => {
    const contract = { ...open, versions: [...earlier, ...added.slice(0, index + 1)] };
    return versionStep(contract, version);
  });
  return [...versions, ...terminationSteps(before, after)];
}

function unended(contract: ContractDefinition): ContractDefinition {
  const { termination, ...others } = contract;
  return termination ? others : contract;
}

function effectiveIn(contract: ContractDefinition): readonly ContractVersionDefinition[] {
  return contract.versions
    .filter((version) => isEffective(version, partiesOf(contract)))
    .toSorted((a, b) => a.number - b.number);
}

function versionStep(
  contract: ContractDefinition,
  { number, title, inForceFrom }: ContractVersionDefinition,
): CommitmentStep {
  return {
    contract,
    subject: `contract:${contract.id}/${number}`,
    effectiveOn: inForceFrom,
    text: `Vertrag „${contract.title}“, Fassung ${number} („${title}“) wirksam`,
  };
}

/** A termination binds from the day of its receipt on; what it ends began on that day at the earliest. */
function terminationSteps(
  before: ContractDefinition | undefined,
  after: ContractDefinition,
): readonly CommitmentStep[] {
  const [was, is] = [before?.termination, after.termination];
  const termination = is ?? was;
  if (termination === undefined || was?.endsOn === is?.endsOn) return [];
  const begins = effectiveIn(after).map(({ inForceFrom }) => inForceFrom);
  const told = `Vertrag „${after.title}“ zum ${formatGermanDay(termination.endsOn)} gekündigt`;
  return [
    {
      contract: after,
      subject: `contract:${after.id}`,
      effectiveOn: begins.reduce(maxDate, termination.receivedOn),
      text: is ? told : `${told}: Kündigung zurückgenommen`,
    },
  ];
}

/**
 * The entries of a change: the differences between what the contract commits the Kreis to after
 * each step and what was booked; they are counted in `standing`. What changes nothing gives none.
 */
export function commitmentEntries(
  change: CommitmentChange,
  standing: Standing,
): readonly DraftedEntry[] {
  const seen = new Set<LineScope>(change.before && commitmentsOf(change.before).keys());
  return commitmentSteps(change).flatMap(({ contract, ...head }) => {
    const wanted = commitmentsOf(contract);
    for (const scope of wanted.keys()) seen.add(scope);
    const postings = [...seen].flatMap((scope) =>
      commitmentPostings(scope, wanted.get(scope), standing),
    );
    return postings.length === 0 ? [] : [{ ...head, kind: 'commitment', postings }];
  });
}
