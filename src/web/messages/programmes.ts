import type { Sentence } from './sentence.js';

export const programmesMessages: Readonly<Record<string, Sentence>> = {
  'programmes.definitions-refused': {
    title: 'Definitionsdateien fehlerhaft',
    detail: ({ count, file, line, column, path, message }) =>
      `Die Definitionsdateien enthalten ${count === 1 ? 'einen Fehler' : `${String(count)} Befunde`}; ` +
      `übernommen wurde nichts. Zuerst: ${String(file)}:${String(line)}:${String(column)}` +
      `${path === '' ? '' : ` bei ${String(path)}`}: ${String(message)}`,
  },
  'programmes.book-kind-fixed': {
    title: 'Art des Buches steht fest',
    detail: ({ inBook, configured }) =>
      `Dieses Buch wurde mit BOOK=${String(inBook)} angelegt und lässt sich nicht mit ` +
      `BOOK=${String(configured)} öffnen. Entfernen Sie BOOK, oder nennen Sie mit DATABASE_URL ein anderes Buch.`,
  },
  'programmes.rate-missing': {
    title: 'Kein Fördersatz bekannt',
    detail: ({ component, kind, on }) =>
      `Für den Baustein ${String(component)} ist am ${String(on)} kein Satz der Art „${String(kind)}“ bekannt.`,
  },
  'programmes.regime-missing': {
    title: 'Keine Förderregeln bekannt',
    detail: ({ component, year }) =>
      `Für den Baustein ${String(component)} sind für das Jahr ${String(year)} keine Förderregeln hinterlegt.`,
  },
  'programmes.unknown-component': {
    title: 'Unbekannter Baustein',
    detail: ({ component, known }) =>
      `Den Baustein „${String(component)}“ gibt es nicht. Bekannt sind: ${String(known)}.`,
  },
};
