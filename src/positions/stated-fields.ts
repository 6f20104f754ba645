/** Stands for the id that the book will make, where a schema asks for one. */
export const UNNAMED = 'neu';

/** Whether a value has fields. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether somebody chose an id. */
export function isNamed({ id }: Readonly<Record<string, unknown>>): boolean {
  return id !== undefined && id !== '';
}

/** The fields with an id, made up where none was chosen. */
export function named(
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return isNamed(fields) ? fields : { ...fields, id: UNNAMED };
}

/** The fact as stated: without the id that was made up for its reading. */
export function unnamed<Fact extends { readonly id: string }>(
  fact: Fact,
  fields: Readonly<Record<string, unknown>>,
): Omit<Fact, 'id'> & { readonly id?: string } {
  const { id, ...rest } = fact;
  return isNamed(fields) ? { ...rest, id } : rest;
}
