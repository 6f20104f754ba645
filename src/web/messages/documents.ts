import type { Sentence } from './sentence.js';

const BYTES_PER_MB = 1_048_576;

/** Refusals of files that somebody wants to file. */
export const documentsMessages: Readonly<Record<string, Sentence>> = {
  'documents.file-too-large': {
    title: 'Die Datei ist zu groß',
    detail: ({ name, limit }) =>
      `„${String(name)}“ ist größer als ${String(Number(limit) / BYTES_PER_MB)} MB. ` +
      'Speichern Sie den Scan mit geringerer Auflösung.',
  },
  'documents.file-kind': {
    title: 'Diese Art von Datei wird nicht abgelegt',
    detail: ({ name }) =>
      `„${String(name)}“ ist nach ihrem Inhalt keine Datei, die abgelegt werden kann. ` +
      'Möglich sind PDF, PNG, JPEG, Word, Excel, OpenDocument-Text (ohne Makros) und reiner Text.',
  },
};
