import { lastOfYear, parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { parseFte } from '../domain/proration/fte.js';
import type {
  ContractDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { aContract, aLine, aVersion, TERMS } from '../../test/support/contract-builder.js';
import { aNotice, aPartner, aPosition } from '../../test/support/notice-builder.js';
import { bookFacts } from './book-facts.js';
import type { Flag } from './flag.js';
import { flagsOf } from './flags.rules.js';

const DECIDED = { ...TERMS, twoMonthRule: { state: 'off', clause: '§ 2 Abs. 3' } } as const;

function flagsFor(
  contracts: readonly ContractDefinition[],
  positions: readonly PositionDefinition[] = [],
): readonly Flag[] {
  const facts = bookFacts({ notices: [aNotice()], partners: [aPartner()], contracts, positions });
  return flagsOf(facts, {
    year: 2023,
    through: lastOfYear(2023),
    shortages: [],
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

  it('put red before yellow', () => {
    const severities = flagsFor([aContract()], [aPosition({ occupancies: [] })]).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities)).toEqual(new Set(['red', 'yellow']));
  });
});
