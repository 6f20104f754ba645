import type { Sentence } from './sentence.js';

export const takeOverMessages: Readonly<Record<string, Sentence>> = {
  'take-over.unknown': {
    title: 'Diese Übernahme gibt es nicht',
    detail: ({ takeOver }) => `Im Buch steht keine Übernahme „${String(takeOver)}“.`,
  },
  'take-over.taken': {
    title: 'Die Kennung ist vergeben',
    detail: ({ takeOver }) =>
      `Eine Übernahme „${String(takeOver)}“ gibt es schon. Wählen Sie eine andere Kennung, ` +
      'oder berichtigen Sie die Übernahme.',
  },
};
