import type { Mail } from '../../platform/mail/mailer.js';
import type { AccountChangeKind } from './account-change.entity.js';

/** What others did to an account, as its owner is told. */
export const NOTICE_WORDS: Readonly<Record<AccountChangeKind, string>> = {
  rights: 'Ihre Rollen wurden geändert.',
  reopening: 'Ihr Konto wurde wieder geöffnet.',
  link: 'Für Ihr Konto wurde ein Link ausgestellt, mit dem sich ein neues Passwort wählen lässt.',
  factor: 'Der zweite Faktor Ihres Kontos wurde zurückgesetzt.',
  profile: 'Name oder Mailadresse Ihres Kontos wurden geändert.',
};

export const NOTICE_ADVICE =
  'Haben Sie nicht darum gebeten, wenden Sie sich bitte sofort an die Leitung Ihrer Dienststelle.';

/** The mail that tells the owner of an account what two administrators did to it. */
export function noticeMail(
  kind: AccountChangeKind,
  {
    to,
    name,
    officeName,
  }: { readonly to: string; readonly name: string; readonly officeName: string },
): Mail {
  const text = [
    `Guten Tag ${name},`,
    `${NOTICE_WORDS[kind]} Zwei Personen der Verwaltung der Konten haben das gemeinsam getan.`,
    NOTICE_ADVICE,
    'Sie brauchen auf diese Mail nicht zu antworten.',
  ].join('\n\n');
  return {
    to: [to],
    subject: `${officeName}: Änderung an Ihrem Konto im Weiterleitungsbuch`,
    text,
  };
}
