import { Check } from 'typeorm';
import { INSTANT_LENGTH } from './columns.js';

/** A named rule of a table, written once for the entity and for the migration. */
export interface NamedCheck {
  readonly name: string;
  readonly expression: string;
}

/** Whole cents that JavaScript can hold; SQLite would take 1.5, 'abc' and more than 2^53. */
export function centsCheck(table: string, column: string): NamedCheck {
  const most = Number.MAX_SAFE_INTEGER;
  return {
    name: `ck_${table}_${column}_cents`,
    expression: `"${column}" = cast("${column}" as bigint) and "${column}" between -${most} and ${most}`,
  };
}

/** A day that exists, as ISO text; null passes. */
export function dayCheck(table: string, column: string): NamedCheck {
  return {
    name: `ck_${table}_${column}_day`,
    expression: `"${column}" is not distinct from date("${column}")`,
  };
}

/** UTC with milliseconds; null passes. */
export function instantCheck(table: string, column: string): NamedCheck {
  return {
    name: `ck_${table}_${column}_instant`,
    expression: `length("${column}") = ${INSTANT_LENGTH}`,
  };
}

/** One of the given words. */
export function choiceCheck(table: string, column: string, choices: readonly string[]): NamedCheck {
  const list = choices.map((choice) => `'${choice}'`).join(', ');
  return { name: `ck_${table}_${column}`, expression: `"${column}" in (${list})` };
}

/** A whole number of at least `least`; SQLite would take fractions and text. */
export function wholeCheck(table: string, column: string, least: number): NamedCheck {
  return {
    name: `ck_${table}_${column}_whole`,
    expression: `"${column}" = cast("${column}" as bigint) and "${column}" >= ${least}`,
  };
}

/** The checks on an entity class, so that the tables and the entities stay equal. */
export function Checks(...checks: readonly NamedCheck[]): ClassDecorator {
  return (target) => {
    for (const { name, expression } of checks) Check(name, expression)(target);
  };
}

/** The checks in a `CREATE TABLE`, in the spelling that TypeORM reads back from SQLite. */
export function constraintText({ name, expression }: NamedCheck): string {
  return `CONSTRAINT "${name}" CHECK (${expression})`;
}
