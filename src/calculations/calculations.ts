import { Injectable } from '@nestjs/common';
import { deadline, type Deadline, type DeadlineKind } from '../domain/calendar/deadlines.js';
import type { OneOffHoliday } from '../domain/calendar/holidays.js';
import { period } from '../domain/calendar/period.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Derivation } from '../domain/derivation/derivation.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import {
  interest,
  type Interest,
  type InterestQuestion,
  type InterestTables,
} from '../domain/interest/interest.js';
import { firstDayWithoutBaseRate, marginOn } from '../domain/interest/rates.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fraction } from '../domain/money/fraction.js';
import { splitDerivation } from '../domain/money/split-derivation.js';
import { split } from '../domain/money/split.js';
import { entitlement, type Entitlement } from '../domain/proration/entitlement.js';
import type { ProrationConvention } from '../domain/proration/conventions.js';
import type { Fte } from '../domain/proration/fte.js';
import { LawTables } from '../programmes/law-tables.js';
import { ensureInterestQuestion, ensureWeights } from './calculation.rules.js';
import { toBaseRates, toMargins, toOneOffHolidays } from './law.rules.js';

/** What a part of a post yields, asked without a case. */
export interface EntitlementQuestion {
  readonly annualRate: Cents;
  readonly fte: Fte;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly convention: ProrationConvention;
}

export interface Split {
  readonly shares: readonly Cents[];
  readonly derivation: () => Derivation;
}

/**
 * The calculators without a case: pure rules of the domain over the published tables of law. They
 * keep nothing. What cannot be computed is refused as InvalidField with the pointer of the field.
 */
@Injectable()
export class Calculations {
  constructor(private readonly law: LawTables) {}

  /** "Anteil": rate × share × part of the year, each calendar year rounded once (R7). */
  entitlement({ annualRate, fte, from, to, convention }: EntitlementQuestion): Entitlement {
    const days = period(from, to);
    if (fte <= 0) throw new InvalidField('fte-zero', fte.toString(), '/fte');
    if (annualRate < 0n) {
      throw new InvalidField('amount-negative', annualRate.toString(), '/annualRate');
    }
    return entitlement({
      period: days,
      plannedFte: fte,
      spells: [{ ...days, share: fte }],
      unpaidCutsCap: true,
      rates: [{ validFrom: from, annualCents: annualRate }],
      convention,
    });
  }

  /** "Frist": when a day falls due (R12). */
  deadline(date: PlainDate, kind: DeadlineKind): Deadline {
    return deadline(date, kind, this.oneOffHolidays());
  }

  /** "Zins" above the base rate (R20-R25). */
  interest(question: InterestQuestion): Interest {
    ensureInterestQuestion(question);
    const tables = this.interestTables();
    this.ensurePublished(question, tables);
    return interest(question, tables);
  }

  /** "Aufteilung": by largest remainder; the parts add up to the total. */
  split(total: Cents, weights: readonly Fraction[]): Split {
    ensureWeights(weights);
    const shares = split(total, weights);
    return { shares, derivation: () => splitDerivation(total, weights, shares) };
  }

  /** The tables that interest rests on, for modules that have a case. */
  interestTables(): InterestTables {
    const publishedUntil = this.law.publishedUntil('base-rate');
    return {
      baseRates: toBaseRates(this.law.baseRates(), publishedUntil),
      margins: toMargins(this.law.margins()),
    };
  }

  /** Holidays of one year only, for modules that count deadlines. */
  oneOffHolidays(): readonly OneOffHoliday[] {
    return toOneOffHolidays(this.law.oneOffHolidays());
  }

  private ensurePublished({ period: days, basis }: InterestQuestion, tables: InterestTables): void {
    const missing = firstDayWithoutBaseRate(days, tables.baseRates);
    if (missing !== undefined) {
      const pointer = missing === days.from ? '/from' : '/to';
      const { rows, publishedUntil } = tables.baseRates;
      const publishedFrom = rows[0]?.validFrom ?? '';
      const known = { publishedFrom, publishedUntil };
      throw new InvalidField('no-base-rate', missing, pointer, known);
    }
    if (basis !== 'agreed') marginOn(days.from, basis, tables.margins);
  }
}
