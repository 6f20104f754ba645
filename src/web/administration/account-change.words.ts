import type {
  AccountChange,
  AccountChangeKind,
} from '../../identity/account-changes/account-changes.queries.js';
import type { BadgeView } from '../components/badge.js';
import type { MetaView } from '../components/parts.js';
import { cell } from '../components/table.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import { rolesText } from './account.words.js';

type NameOf = (ref: string) => string;

/** What one administrator asks another one to agree to. */
export const CHANGE_NAMES: Readonly<Record<AccountChangeKind, string>> = {
  rights: 'Rollen geben',
  reopening: 'Konto wieder öffnen',
  link: 'Link für ein neues Passwort',
  factor: 'Zweiten Faktor zurücksetzen',
  profile: 'Mailadresse ändern',
};

const BADGES: Readonly<Record<AccountChange['state'], BadgeView>> = {
  asked: { tone: 'warning', text: 'wartet auf Bestätigung' },
  overtaken: { tone: 'plain', text: 'überholt' },
  agreed: { tone: 'success', text: 'bestätigt' },
  declined: { tone: 'plain', text: 'abgelehnt' },
};

export function changeBadge({ state }: AccountChange): BadgeView {
  return BADGES[state];
}

/** What whoever agrees makes sure of before. */
export function changeAdvice({ kind, hasBegun }: AccountChange): readonly string[] {
  const ask =
    'Fragen Sie die Person selbst, am Telefon oder im Haus – nicht die Kollegin oder den Kollegen, von dem der Antrag kommt.';
  switch (kind) {
    case 'rights':
      return hasBegun
        ? [`${ask} Hat sie sich selbst angemeldet, und soll sie diese Rollen haben?`]
        : [
            'Die Person hat noch kein Passwort gewählt. Bestätigen geht erst, wenn sie sich angemeldet hat.',
          ];
    case 'link':
      return [
        `${ask} Nach dem Bestätigen sehen Sie den Link einmal; übergeben Sie ihn persönlich.`,
      ];
    case 'profile':
      return [
        `${ask} An die neue Adresse geht danach alles, auch ein Link für ein neues Passwort.`,
      ];
    case 'factor':
    case 'reopening':
      return [ask];
  }
}

/** Who asked for what, why, and what became of it. */
export function changeFacts(change: AccountChange, nameOf: NameOf): readonly MetaView[] {
  const { roles, profile, reason, askedBy, askedAt, settledAt, settledBy, state } = change;
  return [
    { label: 'Person', value: cell(nameOf(`person:${change.personId}`)) },
    ...(roles === undefined
      ? []
      : [{ label: 'Rollen danach', value: cell(rolesText({ roles, isLead: false })) }]),
    ...(profile === undefined
      ? []
      : [{ label: 'Neue Angaben', value: cell(profile.mail, { sub: profile.name }) }]),
    { label: 'Grund', value: cell(reason) },
    {
      label: 'Beantragt von',
      value: cell(nameOf(`person:${askedBy}`), { sub: momentText(askedAt) }),
    },
    ...(settledAt === undefined || settledBy === undefined
      ? []
      : [
          {
            label: state === 'agreed' ? 'Bestätigt von' : 'Abgelehnt von',
            value: cell(nameOf(settledBy), { sub: momentText(settledAt) }),
          },
        ]),
  ];
}

/** A change that waits, with the way to where it is decided on. */
export interface WaitingView {
  readonly href: string;
  readonly label: string;
  readonly about: string;
}

export function waitingView(
  { id, kind, personId, askedBy, askedAt }: AccountChange,
  nameOf: NameOf,
): WaitingView {
  return {
    href: paths.accountChange(id),
    label: `${CHANGE_NAMES[kind]}: ${nameOf(`person:${personId}`)}`,
    about: `Beantragt von ${nameOf(`person:${askedBy}`)}, ${momentText(askedAt)}`,
  };
}
