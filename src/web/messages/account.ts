import type { Sentence } from './sentence.js';

const STATES: Readonly<Record<string, string>> = {
  on: 'Der zweite Faktor ist schon eingerichtet.',
  off: 'Für dieses Konto ist kein zweiter Faktor eingerichtet.',
  'not-offered':
    'Der Schlüssel auf der Seite gilt nicht mehr, etwa weil Sie in einem anderen Fenster neu begonnen haben.',
};

/** Refusals around one's own account and the second factor. */
export const accountMessages: Readonly<Record<string, Sentence>> = {
  'identity.second-factor-wrong': {
    title: 'Der Code passt nicht',
    detail: () =>
      'Ein Code der App gilt etwa eine Minute und nur einmal, ein Wiederherstellungscode nur einmal. ' +
      'Warten Sie auf den nächsten Code; prüfen Sie sonst, ob die Uhr des Telefons richtig geht.',
  },
  'identity.sign-in-step-over': {
    title: 'Bitte beginnen Sie die Anmeldung noch einmal',
    detail: () =>
      'Zwischen Passwort und Code ist zu viel Zeit vergangen, oder das Passwort wurde in einem anderen ' +
      'Browser eingegeben. Es wurde niemand angemeldet.',
  },
  'identity.second-factor-missing': {
    title: 'Richten Sie zuerst den zweiten Faktor ein',
    detail: () =>
      'Für Anordnung und Verwaltung der Konten verlangt Ihr Haus einen zweiten Faktor (SECOND_FACTOR). ' +
      'Bis er eingerichtet ist, steht Ihnen hier nichts offen.',
  },
  'identity.second-factor-kept': {
    title: 'Für Ihre Rolle ist der zweite Faktor Pflicht',
    detail: () =>
      'Wer anordnet oder Konten verwaltet, kann ihn nicht ausschalten. Auf ein anderes Telefon wechseln ' +
      'können Sie jederzeit.',
  },
  'identity.second-factor-state': {
    title: 'Das passt nicht zum Stand des zweiten Faktors',
    detail: ({ state }) =>
      `${STATES[String(state)] ?? 'Er hat sich geändert.'} Es wurde nichts gespeichert.`,
  },
  'identity.password-wrong': {
    title: 'Das Passwort stimmt nicht',
    detail: () =>
      'Gefragt ist das Passwort, mit dem Sie sich hier anmelden. Achten Sie auf Groß- und Kleinschreibung.',
  },
  'identity.unknown-session': {
    title: 'Diese Sitzung gibt es nicht',
    detail: () => 'Sie ist schon beendet, oder es ist keine von Ihren.',
  },
};
