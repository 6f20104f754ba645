import type { Sentence } from './sentence.js';

/** Refusals of the transport itself, by status; everything else is a rule with a code of its own. */
export const httpMessages: Readonly<Record<string, Sentence>> = {
  'http.400': {
    title: 'Anfrage nicht lesbar',
    detail: () =>
      'Die Anfrage ist unvollständig oder falsch aufgebaut. Erwartet wird gültiges JSON ' +
      'oder ein vollständiges Formular.',
  },
  'http.403': {
    title: 'Kein Zugriff',
    detail: () =>
      'Die Anfrage kommt von einer fremden Seite, oder Ihnen fehlt die Berechtigung. ' +
      'Es wurde nichts gespeichert. Öffnen Sie das Buch selbst und versuchen Sie es dort.',
  },
  'http.404': {
    title: 'Seite nicht gefunden',
    detail: () => 'Unter dieser Adresse gibt es nichts. Vielleicht enthält sie einen Tippfehler.',
  },
  'http.405': {
    title: 'Methode nicht erlaubt',
    detail: () => 'Diese Adresse kennt die verwendete Methode nicht.',
  },
  'http.413': {
    title: 'Anfrage zu groß',
    detail: () => 'Die Anfrage ist größer als erlaubt. Teilen Sie sie auf.',
  },
  'http.414': {
    title: 'Adresse zu lang',
    detail: () => 'Die Adresse der Anfrage ist länger als erlaubt.',
  },
  'http.415': {
    title: 'Format nicht unterstützt',
    detail: () =>
      'Die Anfrage muss als application/json gesendet werden, ein Formular so, wie es auf der Seite steht.',
  },
  'http.422': {
    title: 'Angaben fehlerhaft',
    detail: () => 'Mindestens eine Angabe fehlt oder ist nicht möglich.',
  },
  'http.429': {
    title: 'Zu viele Anfragen',
    detail: () =>
      'Von Ihrer Adresse kommen zu viele Anfragen. Versuchen Sie es in einer Minute neu.',
  },
  'http.500': {
    title: 'Das hat nicht geklappt',
    detail: ({ reference }) =>
      `Ein Fehler ist aufgetreten. Er ist festgehalten unter der Kennung ${String(reference)}. ` +
      'Nennen Sie die Kennung, wenn Sie sich melden.',
  },
  'http.503': {
    title: 'Gerade nicht erreichbar',
    detail: () => 'Das Buch antwortet gerade nicht. Versuchen Sie es in einer Minute neu.',
  },
};
