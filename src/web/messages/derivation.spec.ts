import { parsePlainDate as day } from '../../domain/calendar/plain-date.js';
import { money, named, step, STEP_KEYS } from '../../domain/derivation/derivation.js';
import { interest, type InterestTables } from '../../domain/interest/interest.js';
import { cents } from '../../domain/money/cents.js';
import { fraction, type Fraction } from '../../domain/money/fraction.js';
import { provenEntitlement } from '../../domain/proration/cap-level.js';
import { entitlement, type EntitlementPlan } from '../../domain/proration/entitlement.js';
import { fte } from '../../domain/proration/fte.js';
import { allocatePayment } from '../../domain/recovery/allocation.js';
import { noticePeriodBefore } from '../../domain/calendar/deadlines.js';
import { derivationRows } from './derivation.js';

const lines = (derivation: Parameters<typeof derivationRows>[0]): string[] =>
  derivationRows(derivation).map(({ label, value, basis }) =>
    [label, value, basis].join(' | ').replaceAll('\u00a0', ' '),
  );

const TABLES: InterestTables = {
  baseRates: {
    publishedUntil: day('2024-06-30'),
    rows: [{ validFrom: day('2024-01-01'), percent: fraction(362n, 100n) }],
  },
  margins: [{ basis: 'hhg-29-5', validFrom: day('2002-01-01'), points: fraction(5n) }],
};

const post: EntitlementPlan = {
  period: { from: day('2023-03-15'), to: day('2023-12-31') },
  plannedFte: fte(5_000),
  spells: [{ from: day('2023-03-15'), share: fte(5_000) }],
  unpaidCutsCap: true,
  rates: [{ validFrom: day('2023-01-01'), annualCents: cents(5_700_000n), clause: 'Vertrag § 6' }],
  convention: 'calendar-month',
  conventionClause: 'Vertrag § 6',
  postClause: 'Stelle L-05',
};

