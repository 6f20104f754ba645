import type { Sentence } from './sentence.js';

const NAMING: Readonly<Record<string, string>> = {
  notice: 'der Bescheid',
  contract: 'der Vertrag',
  position: 'die Stelle',
  'take-over': 'die Übernahme',
};

export const grantsMessages: Readonly<Record<string, Sentence>> = {
  'grants.unknown-notice': {
    title: 'Diesen Bescheid gibt es nicht',
    detail: ({ notice }) => `Im Buch steht kein Zuwendungsbescheid „${String(notice)}“.`,
  },
  'grants.notice-taken': {
    title: 'Die Kennung ist vergeben',
    detail: ({ notice }) =>
      `Einen Zuwendungsbescheid „${String(notice)}“ gibt es schon. Wählen Sie eine andere Kennung, ` +
      'oder berichtigen Sie den Bescheid.',
  },
  'grants.notice-in-use': {
    title: 'Der Bescheid wird gebraucht',
    detail: ({ notice, kind, by }) =>
      `Auf den Bescheid „${String(notice)}“ stützt sich noch ${NAMING[String(kind)] ?? ''} „${String(by)}“. ` +
      'Eine Kürzung durch das Land ist ein Änderungsbescheid. Es wurde nichts zurückgenommen.',
  },
  'grants.unknown-notice-line': {
    title: 'Diese Bescheidzeile gibt es nicht',
    detail: ({ noticeLine }) =>
      `Die Bescheidzeile „${String(noticeLine)}“ steht in keinem Bescheid des Buchs. ` +
      'Lesen Sie zuerst den Bescheid ein.',
  },
  'grants.line-id-too-long': {
    title: 'Die Kennung ist zu lang',
    detail: ({ id, limit }) =>
      `Bescheid und Zeile ergeben zusammen die Kennung „${String(id)}“; möglich sind ` +
      `${String(limit)} Zeichen. Kürzen Sie die Kennung des Bescheids oder der Zeile.`,
  },
};
