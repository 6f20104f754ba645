import type { FieldError } from '../messages/validation.js';

/** The shape of a request is wrong: fields are missing, unknown, or of another kind. */
export class InvalidRequest extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(' '));
    this.name = 'InvalidRequest';
  }
}
