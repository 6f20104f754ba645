import type { OwnSession } from '../../identity/account/own-sessions.js';
import type { Role } from '../../identity/identity.js';
import type { Person } from '../../identity/people/people.queries.js';
import type { SecondFactorStanding } from '../../identity/second-factor/second-factors.js';
import { ROLE_WORDS } from '../administration/account.words.js';
import { browserText } from '../administration/browser-text.js';
import type { BadgeView } from '../components/badge.js';
import type { LinkView } from '../components/link.js';
import type { MetaView } from '../components/parts.js';
import { cell } from '../components/table.js';
import { momentText } from '../lists/list.words.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';

/** A session on the page, with the button that ends it. */
interface SessionView {
  readonly id: string;
  readonly device: string;
  readonly way: string;
  readonly times: string;
  readonly isThis: boolean;
}

/** "Mein Konto": who one is, what one may, how one signs in, and where one is signed in. */
export interface OwnAccountView {
  readonly done: string;
  readonly facts: readonly MetaView[];
  readonly roles: readonly { readonly name: string; readonly about: string }[];
  /** '' if nothing waits. */
  readonly waiting: string;
  /** Deputies for the person that wait for a second word; absent if there are none. */
  readonly deputies: { readonly texts: readonly string[]; readonly link: LinkView } | undefined;
  /** Absent for people of the directory, who change it there. */
  readonly password: string;
  readonly factor: FactorView | undefined;
  readonly sessions: readonly SessionView[];
  readonly sessionsAction: string;
}

interface FactorView {
  readonly badge: BadgeView;
  readonly texts: readonly string[];
  readonly href: string;
  readonly label: string;
}

/** What the page is told beside the person. */
export interface OwnAccountFacts {
  readonly done: string;
  readonly organisation: string;
  /** Those in force just now, also as a deputy. */
  readonly roles: readonly Role[];
  /** The id of the session at hand. */
  readonly session: string;
  readonly factor: SecondFactorStanding;
  readonly isFactorNeeded: boolean;
  readonly sessions: readonly OwnSession[];
  /** Roles that a second administrator has not agreed to yet. */
  readonly waiting: readonly Role[];
  /** Who is to stand in for the person, by the word of one administrator so far. */
  readonly deputies: readonly { readonly name: string; readonly role: Role }[];
}

const DONE: Readonly<Record<string, string>> = {
  passwort: 'Ihr neues Passwort gilt. Alle anderen Sitzungen sind beendet.',
  aus: 'Der zweite Faktor ist ausgeschaltet. Bei der Anmeldung reicht jetzt das Passwort.',
  sitzungen: 'Beendet. Dort ist jetzt eine neue Anmeldung nötig.',
};

const WAYS: Readonly<Record<OwnSession['way'], string>> = {
  password: 'mit Passwort',
  'second-factor': 'mit Passwort und Code',
  directory: 'mit dem Konto des Hauses',
  demo: 'mit einem Klick',
  link: 'mit einem Link',
};

export function ownAccountView(person: Person, facts: OwnAccountFacts): OwnAccountView {
  const isLocal = person.source === 'local';
  return {
    done: Object.hasOwn(DONE, facts.done) ? (DONE[facts.done] ?? '') : '',
    facts: [
      { label: 'Name', value: cell(person.name) },
      { label: 'Mailadresse', value: cell(person.mail ?? '') },
      { label: 'Organisation', value: cell(facts.organisation) },
      {
        label: 'Anmeldung',
        value: cell(isLocal ? 'mit Mailadresse und Passwort' : 'mit dem Konto des Hauses'),
      },
    ],
    roles: facts.roles.map((role) => ({
      name: ROLE_NAMES[role] + (person.roles.includes(role) ? '' : ' (auf Zeit)'),
      about: ROLE_WORDS[role],
    })),
    waiting: waitingText(facts.waiting),
    deputies: waitingDeputies(facts.deputies),
    password: isLocal ? paths.ownPassword : '',
    factor: isLocal ? factorView(facts) : undefined,
    sessions: facts.sessions.map((session) => sessionView(session, facts.session)),
    sessionsAction: paths.ownSessions,
  };
}

function waitingText(roles: readonly Role[]): string {
  if (roles.length === 0) return '';
  const names = roles.map((role) => ROLE_NAMES[role]).join(', ');
  return (
    `Noch nicht in Kraft: ${names}. Eine zweite Person der Verwaltung muss das bestätigen und wird ` +
    'Sie dazu fragen. Melden Sie sich danach neu an.'
  );
}

function waitingDeputies(deputies: OwnAccountFacts['deputies']): OwnAccountView['deputies'] {
  if (deputies.length === 0) return undefined;
  return {
    texts: deputies.map(
      ({ name, role }) =>
        `Die Verwaltung hat eingetragen, dass ${name} Sie in der Rolle ${ROLE_NAMES[role]} vertritt. ` +
        'Das gilt noch nicht: Sie oder eine zweite Person der Verwaltung müssen es bestätigen.',
    ),
    link: { href: paths.deputies, label: 'Bestätigen oder ablehnen' },
  };
}

const FEW_CODES = 3;

function factorView({ factor, isFactorNeeded }: OwnAccountFacts): FactorView {
  const href = paths.ownFactor;
  if (factor.since === undefined) {
    return {
      ...{ href, label: 'Zweiten Faktor einrichten' },
      badge: { tone: 'plain', text: 'aus' },
      texts: [
        'Mit einem zweiten Faktor fragt die Anmeldung nach dem Passwort noch nach einem Code aus einer ' +
          'App auf Ihrem Telefon. Wer Ihr Passwort kennt, kommt damit allein nicht hinein.',
      ],
    };
  }
  const { codesLeft } = factor;
  const few =
    codesLeft > FEW_CODES ? [] : ['Es werden knapp: Lassen Sie sich neue Codes ausstellen.'];
  return {
    ...{ href, label: 'Zweiten Faktor verwalten' },
    badge: { tone: 'success', text: 'eingerichtet' },
    texts: [
      `Seit ${momentText(factor.since)}. Noch unbenutzt: ${codesText(codesLeft)}.`,
      ...few,
      ...(isFactorNeeded ? ['Für Ihre Rolle ist er Pflicht.'] : []),
    ],
  };
}

/** "1 Wiederherstellungscode", "9 Wiederherstellungscodes" */
export function codesText(left: number): string {
  return left === 1 ? '1 Wiederherstellungscode' : `${left} Wiederherstellungscodes`;
}

function sessionView(session: OwnSession, current: string): SessionView {
  const { id, way, startedAt, seenAt, address, browser } = session;
  return {
    ...{ id, isThis: id === current, device: browserText(browser) },
    way: `Angemeldet ${WAYS[way]}, von ${address === '' ? 'unbekannt' : address}`,
    times: `Seit ${momentText(startedAt)}; zuletzt benutzt ${momentText(seenAt)}`,
  };
}
