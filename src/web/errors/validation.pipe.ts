import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { fieldErrors } from '../messages/validation.js';
import { fieldsDeeperThan } from './nesting.js';
import { InvalidRequest } from './invalid-request.js';
import { unreadableFields } from './readable-text.js';

/** Lists and objects inside each other; the deepest request of ours has four. */
const NESTING_MAX = 16;

const TOO_DEEP = 'Die Angaben sind zu tief ineinander verschachtelt.';
const UNREADABLE = 'Der Text enthält Zeichen, die sich nicht speichern lassen.';

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

/**
 * Refuses, before the fields are read, what cannot be read at all. What reads the fields calls itself
 * for each level, and would run out of stack.
 */
class BoundedValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    refuse(fieldsDeeperThan(NESTING_MAX, value), TOO_DEEP);
    refuse(unreadableFields(value), UNREADABLE);
    return super.transform(value, metadata);
  }
}

function refuse(pointers: readonly string[], detail: string): void {
  if (pointers.length > 0)
    throw new InvalidRequest(pointers.map((pointer) => ({ pointer, detail })));
}
