import { IsIn, registerDecorator } from 'class-validator';
import { InvalidField, type InvalidReason } from '../domain/errors/invalid-field.js';

/**
 * A field whose text a parser of the domain reads. Each reason for which the parser may refuse is a
 * constraint of its own, so that all wrong fields of a request are named at once. An absent field
 * is left to `@IsDefined`.
 */
export function ReadBy(
  parse: (text: string) => unknown,
  ...reasons: readonly InvalidReason[]
): PropertyDecorator {
  return (target, property) => {
    for (const reason of ['text', ...reasons] as const) {
      registerDecorator({
        name: reason,
        target: target.constructor,
        propertyName: String(property),
        validator: { validate: (value: unknown) => reasonAgainst(value, parse) !== reason },
      });
    }
  };
}

/** A field with one of the keys; the message names them all. */
export function OneOf(keys: readonly string[]): PropertyDecorator {
  return IsIn(keys, { message: `Erlaubt sind: ${keys.join(', ')}.` });
}

function reasonAgainst(value: unknown, parse: (text: string) => unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return 'text';
  try {
    parse(value);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidField) return String(error.facts['reason']);
    throw error;
  }
}
