/**
 * What makes a password easy to guess: it is on the list, it says who signs in where, or it is a
 * pattern of the keyboard.
 */
export type GuessedBy = 'list' | 'context' | 'pattern';

/** What whoever guesses passwords tries first. */
export interface GuessableWords {
  /** Passwords that many people use, in lower case. */
  readonly common: ReadonlySet<string>;
  /** Texts that say who signs in where: product, office, organisation, name, mail address. */
  readonly context: readonly string[];
}

/** So many digits and signs around a word add nothing: programs that guess try them all. */
const DECORATION_MOST = 8;

/** A password of fewer different characters is a pattern. */
const DIFFERENT_LEAST = 5;

/** A run on the keyboard starts with three keys. */
const RUN_LEAST = 3;

/** What lies side by side: alphabet, digits, rows and columns of German and English keyboards. */
const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '12345678901234567890',
  'qwertzuiopü+asdfghjklöä#yxcvbnm,.-',
  'qwertzuiopasdfghjklyxcvbnm',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnm',
  '!"§$%&/()=',
  '!@#$%^&*()',
  '1qay2wsx3edc4rfv5tgb6zhn7ujm8ik,9ol.0pö-',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qaywsxedcrfvtgbzhnujmik,ol.pö-',
  'qazwsxedcrfvtgbyhnujmik,ol.p;/',
].flatMap((run) => [run, Array.from(run).toReversed().join('')]);

const RUN_LONGEST = Math.max(...RUNS.map((run) => run.length));

/** Signs that stand for letters: "P@ssw0rt". */
const LETTER_OF: Readonly<Record<string, string>> = {
  ...{ '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '5': 's', $: 's', '7': 't' },
};

/**
 * Why a password is soon guessed; undefined: it is not. The whole of it is compared, so a sentence
 * may well hold a common word (NIST SP 800-63B: list, context and their derivatives).
 */
export function guessedBy(password: string, words: GuessableWords): GuessedBy | undefined {
  const text = password.toLowerCase();
  if (isPattern(text)) return 'pattern';
  const all = readingsOf(text);
  if (all.some((reading) => words.common.has(reading))) return 'list';
  const context = contextWords(words.context);
  return all.some((reading) => saysOnly(reading, context)) ? 'context' : undefined;
}

/** What the text may have been made from: once or twice, with digits around it, signs for letters. */
function readingsOf(text: string): readonly string[] {
  return [text, text.replace(/[\s._-]+/g, '')]
    .flatMap((reading) => [reading, oneRound(reading)])
    .flatMap((reading) => [reading, core(reading)])
    .flatMap((reading) => [reading, plain(reading)]);
}

function isPattern(text: string): boolean {
  if (new Set(text).size < DIFFERENT_LEAST) return true;
  return isMadeOf(oneRound(text), RUN_LEAST, RUN_LONGEST, isRun);
}

function isRun(piece: string): boolean {
  return RUNS.some((run) => run.includes(piece));
}

/** "passwort" of "passwortpasswort"; any other text as it is. */
function oneRound(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}

/** The text without the few digits and signs before and behind: "passwort" of "passwort2026!". */
function core(text: string): string {
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return text.length - word.length > DECORATION_MOST ? text : word;
}

/** The text with letters where signs stand for them. */
function plain(text: string): string {
  return Array.from(text, (sign) => LETTER_OF[sign] ?? sign).join('');
}

function saysOnly(text: string, context: ReadonlySet<string>): boolean {
  const letters = lettersOf(text);
  if (letters === '' || text.length - letters.length > DECORATION_MOST) return false;
  const longest = Math.max(0, ...Array.from(context, (word) => word.length));
  return isMadeOf(letters, 1, longest, (piece) => context.has(piece));
}

/** The words of the texts; of a single letter none is guessed. */
function contextWords(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  return new Set(words.map(lettersOf).filter((word) => word.length > 1));
}

/** The letters alone, with "ue" for "ü" as mail addresses write it. */
function lettersOf(text: string): string {
  return text
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss')
    .replace(/[^\p{L}]+/gu, '');
}

/** Whether pieces of these lengths, set side by side, make the whole text. */
function isMadeOf(
  text: string,
  least: number,
  most: number,
  isPiece: (piece: string) => boolean,
): boolean {
  const reached = new Set([0]);
  for (let from = 0; from < text.length; from += 1) {
    if (!reached.has(from)) continue;
    for (let to = from + least; to <= Math.min(from + most, text.length); to += 1) {
      if (isPiece(text.slice(from, to))) reached.add(to);
    }
  }
  return reached.has(text.length);
}
