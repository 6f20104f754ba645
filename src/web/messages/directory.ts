import type { Sentence } from './sentence.js';

const MISSING: Readonly<Record<string, string>> = {
  name: 'keinen Namen',
  mail: 'keine Mailadresse',
};

const REASONS: Readonly<Record<string, string>> = {
  access_denied: 'Sie haben dort abgebrochen, oder Ihr Konto ist für das Buch nicht freigegeben.',
  invalid_client: 'Das Buch hat sich dort falsch ausgewiesen (OIDC_CLIENT_ID, OIDC_CLIENT_SECRET).',
};

/** Refusals when people sign in through the office's directory. */
export const directoryMessages: Readonly<Record<string, Sentence>> = {
  'identity.directory-not-offered': {
    title: 'Hier gibt es keine Anmeldung über das Verzeichnis',
    detail: () =>
      'Für dieses Buch ist kein Verzeichnis des Amts eingestellt (OIDC_ISSUER). ' +
      'Melden Sie sich mit Mailadresse und Passwort an.',
  },
  'identity.directory-unreachable': {
    title: 'Das Verzeichnis antwortet nicht',
    detail: () =>
      'Das Verzeichnis Ihres Amts ist gerade nicht zu erreichen. Versuchen Sie es in einer Minute ' +
      'neu; bleibt es dabei, sagen Sie Ihrer IT Bescheid.',
  },
  'identity.directory-refused': {
    title: 'Das Verzeichnis hat Sie nicht angemeldet',
    detail: ({ reason }) =>
      `${REASONS[String(reason)] ?? `Es meldet: ${String(reason)}.`} ` +
      'Wenden Sie sich an Ihre IT, wenn Sie das Buch brauchen.',
  },
  'identity.directory-answer-unfit': {
    title: 'Die Antwort des Verzeichnisses passt nicht zu dieser Anmeldung',
    detail: () =>
      'Sie ist zu alt, schon benutzt oder gehört zu einem anderen Fenster. ' +
      'Es wurde niemand angemeldet. Beginnen Sie die Anmeldung noch einmal.',
  },
  'identity.directory-answer-incomplete': {
    title: 'Dem Verzeichnis fehlt eine Angabe zu Ihnen',
    detail: ({ missing }) =>
      `Das Verzeichnis Ihres Amts nennt ${MISSING[String(missing)] ?? String(missing)}. ` +
      'Bitten Sie Ihre IT, die Angabe zu ergänzen und für das Buch freizugeben.',
  },
  'identity.directory-roles-apart': {
    title: 'Ihre Gruppen passen nicht zusammen',
    detail: () =>
      'Aus Ihren Gruppen im Verzeichnis folgen Rollen, die eine Person nicht zusammen haben darf, ' +
      'etwa Anordnung und Kasse. Bitten Sie Ihre IT, Sie aus einer der Gruppen zu nehmen ' +
      '(§ 31 KomHVO NRW).',
  },
  'identity.directory-no-role': {
    title: 'Ihr Konto ist für das Buch nicht freigegeben',
    detail: () =>
      'Das Verzeichnis kennt Sie, aber keine Ihrer Gruppen hat hier eine Rolle. Bitten Sie Ihre IT, ' +
      'Sie in die richtige Gruppe aufzunehmen; danach melden Sie sich neu an.',
  },
  'identity.directory-mail-taken': {
    title: 'Ihre Mailadresse hat hier schon ein Konto mit Passwort',
    detail: () =>
      'Das Buch übernimmt es nicht von selbst, damit niemand über eine Mailadresse an ein fremdes Konto ' +
      'kommt. Melden Sie sich mit dem Passwort an, oder bitten Sie die Verwaltung der Konten, dem alten ' +
      'Konto eine andere Adresse zu geben oder es zu schließen und zu löschen.',
  },
  'identity.directory-account-closed': {
    title: 'Ihr Konto im Buch ist geschlossen',
    detail: () =>
      'Das Verzeichnis kennt Sie, aber die Verwaltung der Konten hat Ihr Konto hier geschlossen. ' +
      'Nur sie kann es wieder öffnen.',
  },
};