describe('the calculation sheet', () => {
  it('of an entitlement reads as a clerk would reckon', () => {
    expect(lines(entitlement(post).derivation())).toEqual([
      'Jahressatz je VzÄ, seit 01.01.2023 | 57.000,00 € | Vertrag § 6',
      'Anteil der Stelle | 0,5 VzÄ | Stelle L-05',
      'Zeitraum, beide Tage zählen | 15.03.2023 – 31.12.2023 | ',
      'Monate: März 17/31, April bis Dezember 9 | 296/31 | Vertrag § 6, Regel „Kalendermonate“',
      'Anteil des Jahres: 296/31 : 12 | 74/93 | Vertrag § 6',
      '57.000,00 € × 0,5 × 74/93 | 22.677,4193… € | ',
      'auf Cent gerundet, einmal, am Ende | 22.677,42 € | kaufmännisch gerundet',
    ]);
  });

  it('of an entitlement by days divides by the days of the year', () => {
    const sheet = lines(entitlement({ ...post, convention: 'actual-days' }).derivation());
    expect(sheet.slice(3, 5)).toEqual([
      'Tage, die zählen | 292 | Vertrag § 6, Regel „taggenau“',
      'Anteil des Jahres: 292 : 365 | 4/5 | Vertrag § 6',
    ]);
  });

  it('of a ceiling tells each part by its days, and a whole year without a share', () => {
    const part = (from: string, to: string, share: Fraction) =>
      step(
        'cap',
        [
          named('limit', money(cents(5_700_000n))),
          named('period', { kind: 'period', period: { from: day(from), to: day(to) } }),
          named('year-share', { kind: 'fraction', value: share }),
        ],
        money(cents(2_850_000n)),
      );
    const steps = [
      part('2025-01-01', '2025-06-30', fraction(1n, 2n)),
      part('2025-01-01', '2025-12-31', fraction(1n)),
    ];
    const sheet = { ...entitlement(post).derivation(), steps };
    expect(lines(sheet).map((line) => line.split(' | ')[0])).toEqual([
      'Höchstbetrag 01.01.2025 – 30.06.2025: 57.000,00 € × 1/2',
      'Höchstbetrag 01.01.2025 – 31.12.2025: 57.000,00 €',
    ]);
  });

  it('of two years keeps each line with its year, and marks the result', () => {
    const rows = derivationRows(
      entitlement({
        ...post,
        period: { from: day('2023-12-01'), to: day('2024-01-31') },
      }).derivation(),
    );
    expect(rows.map(({ year }) => year)).toEqual([
      ...Array<number>(7).fill(2023),
      ...Array<number>(7).fill(2024),
      undefined,
    ]);
    expect(rows.at(-1)).toMatchObject({ number: 15, label: 'Summe der Jahre', isResult: true });
  });

  it('of a partly filled post lists the days', () => {
    const spells = [{ from: day('2023-05-01'), to: day('2023-05-31'), share: fte(2_500) }];
    expect(lines(entitlement({ ...post, spells }).derivation())[2]).toBe(
      'Besetzung der Stelle | 01.05.2023 – 31.05.2023: 0,25 VzÄ | ',
    );
    expect(lines(entitlement({ ...post, spells: [] }).derivation()).slice(1, 3)).toEqual([
      'Besetzung der Stelle | nicht besetzt | ',
      'Monate: keine | 0 | Vertrag § 6, Regel „Kalendermonate“',
    ]);
  });

  it('of interest prints days, rates and amounts', () => {
    const question = {
      principal: cents(1_000_000n),
      period: { from: day('2024-04-03'), to: day('2024-06-30') },
      basis: 'hhg-29-5',
      dayCount: 'act/act',
    } as const;
    expect(lines(interest(question, TABLES).derivation())).toEqual([
      'Zu verzinsender Betrag | 10.000,00 € | ',
      'Zeitraum, beide Tage zählen | 03.04.2024 – 30.06.2024 | taggenau, 365 oder 366 Tage',
      '03.04.2024 – 30.06.2024: 10.000,00 € × 8,62 % × 89 Tage : 366 | 209,6120… € | ' +
        'Basiszins 3,62 % und 5,00 % darüber',
      'Summe der Abschnitte | 209,6120… € | ',
      'auf Cent gerundet, einmal, am Ende | 209,61 € | kaufmännisch gerundet',
    ]);
  });

  it('of a notice period names the safe day', () => {
    expect(lines(noticePeriodBefore(day('2024-12-31'), 6).derivation())).toEqual([
      'Ende der Vertragslaufzeit | 31.12.2024 | ',
      '6 Monate vorher | 30.06.2024 | §§ 187, 188 BGB',
      'Fällig am | 30.06.2024 | BGH, 17.02.2005 – III ZR 172/04',
      'kein Werktag: Sonntag | 30.06.2024 | ',
      'kein Werktag: Samstag | 29.06.2024 | ',
      'Sicher bis: letzter Werktag bis dahin | 28.06.2024 | ',
    ]);
  });

  it('of a proven entitlement and of a payment name what is compared and met', () => {
    const proven = provenEntitlement(
      [{ label: 'L-02', capCents: cents(5_700_000n), costCents: cents(5_231_044n) }],
      'per-post',
      '§ 4 Abs. 1',
    );
    expect(lines(proven.derivation())[0]).toBe(
      'L-02: der kleinere Betrag, 57.000,00 € oder 52.310,44 € | 52.310,44 € | § 4 Abs. 1, je Stelle',
    );
    const open = { costs: cents(500n), interest: cents(10_104n), principal: cents(220_000n) };
    expect(lines(allocatePayment(cents(100_000n), open).derivation())[3]).toBe(
      'auf die Hauptforderung, offen 2.200,00 € | 893,96 € | § 367 Abs. 1 BGB',
    );
  });

  it('has a label for each step that a derivation can have', () => {
    for (const key of STEP_KEYS) {
      const [row] = derivationRows({
        rule: 'R0',
        ruleVersion: 1,
        rounding: 'none',
        result: { kind: 'number', value: 1 },
        steps: [{ key, inputs: [], result: { kind: 'fraction', value: fraction(1n, 3n) } }],
      });
      expect(row?.label).not.toBe('');
    }
  });
});
