/** A value without some of its properties: a draft has no day of written form. */
export function without<T extends object, K extends keyof T>(
  value: T,
  ...keys: readonly K[]
): Omit<T, K> {
  const dropped = new Set<PropertyKey>(keys);
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !dropped.has(key)),
  ) as unknown as Omit<T, K>;
}
