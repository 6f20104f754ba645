const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox unter Windows": what a browser says of itself, as a person would. */
export function browserText(said: string): string {
  const browser = nameIn(BROWSERS, said);
  const system = nameIn(SYSTEMS, said);
  if (browser === undefined) return 'unbekanntes Gerät';
  return system === undefined ? browser : `${browser} unter ${system}`;
}

function nameIn(names: typeof BROWSERS, said: string): string | undefined {
  return names.find(([pattern]) => pattern.test(said))?.[1];
}
