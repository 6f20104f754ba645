import { IsDefined, IsOptional } from 'class-validator';
import { parsePlainDate } from '../domain/calendar/plain-date.js';
import { stepToJson } from '../domain/derivation/derivation-json.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { formatAmount, parseAmount } from '../domain/money/amount-text.js';
import { toText } from '../domain/money/fraction.js';
import {
  PRORATION_CONVENTIONS,
  type ProrationConvention,
} from '../domain/proration/conventions.js';
import type { Entitlement } from '../domain/proration/entitlement.js';
import { isApiFte, parseFte, type Fte } from '../domain/proration/fte.js';
import { ApiProperty } from '../platform/http/api-description.js';
import { entitlementExample } from './calculation.examples.js';
import type { EntitlementQuestion } from './calculations.js';
import { OneOf, ReadBy } from './field.decorators.js';
import type { Plain } from './plain.js';
import { StepAnswer } from './step.answer.js';

const { question, answer } = entitlementExample;

export class EntitlementRequest {
  @ApiProperty({ description: 'Jahressatz je VzÄ in Euro', example: question.annualRate })
  @IsDefined()
  @ReadBy(parseAmount, 'amount')
  readonly annualRate!: string;

  @ApiProperty({ description: 'Anteil der Stelle in VzÄ', example: question.fte })
  @IsDefined()
  @ReadBy(parsePositiveFte, 'fte', 'fte-zero')
  readonly fte!: string;

  @ApiProperty({ description: 'erster Tag, zählt mit', example: question.from, format: 'date' })
  @IsDefined()
  @ReadBy(parsePlainDate, 'date', 'date-missing', 'date-out-of-range')
  readonly from!: string;

  @ApiProperty({ description: 'letzter Tag, zählt mit', example: question.to, format: 'date' })
  @IsDefined()
  @ReadBy(parsePlainDate, 'date', 'date-missing', 'date-out-of-range')
  readonly to!: string;

  @ApiProperty({
    description: 'Regel der Anteilsrechnung',
    enum: PRORATION_CONVENTIONS,
    default: 'calendar-month',
    required: false,
  })
  @IsOptional()
  @OneOf(PRORATION_CONVENTIONS)
  readonly convention?: ProrationConvention;

  toQuestion(): EntitlementQuestion {
    return {
      annualRate: parseAmount(this.annualRate, '/annualRate'),
      fte: parseFte(this.fte, '/fte'),
      from: parsePlainDate(this.from, '/from'),
      to: parsePlainDate(this.to, '/to'),
      convention: this.convention ?? 'calendar-month',
    };
  }
}

export class YearAnswer {
  @ApiProperty({ example: answer.byYear[0].year })
  readonly year!: number;

  @ApiProperty({ description: 'genauer Anteil des Jahres', example: answer.byYear[0].share })
  readonly share!: string;

  @ApiProperty({ description: 'einmal gerundet', example: answer.byYear[0].amount })
  readonly amount!: string;
}

export class EntitlementAnswer {
  @ApiProperty({ description: 'Summe der Jahre', example: answer.amount })
  readonly amount!: string;

  @ApiProperty({ type: [YearAnswer] })
  readonly byYear!: readonly YearAnswer[];

  @ApiProperty({ description: 'Rechenweg, Schritt für Schritt', type: [StepAnswer] })
  readonly steps!: readonly StepAnswer[];
}

export function toEntitlementAnswer({
  amount,
  byYear,
  derivation,
}: Entitlement): Plain<EntitlementAnswer> {
  return {
    amount: formatAmount(amount),
    byYear: byYear.map((year) => ({
      year: year.year,
      share: toText(year.share),
      amount: formatAmount(year.amount),
    })),
    steps: derivation().steps.map(stepToJson),
  };
}

function parsePositiveFte(text: string): Fte {
  if (!isApiFte(text)) throw new InvalidField('fte', text);
  const share = parseFte(text);
  if (share === 0) throw new InvalidField('fte-zero', text);
  return share;
}
