const LONGEST_KEY = 40;

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A speaking key made of a name: "Stadt Lünen" -> "stadt-luenen"; '' if nothing is left of it. */
export function speakingKey(name: string): string {
  return name
    .toLocaleLowerCase('de')
    .replaceAll(/[äöüß]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_KEY)
    .replaceAll(/^-+|-+$/g, '');
}
