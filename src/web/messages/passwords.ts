import type { Sentence } from './sentence.js';

const FOUR_WORDS = 'Nehmen Sie etwa vier Wörter, die nichts miteinander zu tun haben.';

const GUESSED_BY: Readonly<Record<string, string>> = {
  list: 'Dieses Passwort benutzen viele; Ziffern oder Zeichen davor und dahinter ändern daran nichts.',
  context:
    'Dieses Passwort besteht nur aus Ihrem Namen, Ihrer Mailadresse oder den Namen von Amt und Buch.',
  pattern:
    'Dieses Passwort wiederholt nur wenige Zeichen oder folgt einer Reihe wie „12345“ oder „qwertz“.',
};

/** Refusals of passwords that people choose. */
export const passwordsMessages: Readonly<Record<string, Sentence>> = {
  'identity.password-too-short': {
    title: 'Das Passwort ist zu kurz',
    detail: ({ length, least }) =>
      `Das Passwort hat ${String(length)} Zeichen, nötig sind mindestens ${String(least)}. ` +
      FOUR_WORDS,
  },
  'identity.password-too-long': {
    title: 'Das Passwort ist zu lang',
    detail: ({ most }) => `Das Passwort darf höchstens ${String(most)} Zeichen haben.`,
  },
  'identity.password-too-common': {
    title: 'Das Passwort ist leicht zu erraten',
    detail: ({ guessedBy }) => `${GUESSED_BY[String(guessedBy)] ?? ''} ${FOUR_WORDS}`.trim(),
  },
};
