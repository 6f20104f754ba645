import { parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { aContract, aVersion } from '../../test/support/contract-builder.js';
import { VERSION_STEPS, versionState, type VersionState } from './version-state.rules.js';

const STATES = Object.keys(VERSION_STEPS) as VersionState[];

function next(state: VersionState): readonly VersionState[] {
  return Object.values<readonly VersionState[]>(VERSION_STEPS[state]).flat();
}

function reachable(from: VersionState): ReadonlySet<VersionState> {
  const seen = new Set<VersionState>([from]);
  for (const state of seen) for (const follower of next(state)) seen.add(follower);
  return seen;
}

describe('the way of a version', () => {
  it('reaches each state from a draft', () => {
    expect([...reachable('draft')].toSorted()).toEqual(STATES.toSorted());
  });

  it('ends with effect or in the bin, and leads to one of them from everywhere', () => {
    const ends = STATES.filter((state) => next(state).length === 0);
    expect(ends).toEqual(['effective', 'discarded']);
    const stuck = STATES.filter((state) => !ends.some((end) => reachable(state).has(end)));
    expect(stuck).toEqual([]);
  });
});

describe('the state of a version (R4)', () => {
  const contract = aContract();
  const { writtenOn, ...unwritten } = aVersion({ signatures: [] });
  const signature = { party: 'kreis', signedOn: day('2022-12-20') };

  it.each([
    ['draft', unwritten],
    ['sent', { ...unwritten, sentOn: day('2022-12-01') }],
    ['sent', { ...unwritten, ...(writtenOn && { writtenOn }) }],
    ['partly-signed', { ...unwritten, signatures: [signature] }],
    ['effective', aVersion()],
    ['effective', { ...unwritten, kind: 'by-notice' as const }],
  ])('is %s', (state, version) => {
    expect(versionState(version, contract)).toBe(state);
  });
});
