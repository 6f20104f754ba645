import type {
  Account,
  AccountStep as HistoryStep,
  OpenSession,
} from '../../identity/people/account.queries.js';
import type { AccountChange } from '../../identity/account-changes/account-changes.queries.js';
import type { MetaView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { momentText } from '../lists/list.words.js';
import { paths } from '../paths.js';
import type { AccountStep } from './account-steps.js';
import { rolesText, standingBadge, STEP_NAMES } from './account.words.js';
import { waitingView, type WaitingView } from './account-change.words.js';
import { browserText } from './browser-text.js';

/** "Konto": who it is for, what can be done with it, where it is open, what happened to it. */
export interface AccountView {
  readonly facts: readonly MetaView[];
  readonly steps: readonly {
    readonly href: string;
    readonly label: string;
    readonly about: string;
  }[];
  readonly waiting: readonly WaitingView[];
  readonly sessions: TableView | undefined;
  readonly history: TableView;
}

export function accountView(
  account: Account,
  {
    organisation,
    steps,
    sessions,
    history,
    waiting,
    nameOf,
  }: {
    readonly organisation: string;
    /** By the last part of their address; only what the one who asks may do. */
    readonly steps: Readonly<Record<string, AccountStep>>;
    readonly sessions: readonly OpenSession[];
    readonly history: readonly HistoryStep[];
    readonly waiting: readonly AccountChange[];
    readonly nameOf: (ref: string) => string;
  },
): AccountView {
  return {
    waiting: waiting.map((change) => waitingView(change, nameOf)),
    facts: factsOf(account, organisation),
    steps: Object.entries(steps)
      .filter(([, step]) => step.isOpen(account))
      .map(([name, { title, about }]) => ({
        ...{ href: paths.personStep(account.id, name), label: title, about },
      })),
    sessions: sessions.length === 0 ? undefined : sessionTable(sessions),
    history: historyTable(history, nameOf),
  };
}

function factsOf(account: Account, organisation: string): readonly MetaView[] {
  const { mail, standing, seenAt, linkUntil, recordedAt, source, lock } = account;
  const link =
    linkUntil === undefined ? [] : [{ label: 'Link gilt bis', value: cell(momentText(linkUntil)) }];
  return [
    { label: 'Mailadresse', value: cell(mail ?? 'gelöscht') },
    { label: 'Organisation', value: cell(organisation) },
    { label: 'Rolle', value: cell(rolesText(account)) },
    { label: 'Stand', value: cell('', { badge: standingBadge(standing) }) },
    {
      label: 'Meldet sich an',
      value: cell(
        source === 'directory' ? 'mit dem Konto des Hauses' : 'mit Mailadresse und Passwort',
      ),
    },
    { label: 'Zuletzt da', value: cell(seenAt === undefined ? 'noch nie' : momentText(seenAt)) },
    { label: 'Eingeladen', value: cell(momentText(recordedAt)) },
    ...link,
    ...(lock === undefined
      ? []
      : [
          {
            label: 'Gesperrt seit',
            value: cell(momentText(lock.since), {
              sub: `zu viele Versuche; von selbst frei ${momentText(lock.until)}`,
            }),
          },
        ]),
  ];
}

function sessionTable(sessions: readonly OpenSession[]): TableView {
  return {
    ...{ id: 'sitzungen', caption: 'Offene Sitzungen', footer: [] },
    columns: ['Gerät', 'Angemeldet', 'Zuletzt da', 'Von'].map((label) => ({ label })),
    rows: sessions.map(({ browser, startedAt, seenAt, address }) =>
      row([
        cell(browserText(browser)),
        cell(momentText(startedAt)),
        cell(momentText(seenAt)),
        cell(address === '' ? 'unbekannt' : address),
      ]),
    ),
  };
}

function historyTable(history: readonly HistoryStep[], nameOf: (ref: string) => string): TableView {
  return {
    ...{ id: 'verlauf-tabelle', caption: 'Verlauf, das Neueste zuerst', footer: [] },
    columns: ['Was', 'Rolle danach', 'Wann', 'Von', 'Grund'].map((label) => ({ label })),
    rows: history.map(({ kind, at, by, reason, ...rights }) =>
      row([
        cell(STEP_NAMES[kind]),
        cell(kind === 'closed' || kind === 'erased' ? 'keine' : rolesText(rights)),
        cell(momentText(at)),
        cell(nameOf(by)),
        cell(reason),
      ]),
    ),
  };
}
