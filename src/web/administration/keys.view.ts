import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Token, TokenStep } from '../../identity/tokens/api-tokens.queries.js';
import type { MetaView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { momentText } from '../lists/list.words.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { KEY_BADGES, KEY_ROLE_WORDS, KEY_STEP_NAMES } from './key.words.js';

type NameOf = (ref: string) => string;

/** The keys of all programs, those that wait for somebody first. */
export function keysTable(tokens: readonly Token[], nameOf: NameOf): TableView {
  const sorted = tokens.toSorted((a, b) => rank(a) - rank(b));
  return {
    ...{ id: 'schluessel', caption: 'Zugangsschlüssel', footer: [], phone: 'pairs' },
    columns: ['Zweck', 'Rolle', 'Gilt bis', 'Stand', 'Zuletzt benutzt'].map((label) => ({ label })),
    rows: sorted.map((token) =>
      row([
        cell(token.purpose, {
          href: paths.key(token.id),
          sub: `angelegt von ${nameOf(token.createdBy)}`,
        }),
        cell(ROLE_NAMES[token.role]),
        cell(formatGermanDay(token.until)),
        cell('', { badge: KEY_BADGES[token.state] }),
        cell(usedText(token)),
      ]),
    ),
  };
}

const ORDER: readonly Token['state'][] = ['open', 'active', 'expired', 'revoked'];

function rank({ state }: Token): number {
  return ORDER.indexOf(state);
}

function usedText({ lastUsedAt }: Token): string {
  return lastUsedAt === undefined ? 'noch nie' : momentText(lastUsedAt);
}

/** What there is to know of a key. */
export function keyFacts(token: Token, nameOf: NameOf): readonly MetaView[] {
  const { role, until, state, createdBy, consentedBy, lastAddress } = token;
  const from = lastAddress === '' ? {} : { sub: `von ${lastAddress}` };
  return [
    { label: 'Rolle', value: cell(ROLE_NAMES[role], { sub: KEY_ROLE_WORDS[role] }) },
    { label: 'Gilt bis', value: cell(formatGermanDay(until)) },
    { label: 'Stand', value: cell('', { badge: KEY_BADGES[state] }) },
    { label: 'Angelegt von', value: cell(nameOf(createdBy)) },
    {
      label: 'Zugestimmt hat',
      value: cell(consentedBy === undefined ? 'noch niemand' : nameOf(consentedBy)),
    },
    { label: 'Zuletzt benutzt', value: cell(usedText(token), from) },
  ];
}

export function keyHistory(history: readonly TokenStep[], nameOf: NameOf): TableView {
  return {
    ...{ id: 'verlauf-tabelle', caption: 'Verlauf, das Neueste zuerst', footer: [] },
    columns: ['Was', 'Wann', 'Von', 'Grund'].map((label) => ({ label })),
    rows: history.map(({ kind, at, by, reason }) =>
      row([cell(KEY_STEP_NAMES[kind]), cell(momentText(at)), cell(nameOf(by)), cell(reason)]),
    ),
  };
}
