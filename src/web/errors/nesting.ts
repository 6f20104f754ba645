/** Pointers of the fields of a request that hold lists or objects deeper than `levels`. */
export function fieldsDeeperThan(levels: number, body: unknown): string[] {
  if (!isNested(body)) return [];
  return Object.entries(body)
    .filter(([, value]) => isDeeperThan(levels, value))
    .map(([key]) => pointerOf(key));
}

/** The JSON pointer of a field of the request itself. */
export function pointerOf(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Level by level, not by recursion: the depth is up to whoever asks. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; depth < levels && level.length > 0; depth++) {
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
  return level.length > 0;
}
