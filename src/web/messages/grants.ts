import type { Sentence } from './sentence.js';

export const grantsMessages: Readonly<Record<string, Sentence>> = {
  'grants.unknown-notice': {
    title: 'Diesen Bescheid gibt es nicht',
    detail: ({ notice }) => `Im Buch steht kein Zuwendungsbescheid „${String(notice)}“.`,
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
