import { z } from 'zod';
import { didYouMean } from './nearest-name.js';
import { notText } from './scalars.js';

/** A schema for each field of `T`; only an optional field may stay undefined. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K>
    ? z.ZodType<T[K] | undefined>
    : z.ZodType<T[K]>;
};

/** In files an amount is named without its unit: `amountCents` is written `amount`, in euros. */
export function writtenKey(key: string): string {
  return key.replace('Cents', '');
}

/** The path of a domain value as it stands in the file. */
export function writtenPath(path: string): string {
  return path.replaceAll('Cents', '');
}

/**
 * A group of named values, read into `T`. A key that the group does not have is refused, with the
 * nearest name that it has: the message holds one line per unknown key, in the order of the keys.
 */
export function record<T extends object>(fields: Fields<T>): z.ZodType<T> {
  const keys = Object.keys(fields);
  const shape = Object.fromEntries(
    Object.entries<z.ZodType>(fields).map(([key, schema]) => [writtenKey(key), schema]),
  );
  const known = Object.keys(shape);
  const expected = `eine Gruppe mit ${known.join(', ')}`;
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => unknownKey(key, known)).join('\n')
          : notText(issue.input, expected),
    })
    .transform((values) => {
      const entries = keys
        .map((key) => [key, values[writtenKey(key)]] as const)
        .filter(([, value]) => value !== undefined);
      // The type of `fields` says that these entries make a T.
      return Object.fromEntries(entries) as T;
    });
}

function unknownKey(key: string, known: readonly string[]): string {
  return `Den Schlüssel „${key}“ gibt es hier nicht.${didYouMean(key, known)}`;
}

/** A list; `least` 1 refuses an empty one. */
export function list<T>(item: z.ZodType<T>, least: 0 | 1 = 0): z.ZodType<readonly T[]> {
  const expected = least === 0 ? 'eine Liste' : 'eine Liste mit mindestens einem Eintrag';
  return z
    .array(item, { error: ({ input }) => notText(input, expected) })
    .min(least, { error: `Die Liste ist leer. Erwartet: ${expected}.` });
}

/** A list that may be left out: then it is empty. */
export function optionalList<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return list(item).default([]);
}
