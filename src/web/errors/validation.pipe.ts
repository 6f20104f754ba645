import { ValidationPipe } from '@nestjs/common';
import { fieldErrors } from '../messages/validation.js';
import { InvalidRequest } from './invalid-request.js';

/** Every JSON body is read once, at the edge: unknown fields are refused, nothing is converted. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new InvalidRequest(fieldErrors(errors)),
  });
}
