import type { ValidationError } from '@nestjs/common';
import { inputReasons } from './input.js';

/** What is wrong with one field of a request, by the constraint that it broke. */
const DETAILS: Readonly<Record<string, string>> = {
  ...inputReasons,
  whitelistValidation: 'Dieses Feld gibt es hier nicht.',
  isDefined: 'Dieses Feld fehlt.',
  isNotEmpty: 'Dieses Feld darf nicht leer sein.',
  isString: 'Erwartet wird ein Text in Anführungszeichen.',
  isInt: 'Erwartet wird eine ganze Zahl.',
  isNumber: 'Erwartet wird eine Zahl.',
  isNumberString: 'Erwartet wird eine Zahl als Text.',
  isBoolean: 'Erwartet wird true oder false.',
  isArray: 'Erwartet wird eine Liste.',
  isObject: 'Erwartet wird ein Objekt.',
  arrayNotEmpty: 'Die Liste darf nicht leer sein.',
  arrayMinSize: 'Die Liste ist zu kurz.',
  arrayMaxSize: 'Die Liste ist zu lang.',
  isIn: 'Dieser Wert ist nicht vorgesehen.',
  isEnum: 'Dieser Wert ist nicht vorgesehen.',
  min: 'Die Zahl ist zu klein.',
  max: 'Die Zahl ist zu groß.',
  minLength: 'Der Text ist zu kurz.',
  maxLength: 'Der Text ist zu lang.',
  isLength: 'Der Text ist zu lang oder zu kurz.',
  matches: 'Der Text hat nicht die erwartete Form.',
  isDateString: 'Erwartet wird ein Tag in der Form 2023-03-15.',
  isISO8601: 'Erwartet wird ein Tag in der Form 2023-03-15.',
  nestedValidation: 'Erwartet wird ein Objekt.',
  unknownValue: 'Erwartet wird ein Objekt mit den beschriebenen Feldern.',
};

/** A field that cannot be read: where it stands in the request, and what was expected. */
export interface FieldError {
  /** JSON pointer: "/postings/0/amount". */
  readonly pointer: string;
  readonly detail: string;
}

/** The findings of class-validator as fields with German sentences, nested ones included. */
export function fieldErrors(errors: readonly ValidationError[], base = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${base}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {})
      .slice(0, 1)
      .map(([constraint, text]) => ({ pointer, detail: detailOf(constraint, text) }));
    return [...own, ...fieldErrors(error.children ?? [], pointer)];
  });
}

/** A sentence of the DTO itself (it ends with a full stop) goes before the general one. */
function detailOf(constraint: string, text: string): string {
  return text.endsWith('.') ? text : (DETAILS[constraint] ?? 'Dieser Wert ist nicht möglich.');
}
