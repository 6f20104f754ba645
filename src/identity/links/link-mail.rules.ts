import type { Mail } from '../../platform/mail/mailer.js';
import type { LinkPurpose } from './one-time-link.entity.js';

/** What a mail with a one-time link tells. */
export interface LinkMail {
  readonly purpose: LinkPurpose;
  readonly to: string;
  readonly name: string;
  /** The whole address, which nobody but the reader may see. */
  readonly address: string;
  readonly officeName: string;
}

/** The mail that brings somebody their one-time link. */
export function linkMail({ purpose, to, name, address, officeName }: LinkMail): Mail {
  const book = `Weiterleitungsbuch (${officeName})`;
  const texts = {
    invitation: {
      subject: `Ihr Konto im ${book}`,
      why: `für Sie gibt es jetzt ein Konto im ${book}. Legen Sie Ihr Passwort fest:`,
      until: 'Der Link gilt sieben Tage, und nur einmal.',
      else: 'Sie wissen nicht, worum es geht? Dann löschen Sie diese Mail; ohne den Link geschieht nichts.',
    },
    reset: {
      subject: `Neues Passwort für das ${book}`,
      why: `für Ihr Konto im ${book} wurde ein neues Passwort angefordert. Hier legen Sie es fest:`,
      until: 'Der Link gilt eine Stunde, und nur einmal.',
      else: 'Sie waren das nicht? Dann löschen Sie diese Mail; Ihr bisheriges Passwort bleibt gültig.',
    },
  }[purpose];
  const text = [
    `Guten Tag ${name},`,
    texts.why,
    address,
    `${texts.until} Geben Sie ihn nicht weiter: Wer ihn hat, kann Ihr Passwort festlegen.`,
    texts.else,
  ].join('\n\n');
  return { to: [to], subject: texts.subject, text };
}
