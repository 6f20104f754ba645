import { IsDefined, IsOptional } from 'class-validator';
import { parsePlainDate } from '../domain/calendar/plain-date.js';
import { DAY_COUNTS, type DayCount } from '../domain/interest/day-count.js';
import type { Interest, InterestQuestion, InterestSegment } from '../domain/interest/interest.js';
import { INTEREST_BASES, type InterestBasis } from '../domain/interest/rates.js';
import { formatAmount, parseAmount } from '../domain/money/amount-text.js';
import { parseDecimal } from '../domain/money/fraction.js';
import { percentToApi } from '../domain/money/percent.js';
import { ApiProperty } from '../platform/http/api-description.js';
import { agreedInterestExample, interestExample } from './calculation.examples.js';
import { OneOf, ReadBy } from './field.decorators.js';
import type { Plain } from './plain.js';

const { question, answer } = interestExample;
const [segment] = answer.segments;

export class InterestRequest {
  @ApiProperty({ description: 'zu verzinsender Betrag in Euro', example: question.principal })
  @IsDefined()
  @ReadBy(parseAmount, 'amount')
  readonly principal!: string;

  @ApiProperty({ description: 'erster Zinstag, zählt mit', example: question.from, format: 'date' })
  @IsDefined()
  @ReadBy(parsePlainDate, 'date', 'date-missing', 'date-out-of-range')
  readonly from!: string;

  @ApiProperty({ description: 'letzter Zinstag, zählt mit', example: question.to, format: 'date' })
  @IsDefined()
  @ReadBy(parsePlainDate, 'date', 'date-missing', 'date-out-of-range')
  readonly to!: string;

  @ApiProperty({ description: 'Rechtsgrundlage', enum: INTEREST_BASES, example: question.basis })
  @IsDefined()
  @OneOf(INTEREST_BASES)
  readonly basis!: InterestBasis;

  @ApiProperty({
    description: 'Punkte über dem Basiszinssatz, nur bei "agreed"',
    example: agreedInterestExample.question.margin,
    required: false,
  })
  @IsOptional()
  @ReadBy(parseDecimal, 'decimal')
  readonly margin?: string;

  @ApiProperty({
    description: 'Zinstage',
    enum: DAY_COUNTS,
    default: 'act/act',
    required: false,
  })
  @IsOptional()
  @OneOf(DAY_COUNTS)
  readonly dayCount?: DayCount;

  toQuestion(): InterestQuestion {
    const asked = {
      principal: parseAmount(this.principal, '/principal'),
      period: { from: parsePlainDate(this.from, '/from'), to: parsePlainDate(this.to, '/to') },
      basis: this.basis,
      dayCount: this.dayCount ?? 'act/act',
    };
    const margin = this.margin ?? undefined;
    return margin === undefined
      ? asked
      : { ...asked, agreedMargin: parseDecimal(margin, '/margin') };
  }
}

export class InterestSegmentAnswer {
  @ApiProperty({ example: segment.from, format: 'date' })
  readonly from!: string;

  @ApiProperty({ example: segment.to, format: 'date' })
  readonly to!: string;

  @ApiProperty({ example: segment.days })
  readonly days!: number;

  @ApiProperty({ description: 'Basiszinssatz in Prozent', example: segment.baseRate })
  readonly baseRate!: string;

  @ApiProperty({ description: 'Punkte darüber', example: segment.margin })
  readonly margin!: string;

  @ApiProperty({ description: 'Zinssatz in Prozent im Jahr', example: segment.rate })
  readonly rate!: string;

  @ApiProperty({ example: segment.amount })
  readonly amount!: string;
}

export class InterestAnswer {
  @ApiProperty({ description: 'einmal gerundet', example: answer.amount })
  readonly amount!: string;

  @ApiProperty({ description: 'ergeben zusammen den Betrag', type: [InterestSegmentAnswer] })
  readonly segments!: readonly InterestSegmentAnswer[];
}

export function toInterestAnswer({ amount, segments }: Interest): Plain<InterestAnswer> {
  return { amount: formatAmount(amount), segments: segments.map(toSegmentAnswer) };
}

function toSegmentAnswer(part: InterestSegment): Plain<InterestSegmentAnswer> {
  return {
    from: part.from,
    to: part.to,
    days: part.days,
    baseRate: percentToApi(part.baseRate),
    margin: percentToApi(part.margin),
    rate: percentToApi(part.rate),
    amount: formatAmount(part.amount),
  };
}
