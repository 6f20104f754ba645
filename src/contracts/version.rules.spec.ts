import { parsePlainDate as day } from '../domain/calendar/plain-date.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { aContract, aLine, aVersion } from '../../test/support/contract-builder.js';
import {
  completeSince,
  missingForEffect,
  spansInForce,
  spansOfLine,
  spansOfLineInYear,
  versionOn,
} from './version.rules.js';

const partners = ['luenen', 'bergkamen'];
const parties = ['kreis', ...partners];

function signedBy(...parties: string[]): Pick<ContractVersionDefinition, 'signatures'> {
  return { signatures: parties.map((party) => ({ party, signedOn: day('2023-03-20') })) };
}

function unwritten(version: ContractVersionDefinition): ContractVersionDefinition {
  return Object.fromEntries(
    Object.entries(version).filter(([key]) => key !== 'writtenOn'),
  ) as unknown as ContractVersionDefinition;
}

describe('completeness of a version (R4)', () => {
  it('asks for the written form and the signature of each party', () => {
    const version = aVersion({ signatures: [] });
    expect(missingForEffect(unwritten(version), parties)).toEqual([
      'written-form',
      'signature:kreis',
      'signature:luenen',
      'signature:bergkamen',
    ]);
  });

  it('is not content while one of several partners has not signed', () => {
    expect(missingForEffect(aVersion(signedBy('kreis', 'luenen')), parties)).toEqual([
      'signature:bergkamen',
    ]);
  });

  it('lets a version count from its first day although it was signed later', () => {
    const version = aVersion({ ...signedBy('kreis', ...partners), inForceFrom: day('2023-01-01') });
    const contract = aContract({ partners, versions: [version] });
    expect(completeSince(version)).toBe('2023-03-20');
    expect(versionOn(contract, day('2023-01-01'))).toBe(version);
  });

  it('exempts a version that follows the notice', () => {
    expect(missingForEffect(aVersion({ kind: 'by-notice', signatures: [] }), parties)).toEqual([]);
  });
});

describe('the versions in force', () => {
  const base = aVersion({
    number: 1,
    inForceFrom: day('2022-01-01'),
    inForceTo: day('2025-12-31'),
  });
  const amendment = aVersion({
    number: 2,
    inForceFrom: day('2023-07-01'),
    inForceTo: day('2024-12-31'),
    lines: [aLine({ id: 'second' })],
  });
  const contract: ContractDefinition = aContract({ versions: [amendment, base] });

  it('end where the next one begins', () => {
    expect(spansInForce(contract).map(({ version, period }) => [version.number, period])).toEqual([
      [1, { from: '2022-01-01', to: '2023-06-30' }],
      [2, { from: '2023-07-01', to: '2024-12-31' }],
    ]);
  });

  it('do not come back when a later one has ended', () => {
    expect(versionOn(contract, day('2025-01-01'))).toBeUndefined();
  });

  it('leave out what never took effect', () => {
    const unsigned = { ...amendment, signatures: [] };
    expect(spansInForce({ ...contract, versions: [base, unsigned] })).toHaveLength(1);
  });

  it('are replaced whole by a later number that begins earlier', () => {
    const earlier = { ...amendment, inForceFrom: day('2021-01-01') };
    expect(
      spansInForce({ ...contract, versions: [base, earlier] }).map(({ version }) => version.number),
    ).toEqual([2]);
  });

  it('say on which days a line counts, and with which figures', () => {
    expect(spansOfLine(contract, 'second').map(({ period }) => period)).toEqual([
      { from: '2023-07-01', to: '2024-12-31' },
    ]);
    expect(spansOfLineInYear(contract, 'second', 2024).map(({ period }) => period)).toEqual([
      { from: '2024-01-01', to: '2024-12-31' },
    ]);
    expect(spansOfLineInYear(contract, 'second', 2022)).toEqual([]);
  });
});
