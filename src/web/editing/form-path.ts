/** "lines[0].fte" -> ["lines", 0, "fte"]. */
export function partsOf(path: string): readonly (string | number)[] {
  return path.split(/[.[]/).map((part) => (part.endsWith(']') ? Number.parseInt(part, 10) : part));
}

/** Whether `path` is `outer` itself or lies in it. */
export function isWithin(path: string, outer: string): boolean {
  if (!path.startsWith(outer)) return false;
  const next = path[outer.length];
  return next === undefined || next === '.' || next === '[';
}

/** The id of a field in its page: "lines[0].fte" -> "lines-0-fte". */
export function idOf(path: string): string {
  return path.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

/** A value in lists and groups as texts by path; an empty group leaves its own path. */
export function flattened(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'number' || typeof value === 'boolean') return [[path, value.toString()]];
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => flattened(entry, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 0 && path.endsWith(']')) return [[path, '']];
  return entries.flatMap(([key, entry]) => flattened(entry, path === '' ? key : `${path}.${key}`));
}

interface Group {
  [key: string]: unknown;
}

/** Puts a value where its path says, and makes the groups and lists on the way. */
export function put(root: Group, path: string, value: unknown): void {
  const parts = partsOf(path);
  let place = root;
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      place[part] ??= value;
      return;
    }
    place[part] ??= typeof parts[index + 1] === 'number' ? [] : {};
    place = place[part] as Group;
  });
}
