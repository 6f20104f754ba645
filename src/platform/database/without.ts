/** The same without some of its fields: what somebody else is not to be told. */
export function without<Stated extends object, Key extends keyof Stated>(
  stated: Stated,
  ...fields: readonly Key[]
): Omit<Stated, Key> {
  const left = Object.entries(stated).filter(([name]) => !fields.includes(name as Key));
  return Object.fromEntries(left) as Omit<Stated, Key>;
}
