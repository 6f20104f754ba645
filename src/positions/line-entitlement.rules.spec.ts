import { lastOfYear, parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { parseEuro } from '../domain/money/amount-text.js';
import { sumCents } from '../domain/money/cents.js';
import { parseFte } from '../domain/proration/fte.js';
import type {
  ContractDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { aContract, aLine, aVersion, TERMS } from '../../test/support/contract-builder.js';
import { aPosition } from '../../test/support/notice-builder.js';
import { lineEntitlement } from './line-entitlement.rules.js';

const [SPELL] = aPosition().occupancies;

function post(id: string, from: string, share = '1,0'): PositionDefinition {
  const fte = parseFte(share);
  const occupancies = SPELL ? [{ ...SPELL, id, from: day(from), share: fte }] : [];
  return aPosition({ id, plannedFte: fte, from: day(from), occupancies });
}

function entitlementOf(contract: ContractDefinition, positions: readonly PositionDefinition[]) {
  const found = lineEntitlement({
    contract,
    lineId: 'luenen-kim-2',
    positions,
    year: 2023,
    through: lastOfYear(2023),
    fixedSumOf: () => undefined,
  });
  if (found === undefined) throw new Error('the contract has the line');
  return found;
}

function withTerms(terms: Partial<typeof TERMS>, line = aLine()): ContractDefinition {
  return aContract({ versions: [aVersion({ terms: { ...TERMS, ...terms }, lines: [line] })] });
}

const perLine = withTerms({ capLevel: { level: 'per-line', clause: '§ 6' } });

describe('the entitlement of a line (R6)', () => {
  const thirds = ['a', 'b', 'c'].map((id) => post(id, '2023-03-15', '0,3333'));

  it('rounds each post by itself where the cap is per post', () => {
    const { posts, staffCents } = entitlementOf(aContract(), thirds);
    expect(posts.map(({ amountCents }) => amountCents)).toEqual([
      1_511_677n,
      1_511_677n,
      1_511_677n,
    ]);
    expect(staffCents).toBe(sumCents(posts.map(({ amountCents }) => amountCents)));
  });

  it('rounds the pool once where the cap is per line, and splits it to the cent', () => {
    const line = entitlementOf(perLine, thirds);
    const { posts, staffCents } = line;
    expect(sumCents(posts.map(({ amountCents }) => amountCents))).toBe(staffCents);
    expect(line.derivation()).toMatchObject({ rounding: 'largest-remainder' });
  });

  it('never yields more than the ceiling', () => {
    const line = aLine({ ceilingCents: parseEuro('50.000,00') });
    const { amountCents } = entitlementOf(withTerms({}, line), [post('a', '2023-01-01')]);
    expect(amountCents).toBe(parseEuro('50.000,00'));
  });

  it('cuts the cap by an unpaid spell only where the contract says so (R9)', () => {
    const leave = {
      period: { from: day('2023-07-01'), to: day('2023-12-31') },
      reason: 'Elternzeit',
    };
    const post = aPosition({ occupancies: SPELL ? [{ ...SPELL, unpaid: [leave] }] : [] });
    const cutting = withTerms({ unpaidSpells: { cutCap: true, clause: '§ 8' } });
    expect(entitlementOf(aContract(), [post]).amountCents).toBe(parseEuro('57.000,00'));
    expect(entitlementOf(cutting, [post]).amountCents).toBe(parseEuro('28.500,00'));
  });

  it('lets material follow the filled VzÄ', () => {
    const line = aLine({
      fte: parseFte('1,0'),
      materialCents: parseEuro('9.700,00'),
      ceilingCents: parseEuro('66.700,00'),
    });
    const half = entitlementOf(withTerms({}, line), [post('a', '2023-07-01')]);
    expect(half).toMatchObject({
      staffCents: parseEuro('28.500,00'),
      materialCents: parseEuro('4.850,00'),
    });
  });

  it('pays a sum without posts by the time in force', () => {
    const line = aLine({
      fte: parseFte('0'),
      materialCents: parseEuro('5.666,67'),
      ceilingCents: parseEuro('5.666,67'),
    });
    expect(entitlementOf(withTerms({}, line), []).amountCents).toBe(parseEuro('5.666,67'));
  });

  it('adds the parts of a year under two conventions exactly, and rounds once', () => {
    const first = aVersion({ lines: [aLine()] });
    const second = aVersion({
      number: 2,
      inForceFrom: day('2023-07-01'),
      terms: { ...TERMS, proration: { convention: 'actual-days', clause: '§ 6' } },
      lines: [aLine()],
    });
    const { posts } = entitlementOf(aContract({ versions: [first, second] }), [
      post('a', '2023-01-01'),
    ]);
    // 57,000 × (6/12 + 184/365)
    expect(posts[0]?.amountCents).toBe(parseEuro('57.234,25'));
    expect(posts[0]?.derivation().steps.some(({ key }) => key === 'sum-of-parts')).toBe(true);
  });

  it('names the reason of a zero', () => {
    const unfunded = withTerms({}, aLine({ funding: [] }));
    expect(entitlementOf(unfunded, [post('a', '2023-01-01')])).toMatchObject({
      amountCents: 0n,
      zero: 'no-funding',
    });
    const vacant = aPosition({ occupancies: [] });
    expect(entitlementOf(aContract(), [vacant]).posts[0]).toMatchObject({ zero: 'vacant' });
    const later = aPosition({ from: day('2024-01-01'), occupancies: [] });
    expect(entitlementOf(aContract(), [later]).posts[0]).toMatchObject({ zero: 'no-post' });
  });
});
