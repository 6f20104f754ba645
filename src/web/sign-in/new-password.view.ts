import type { LinkHolder } from '../../identity/sign-in/choose-password.use-case.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import { paths } from '../paths.js';
import type { PageHead } from '../shell/pages.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { PASSWORD_LEAST } from '../../identity/identity.js';

/** What a password has to be: told before it is chosen. */
export const PASSWORD_RULES: readonly string[] = [
  `mindestens ${PASSWORD_LEAST} Zeichen – am leichtesten merken sich etwa vier Wörter, die nichts miteinander zu tun haben`,
  'keines, das viele benutzen, und nicht nur Ihr Name oder der Name Ihres Hauses',
  'Leerzeichen und Umlaute sind erlaubt; Ziffern oder Sonderzeichen müssen nicht sein',
];

interface NewPasswordView {
  readonly action: string;
  readonly name: string;
  /** For programs that keep passwords. */
  readonly mail: string;
  readonly roles: string;
  readonly isInvitation: boolean;
  readonly rules: readonly string[];
  readonly fields: readonly FieldView[];
  readonly errors: ErrorSummaryView | undefined;
}

export function newPasswordHead({ purpose }: LinkHolder): PageHead {
  const title = purpose === 'invitation' ? 'Willkommen im Weiterleitungsbuch' : 'Neues Passwort';
  return { title, subline: 'Passwort festlegen', area: '' };
}

/** @param errors at the password, and at its repetition; '' if there is nothing wrong */
export function newPasswordView(
  { purpose, person }: LinkHolder,
  secret: string,
  [error, errorAgain]: readonly [string, string],
): NewPasswordView {
  const isInvitation = purpose === 'invitation';
  const fields = [
    fieldView({ kind: 'new-password', name: 'passwort', label: 'Neues Passwort', error }),
    fieldView({
      ...{ kind: 'new-password', name: 'wiederholung', label: 'Noch einmal dasselbe' },
      error: errorAgain,
    }),
  ];
  return {
    ...{ isInvitation, fields, errors: errorSummary(fields), rules: PASSWORD_RULES },
    ...{ name: person.name, mail: person.mail ?? '' },
    roles: person.roles.map((role) => ROLE_NAMES[role]).join(', '),
    action: isInvitation ? paths.invitationLink(secret) : paths.passwordLink(secret),
  };
}
