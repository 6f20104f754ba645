import { ROLE_NAMES } from '../shell/person.view.js';
import { isRole } from '../../identity/identity.js';
import type { Instant } from '../../domain/calendar/instant.js';
import { secondText } from './moment-text.js';
import type { Sentence } from './sentence.js';

/** Refusals of sign-in, rights and accounts. */
export const identityMessages: Readonly<Record<string, Sentence>> = {
  'identity.not-signed-in': {
    title: 'Bitte melden Sie sich an',
    detail: () =>
      'Hier stehen Daten des Buchs. Melden Sie sich an, oder senden Sie als Programm Ihren ' +
      'Zugangsschlüssel mit („Authorization: Bearer …“).',
  },
  'identity.right-lacking': {
    title: 'Das ist einer anderen Aufgabe vorbehalten',
    detail: ({ roles }) =>
      `Ihre Rolle erlaubt diesen Schritt nicht. ${whoMay(String(roles ?? ''))} ` +
      'Es wurde nichts gespeichert.',
  },
  'identity.foreign-object': {
    title: 'Das gibt es nicht',
    detail: () => 'Unter dieser Adresse steht nichts, was zu Ihrer Organisation gehört.',
  },
  'identity.form-foreign': {
    title: 'Das Formular gehört nicht zu dieser Sitzung',
    detail: () =>
      'Die Seite wurde vor Ihrer Anmeldung geladen, oder das Formular kam von einer anderen ' +
      'Seite. Es wurde nichts gespeichert. Laden Sie die Seite neu und senden Sie sie noch einmal.',
  },
  'identity.held-form-gone': {
    title: 'Diese Eingaben gibt es nicht mehr',
    detail: () =>
      'Eingaben, die nach dem Ende einer Sitzung kamen, bleiben einen Tag lang für die Person stehen, die sie ' +
      'gemacht hat. Diese sind inzwischen gesendet, verworfen oder zu alt, oder sie gehören zu einem anderen Konto.',
  },
  'identity.roles-apart': {
    title: 'Diese Rollen darf eine Person nicht zusammen haben',
    detail: ({ roles }) =>
      `Gewählt: ${namesOf(String(roles))}. Sachbearbeitung, Anordnung und Controlling dürfen ` +
      'zusammen vergeben werden; Kasse, Prüfung, Verwaltung und Weiterleitungsempfänger stehen ' +
      'allein (§ 28 Abs. 5, § 31 KomHVO NRW).',
  },
  'identity.mail-taken': {
    title: 'Diese Mailadresse hat schon ein Konto',
    detail: () => 'Zu jeder Mailadresse gibt es ein Konto. Ändern Sie das vorhandene.',
  },
  'identity.link-over': {
    title: 'Dieser Link gilt nicht mehr',
    detail: () =>
      'Er wurde schon benutzt, durch einen neueren ersetzt, oder seine Zeit ist um. Es wurde nichts ' +
      'geändert. Einen neuen bekommen Sie unter „Passwort vergessen?“ oder von der Verwaltung der Konten.',
  },
  'identity.too-many-attempts': {
    title: 'Zu viele Versuche',
    detail: ({ until }) =>
      `Der nächste Versuch ist ab ${secondText(until as Instant)} möglich. Die Sperre schützt Konten davor, ` +
      'dass jemand Passwörter durchprobiert; wer schon angemeldet ist, bleibt es.',
  },
  'identity.sign-in-refused': {
    title: 'Die Anmeldung hat nicht geklappt',
    detail: () =>
      'Mailadresse und Passwort passen nicht zusammen. Achten Sie auf Groß- und Kleinschreibung. ' +
      'Wenn Sie das Passwort nicht mehr wissen, wählen Sie „Passwort vergessen?“.',
  },
  'identity.mail-not-reserved': {
    title: 'In einem Beispielbuch stehen keine echten Mailadressen',
    detail: () =>
      'Nehmen Sie eine erfundene Adresse, die mit „.example“, „.test“ oder „.invalid“ endet oder zu ' +
      'example.org, example.com oder example.net gehört. Verschickt wird aus einem Beispielbuch nichts.',
  },
  'identity.people-mixed': {
    title: 'Demo-Konten und echte Konten stehen nie in einem Buch',
    detail: () =>
      'Ein Beispielbuch hat nur Demo-Konten, ein leer angelegtes Buch nur echte. ' +
      'Für den anderen Zweck brauchen Sie ein anderes Buch.',
  },
};

function whoMay(roles: string): string {
  return roles === '' ? '' : `Vorgesehen ist: ${namesOf(roles)}.`;
}

function namesOf(roles: string): string {
  return roles
    .split(', ')
    .map((role) => (isRole(role) ? ROLE_NAMES[role] : role))
    .join(', ');
}
