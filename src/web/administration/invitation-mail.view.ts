import type { Instant } from '../../domain/calendar/instant.js';
import type { Invitation } from '../../identity/people/invite-person.use-case.js';
import type { Mail } from '../../platform/mail/mailer.js';
import { momentText } from '../lists/list.words.js';

/** What the mail with a one-time link says. */
export function invitationMail({
  purpose,
  name,
  address,
  until,
  officeName,
}: {
  readonly purpose: Invitation['purpose'];
  readonly name: string;
  readonly address: string;
  readonly until: Instant;
  readonly officeName: string;
}): Pick<Mail, 'subject' | 'text'> {
  const isInvitation = purpose === 'invitation';
  const subject = isInvitation
    ? `${officeName}: Ihr Zugang zum Weiterleitungsbuch`
    : `${officeName}: Neues Passwort für das Weiterleitungsbuch`;
  const why = isInvitation
    ? `${officeName} hat für Sie ein Konto im Weiterleitungsbuch angelegt. Wählen Sie hier Ihr Passwort:`
    : 'Mit diesem Link wählen Sie ein neues Passwort für das Weiterleitungsbuch:';
  const text = [
    `Guten Tag ${name},`,
    '',
    why,
    '',
    address,
    '',
    `Der Link gilt einmal, bis ${momentText(until)}.`,
    'Wenn Sie damit nichts anfangen können, löschen Sie diese Mail; ohne den Link geschieht nichts.',
    '',
  ].join('\n');
  return { subject, text };
}
