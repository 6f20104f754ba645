import { DomainError } from './domain-error.js';

/** Why a field cannot be read. The German wording of each stands in `src/web/messages/input.ts`. */
export type InvalidReason =
  | 'required'
  | 'text'
  | 'text-unfit'
  | 'reason-unfit'
  | 'group'
  | 'list'
  | 'amount'
  | 'amount-negative'
  | 'euro'
  | 'decimal'
  | 'decimal-negative'
  | 'fte'
  | 'fte-zero'
  | 'date'
  | 'instant'
  | 'date-missing'
  | 'date-out-of-range'
  | 'date-ahead'
  | 'before-entry'
  | 'set-by-step'
  | 'from-after-to'
  | 'day-past'
  | 'days-too-many'
  | 'lent-hours'
  | 'choice'
  | 'not-allowed'
  | 'unknown-field'
  | 'weight-negative'
  | 'weights-zero'
  | 'weights-missing'
  | 'weights-too-many'
  | 'no-base-rate';

/** A value that came in from outside is no value of the domain; `pointer` says which field. */
export class InvalidField extends DomainError {
  readonly code = 'input.invalid-field';
  readonly status = 422;

  /** @param pointer a JSON pointer such as "/from"; empty where the caller has only the one value. */
  constructor(
    reason: InvalidReason,
    value: string,
    pointer = '',
    further: DomainError['facts'] = {},
  ) {
    super({ ...further, pointer, reason, value });
  }
}
