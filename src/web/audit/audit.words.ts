import type { AuditAction } from '../../identity/identity.js';
import type { Tone } from '../components/badge.js';

/** What somebody did, in a word or two. */
export const actionNames: Readonly<Record<AuditAction, string>> = {
  recorded: 'Neu erfasst',
  corrected: 'Geändert',
  withdrawn: 'Zurückgenommen',
  'taken-in': 'Eingelesen',
  entered: 'Von Hand gebucht',
  reversed: 'Storniert',
  closed: 'Abgeschlossen',
  certified: 'Festgestellt',
  ordered: 'Angeordnet',
  released: 'Freigegeben',
  countersigned: 'Gegengezeichnet',
  consented: 'Zugestimmt',
  read: 'Eingesehen',
  exported: 'Mitgenommen',
  refused: 'Abgewiesen',
  'signed-in': 'Angemeldet',
  'sign-in-failed': 'Anmeldung misslungen',
  'locked-out': 'Gesperrt',
  'signed-out': 'Abgemeldet',
  'session-ended': 'Sitzung beendet',
  'link-made': 'Einmal-Link erstellt',
  'link-used': 'Einmal-Link benutzt',
  'link-mailed': 'Einmal-Link per Mail bestellt',
  unlocked: 'Entsperrt',
  'password-changed': 'Passwort geändert',
  'factor-changed': 'Zweiter Faktor geändert',
  'profile-changed': 'Angaben zur Person geändert',
  used: 'Benutzt',
  erased: 'Gelöscht',
};

/** What the page shows in colour: refusals, and what an auditor looks at first. */
export const actionTones: Readonly<Partial<Record<AuditAction, Tone>>> = {
  withdrawn: 'warning',
  entered: 'warning',
  reversed: 'warning',
  refused: 'danger',
  'sign-in-failed': 'danger',
  'locked-out': 'danger',
};

/** What something was done to. */
export const objectKindNames: Readonly<Record<string, string>> = {
  notice: 'Bescheid',
  'notice-line': 'Bescheidzeile',
  partner: 'Partner',
  contract: 'Vertrag',
  'contract-version': 'Fassung',
  'allocation-line': 'Zuweisungszeile',
  line: 'Zuweisungszeile',
  'contract-document': 'Vertragsbestandteil',
  position: 'Stelle',
  occupancy: 'Besetzung',
  'take-over': 'Übernahme',
  'taken-line': 'Übernommene Vertragszeile',
  'taken-notice-line': 'Übernommene Bescheidzeile',
  'ledger-entry': 'Buchung',
  'ledger-import': 'Datei mit Buchungen',
  closing: 'Abschluss',
  account: 'Konto',
  book: 'Buch',
  person: 'Person',
  session: 'Sitzung',
  token: 'Zugang für ein Programm',
  'lent-role': 'Notzugang',
  'account-change': 'Änderung an einem Konto',
  deputy: 'Vertretung',
  link: 'Einmal-Link',
  'sign-in': 'Anmeldung',
  directory: 'Verzeichnisdienst',
  draft: 'Entwurf',
  address: 'Aufruf',
};

/** "Bescheid"; a kind that has no word yet, under its own name. */
export function kindName(kind: string): string {
  return (Object.hasOwn(objectKindNames, kind) ? objectKindNames[kind] : undefined) ?? kind;
}

const SYSTEMS: Readonly<Record<string, string>> = {
  'system:local': 'Sachbearbeitung (ohne Anmeldung)',
  'system:start': 'Mitgelieferte Dateien',
  'system:console': 'Konsole',
  'system:upgrade': 'Umstellung auf diese Programmfassung',
  'system:nobody': 'Nicht angemeldet',
  'system:mail': 'Versand',
};

/** "Konsole" */
export function systemName(ref: string): string {
  return (Object.hasOwn(SYSTEMS, ref) ? SYSTEMS[ref] : undefined) ?? ref;
}
