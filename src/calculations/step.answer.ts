import type { Quantity } from '../domain/derivation/derivation.js';
import { ApiProperty } from '../platform/http/api-description.js';

const VALUE = {
  description:
    'Beträge, Anteile und Brüche als Text ("57000.00", "0.5", "74/93"), Tage als ISO-Datum, Zeiträume als Objekt, Monate als Liste',
  oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'object' }, { type: 'array', items: {} }],
  example: '57000.00',
};

/** A tagged value of a step. */
export class QuantityAnswer {
  @ApiProperty({ type: String, description: 'Art des Werts', example: 'money' })
  readonly kind!: Quantity['kind'];

  @ApiProperty(VALUE)
  readonly value!: unknown;
}

export class StepInputAnswer extends QuantityAnswer {
  @ApiProperty({ description: 'wofür der Wert steht', example: 'rate' })
  readonly name!: string;
}

/** One step of a derivation: what went in, what came out, and the clause that says so. */
export class StepAnswer {
  @ApiProperty({ description: 'Rechenschritt', example: 'product' })
  readonly key!: string;

  @ApiProperty({ description: 'Grundlage im Vertrag oder Gesetz', required: false })
  readonly clause?: string;

  @ApiProperty({ type: [StepInputAnswer] })
  readonly inputs!: readonly StepInputAnswer[];

  @ApiProperty({ type: QuantityAnswer })
  readonly result!: QuantityAnswer;
}
