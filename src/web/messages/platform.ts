import type { Sentence } from './sentence.js';

/** Refusals of the platform: repeated commands, lost updates, a book that is busy. */
export const platformMessages: Readonly<Record<string, Sentence>> = {
  'command.reused': {
    title: 'Der Schlüssel wurde schon benutzt',
    detail: ({ key }) =>
      `Mit dem Schlüssel „${String(key)}“ wurde schon ein anderer Vorgang abgeschickt. ` +
      'Bitte laden Sie die Seite neu und schicken Sie Ihre Eingabe noch einmal ab.',
  },
  'command.key-malformed': {
    title: 'Der Schlüssel ist ungültig',
    detail: () =>
      'Ein Schlüssel (Idempotency-Key) hat 1 bis 128 druckbare Zeichen ohne Leerzeichen, Umlaute und Doppelpunkt.',
  },
  'book.busy': {
    title: 'Das Buch ist gerade in Benutzung',
    detail: () =>
      'Andere schreiben gerade in das Buch. Es wurde nichts gespeichert; ' +
      'bitte versuchen Sie es in einem Augenblick noch einmal.',
  },
  'mail.not-sent': {
    title: 'Die Mail ist nicht hinausgegangen',
    detail: ({ reason, detail }) => {
      if (reason === 'example-book') return 'Ein Beispielbuch verschickt keine Mail.';
      if (reason === 'not-configured') {
        return 'Es ist kein Mailserver eingestellt (SMTP_URL). Es wurde nichts verschickt.';
      }
      return `Der Mailserver hat die Mail nicht angenommen: ${String(detail)}`;
    },
  },
  'secrets.key-missing': {
    title: 'Der Schlüssel für Geheimnisse fehlt',
    detail: () =>
      'Das Geheimnis eines zweiten Faktors wird nur verschlüsselt gespeichert. Dafür muss der Betrieb erst ' +
      'den Schlüssel hinterlegen (Einstellung SECRETS_KEY). Es wurde nichts gespeichert.',
  },
  'secrets.key-wrong': {
    title: 'Der Schlüssel passt nicht zu diesem Buch',
    detail: () =>
      'Das gespeicherte Geheimnis lässt sich nicht lesen: Der Schlüssel des Buchs (SECRETS_KEY) ist ein anderer, ' +
      'oder der Eintrag wurde verändert. Es liegt nicht an Ihrem Code. Bitte sagen Sie dem Betrieb Bescheid; ' +
      'ein Wiederherstellungscode gilt auch jetzt.',
  },
  'revision.stale': {
    title: 'Inzwischen geändert',
    detail: ({ id, expected, current }) =>
      `„${String(id)}“ wurde inzwischen geändert: Sie haben Stand ${String(expected)} bearbeitet, ` +
      `gültig ist Stand ${String(current)}. Bitte prüfen Sie den neuen Stand und ändern Sie dann diesen.`,
  },
  'revision.not-named': {
    title: 'Bearbeiteter Stand fehlt',
    detail: () =>
      'Eine Änderung nennt im Kopf „If-Match“ den Stand, den Sie gesehen haben, zum Beispiel "3". ' +
      'Er steht als ETag in der Antwort auf das Lesen. Es wurde nichts geändert.',
  },
  'revision.unknown': {
    title: 'Nicht gefunden',
    detail: ({ id }) => `„${String(id)}“ gibt es nicht, oder es wurde zurückgenommen.`,
  },
};
