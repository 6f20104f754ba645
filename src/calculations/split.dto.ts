import { IsArray, IsDefined } from 'class-validator';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { formatAmount, parseAmount } from '../domain/money/amount-text.js';
import type { Cents } from '../domain/money/cents.js';
import { parseDecimal, type Fraction } from '../domain/money/fraction.js';
import { ApiProperty } from '../platform/http/api-description.js';
import { splitExample } from './calculation.examples.js';
import type { Split } from './calculations.js';
import { ReadBy } from './field.decorators.js';
import type { Plain } from './plain.js';

const { question, answer } = splitExample;

export class SplitRequest {
  @ApiProperty({ description: 'Betrag in Euro, auch negativ', example: question.total })
  @IsDefined()
  @ReadBy(parseAmount, 'amount')
  readonly total!: string;

  @ApiProperty({
    description: 'Gewichte als Dezimalzahlen, nicht alle null',
    type: [String],
    example: question.weights,
  })
  @IsDefined()
  @IsArray()
  readonly weights!: readonly unknown[];

  toTotal(): Cents {
    return parseAmount(this.total, '/total');
  }

  toWeights(): readonly Fraction[] {
    return this.weights.map((weight, index) => {
      const pointer = `/weights/${index.toString()}`;
      if (typeof weight !== 'string') throw new InvalidField('text', String(weight), pointer);
      return parseDecimal(weight, pointer);
    });
  }
}

export class SplitAnswer {
  @ApiProperty({
    description: 'in der Reihenfolge der Gewichte; zusammen der Betrag',
    type: [String],
    example: answer.shares,
  })
  readonly shares!: readonly string[];
}

export function toSplitAnswer({ shares }: Split): Plain<SplitAnswer> {
  return { shares: shares.map(formatAmount) };
}
