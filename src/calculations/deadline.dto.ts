import { IsDefined } from 'class-validator';
import { DEADLINE_KINDS, type Deadline, type DeadlineKind } from '../domain/calendar/deadlines.js';
import { parsePlainDate } from '../domain/calendar/plain-date.js';
import { ApiProperty } from '../platform/http/api-description.js';
import { fristExample, noticePeriodExample } from './calculation.examples.js';
import { OneOf, ReadBy } from './field.decorators.js';
import type { Plain } from './plain.js';

const { question, answer } = fristExample;

export class DeadlineRequest {
  @ApiProperty({ description: 'der ausgerechnete Tag', example: question.date, format: 'date' })
  @IsDefined()
  @ReadBy(parsePlainDate, 'date', 'date-missing', 'date-out-of-range')
  readonly date!: string;

  @ApiProperty({
    description: 'Frist (verschiebt sich), Termin (bleibt), Kündigungsfrist (nie nach hinten)',
    enum: DEADLINE_KINDS,
    example: question.kind,
  })
  @IsDefined()
  @OneOf(DEADLINE_KINDS)
  readonly kind!: DeadlineKind;
}

export class DeadlineAnswer {
  @ApiProperty({ description: 'fällig am', example: answer.dueOn, format: 'date' })
  readonly dueOn!: string;

  @ApiProperty({ example: answer.moved })
  readonly moved!: boolean;

  @ApiProperty({ description: 'warum verschoben, Tag für Tag', example: answer.reasons })
  readonly reasons!: readonly string[];

  @ApiProperty({
    description: 'nur bei der Kündigungsfrist: letzter Werktag bis dahin',
    example: noticePeriodExample.answer.safeOn,
    format: 'date',
    required: false,
  })
  readonly safeOn?: string;
}

export function toDeadlineAnswer({
  dueOn,
  moved,
  reasons,
  safeOn,
}: Deadline): Plain<DeadlineAnswer> {
  const answered = { dueOn, moved, reasons: reasons.map(({ name }) => name) };
  return safeOn === undefined ? answered : { ...answered, safeOn };
}
