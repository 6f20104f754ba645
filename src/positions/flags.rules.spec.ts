import { lastOfYear, parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { parseEuro } from '../domain/money/amount-text.js';
import { parseFte } from '../domain/proration/fte.js';
import type {
  ContractDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { aContract, aLine, aVersion, TERMS } from '../../test/support/contract-builder.js';
import { aNotice, aPartner, aPosition } from '../../test/support/notice-builder.js';
import type { LineExcess } from '../contracts/commitment-excess.queries.js';
import { bookFacts } from './book-facts.js';
import type { Flag } from './flag.js';
import { flagsOf } from './flags.rules.js';

const DECIDED = { ...TERMS, twoMonthRule: { state: 'off', clause: '§ 2 Abs. 3' } } as const;

function flagsFor(
  contracts: readonly ContractDefinition[],
  positions: readonly PositionDefinition[] = [],
  excesses: readonly LineExcess[] = [],
): readonly Flag[] {
  const facts = bookFacts({ notices: [aNotice()], partners: [aPartner()], contracts, positions });
  return flagsOf(facts, {
    year: 2023,
    through: lastOfYear(2023),
    shortages: [],
    excesses,
    permissionOf: (component) => (component === 'kim-1' ? 'Nr. 6 g' : undefined),
  });
}

function codesOf(flags: readonly Flag[]): readonly string[] {
  return flags.map(({ code, severity }) => `${severity} ${code}`);
}

describe('the flags of a year', () => {
  it('ask for the clause that permits the forwarding (R2), in component or line', () => {
    const version = aVersion({ terms: DECIDED });
    expect(codesOf(flagsFor([aContract({ versions: [version] })]))).toContain(
      'red contracts.no-permission',
    );
    const permitted = [aLine({ component: 'kim-1' }), aLine({ id: 'b', permission: 'Nr. 6 g' })];
    const fine = aContract({ versions: [{ ...version, lines: permitted }] });
    expect(codesOf(flagsFor([fine]))).not.toContain('red contracts.no-permission');
  });

  it('show a version without signature, and what the checklist lacks (R4)', () => {
    const version = aVersion({
      signatures: [],
      checklist: [{ item: 'proof', state: 'contradictory' }],
    });
    expect(codesOf(flagsFor([aContract({ versions: [version] })]))).toContain(
      'red contracts.not-effective',
    );
    const signed = { ...version, signatures: aVersion().signatures };
    const flags = flagsFor([aContract({ versions: [signed] })]);
    expect(codesOf(flags)).toEqual(
      expect.arrayContaining([
        'red contracts.checklist-missing',
        'yellow contracts.checklist-contradictory',
        'yellow contracts.two-month-rule-undecided',
      ]),
    );
  });

  it('show own funds as an assumption, and a year that nobody pays', () => {
    const own = aLine({ funding: [{ source: 'own-funds', year: 2023 }] });
    const unpaid = aLine({ id: 'unpaid', funding: [] });
    const contract = aContract({ versions: [aVersion({ lines: [own, unpaid] })] });
    expect(codesOf(flagsFor([contract]))).toEqual(
      expect.arrayContaining([
        'yellow contracts.own-funds',
        'yellow contracts.year-without-funding',
      ]),
    );
  });

  it.each([
    ['0,38', true],
    ['0,5', false],
  ])('warn of a post of %s VzÄ: %s (R5)', (share, warns) => {
    const codes = codesOf(flagsFor([], [aPosition({ plannedFte: parseFte(share) })]));
    expect(codes.includes('yellow positions.small-share')).toBe(warns);
  });

  it('list a vacancy with its days (R9)', () => {
    const [spell] = aPosition().occupancies;
    const occupancies = spell ? [{ ...spell, to: day('2023-11-30') }] : [];
    const flags = flagsFor([], [aPosition({ occupancies })]);
    expect(flags).toMatchObject([
      { code: 'positions.vacant', facts: { from: '2023-12-01', to: '2023-12-31', days: 31 } },
    ]);
  });

  it('show what is ordered above a commitment that was cut, with the three sums', () => {
    const sums = {
      boundCents: parseEuro('10,00'),
      orderedCents: parseEuro('15,00'),
      excessCents: parseEuro('5,00'),
    };
    const contract = aContract();
    const line = contract.versions[0]?.lines[0];
    const excess = { contract: contract.id, line: line?.id ?? '', year: 2023, ...sums };
    const [first] = flagsFor([contract], [], [excess]);
    expect(first).toMatchObject({
      code: 'contracts.ordered-above',
      severity: 'red',
      subject: { kind: 'line', id: line?.id, label: line?.title, parent: contract.id },
      facts: { year: 2023, boundCents: 1000n, orderedCents: 1500n, amountCents: 500n },
    });
  });

  it('put red before yellow', () => {
    const severities = flagsFor([aContract()], [aPosition({ occupancies: [] })]).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities)).toEqual(new Set(['red', 'yellow']));
  });
});
