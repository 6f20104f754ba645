import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { fieldErrors } from '../messages/validation.js';
import { fieldsDeeperThan } from './nesting.js';
import { InvalidRequest } from './invalid-request.js';

/** Lists and objects inside each other; the deepest request of ours has four. */
const NESTING_MAX = 16;

/** Every JSON body is read once, at the edge: unknown fields are refused, nothing is converted. */
export function validationPipe(): ValidationPipe {
  return new BoundedValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new InvalidRequest(fieldErrors(errors)),
  });
}

/** What reads the fields calls itself for each level, and would run out of stack. */
class BoundedValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const pointers = fieldsDeeperThan(NESTING_MAX, value);
    if (pointers.length > 0) {
      const detail = 'Die Angaben sind zu tief ineinander verschachtelt.';
      throw new InvalidRequest(pointers.map((pointer) => ({ pointer, detail })));
    }
    return super.transform(value, metadata);
  }
}
