/** What answers tell beside a fact's own fields: the book knows it, nobody states it. */
const MARKS: readonly string[] = ['revision', 'recordedAt', 'recordedBy', 'warnings'];

/** What answers tell of the entries of a list, beside what was stated: `lines` of a notice. */
const OF_ENTRIES: Readonly<Record<string, readonly string[]>> = {
  lines: ['on', 'users', 'used', 'usedFte', 'remaining', 'remainingFte'],
};

/**
 * The fields of a body without those that only answers have, so that a program may send back what it
 * was told, with one field changed. Anything else that is not known stays, and is refused by name.
 *
 * @param besides further fields that the answer of this fact has: versions of a contract
 */
export function withoutReadOnly(
  fields: Readonly<Record<string, unknown>>,
  besides: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const left = new Set([...MARKS, ...besides]);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !left.has(name))
      .map(([name, value]) => [name, ownOf(value, OF_ENTRIES[name] ?? [])] as const),
  );
}

function ownOf(value: unknown, told: readonly string[]): unknown {
  if (told.length === 0 || !Array.isArray(value)) return value;
  return value.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).filter(([name]) => !told.includes(name)))
      : entry,
  );
}
