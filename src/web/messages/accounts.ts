import type { Sentence } from './sentence.js';

/** Refusals around people's accounts. */
export const accountsMessages: Readonly<Record<string, Sentence>> = {
  'identity.unknown-person': {
    title: 'Dieses Konto gibt es nicht',
    detail: () => 'Unter dieser Kennung steht niemand im Buch.',
  },
  'identity.own-rights': {
    title: 'Das eigene Konto ändert jemand anderes',
    detail: () =>
      'Niemand ändert die eigenen Rechte oder schließt das eigene Konto. Bitten Sie jemanden mit ' +
      'derselben Aufgabe. Es wurde nichts gespeichert.',
  },
  'identity.last-administrator': {
    title: 'Dann könnte niemand mehr Konten verwalten',
    detail: () =>
      'Dies ist das letzte offene Konto der Verwaltung, mit dem sich jemand anmelden kann. Richten ' +
      'Sie zuerst ein zweites ein. Es wurde nichts gespeichert.',
  },
  'identity.organisation-fixed': {
    title: 'Die Organisation einer Person bleibt',
    detail: () =>
      'Wer zu einem Weiterleitungsempfänger gehört, bekommt keine Rolle im Kreis, und umgekehrt. ' +
      'Schließen Sie das Konto und laden Sie die Person neu ein.',
  },
  'identity.lead-needed': {
    title: 'Das macht die Leitung Ihrer Organisation',
    detail: () =>
      'Kolleginnen und Kollegen lädt ein und entfernt, wer in Ihrer Organisation die Leitung hat. ' +
      'Es wurde nichts gespeichert.',
  },
  'identity.account-state': {
    title: 'Das passt nicht zum Stand des Kontos',
    detail: ({ state }) =>
      `${STATES[String(state)] ?? 'Das Konto hat sich geändert.'} Es wurde nichts gespeichert.`,
  },
  'identity.unknown-organisation': {
    title: 'Diese Organisation gibt es nicht',
    detail: ({ partner }) =>
      `Unter „${String(partner)}“ steht kein Weiterleitungsempfänger im Buch. Legen Sie ihn zuerst an.`,
  },
  'identity.second-administrator-needed': {
    title: 'Dazu braucht es zwei Personen der Verwaltung',
    detail: () =>
      'Wer allein Rollen vergeben, einen Link ausstellen, einen zweiten Faktor zurücksetzen oder eine ' +
      'Mailadresse ändern könnte, käme damit in fremde Konten. Geben Sie die Änderung zur ' +
      'Bestätigung; eine andere Person der Verwaltung stimmt zu. Es wurde nichts gespeichert.',
  },
  'identity.account-change-refused': {
    title: 'Diese Änderung am Konto geht so nicht',
    detail: ({ reason }) =>
      CHANGE_REASONS[String(reason)] ?? 'Das Konto oder die Änderung hat sich geändert.',
  },
  'identity.rights-waiting': {
    title: 'Ihre Rollen gelten noch nicht',
    detail: () =>
      'Eine zweite Person der Verwaltung muss sie noch bestätigen. Sie wird Sie dazu fragen; melden ' +
      'Sie sich danach neu an. Unter „Mein Konto“ sehen Sie, wie es steht.',
  },
};

const CHANGE_REASONS: Readonly<Record<string, string>> = {
  'same-administrator':
    'Sie haben diese Änderung selbst beantragt. Bestätigen muss sie eine andere Person der Verwaltung.',
  'own-account': 'Es geht um Ihr eigenes Konto. Bestätigen muss eine andere Person der Verwaltung.',
  decided: 'Darüber ist schon entschieden.',
  waiting: 'Für dieses Konto wartet das schon auf eine zweite Person der Verwaltung.',
  overtaken:
    'Das Konto hat sich geändert, seit die Änderung beantragt wurde. Lehnen Sie sie ab und beantragen Sie sie neu.',
  'not-begun':
    'Die Person hat noch kein Passwort gewählt. Bestätigen Sie erst, wenn sie sich angemeldet hat und Sie selbst mit ihr gesprochen haben.',
  'not-needed': 'Dafür braucht es keine zweite Person; ändern Sie es direkt.',
};

const STATES: Readonly<Record<string, string>> = {
  open: 'Das Konto ist offen; schließen Sie es zuerst.',
  closed: 'Das Konto ist geschlossen; öffnen Sie es zuerst wieder.',
  erased: 'Name und Mailadresse sind gelöscht; laden Sie die Person neu ein.',
  directory: 'Diese Person meldet sich mit dem Konto des Hauses an; hier hat sie kein Passwort.',
};
