import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Deputy } from '../../identity/deputies/deputies.queries.js';
import type { BadgeView } from '../components/badge.js';
import type { MetaView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import type { NameOf } from './person-names.js';

/** A deputising that counts or will count, with the button that ends it. */
export interface DeputyCardView {
  readonly title: string;
  readonly badge: BadgeView;
  readonly facts: readonly MetaView[];
  /** '' where whoever looks may not end it. */
  readonly end: string;
}

export function deputyCard(
  { id, personId, forPersonId, role, fromOn, toOn, reason, state }: Deputy,
  nameOf: NameOf,
  mayEnd: boolean,
): DeputyCardView {
  return {
    title: `${nameOf(`person:${personId}`)} vertritt ${nameOf(`person:${forPersonId}`)}`,
    badge:
      state === 'now'
        ? { tone: 'success', text: 'gilt heute' }
        : { tone: 'info', text: 'gilt später' },
    facts: [
      { label: 'Rolle', value: cell(ROLE_NAMES[role]) },
      { label: 'Von', value: cell(formatGermanDay(fromOn)) },
      { label: 'Bis', value: cell(formatGermanDay(toOn), { sub: 'einschließlich' }) },
      { label: 'Grund', value: cell(reason) },
    ],
    end: mayEnd ? paths.deputyEnd(id) : '',
  };
}

/** What is over. */
export function pastTable(deputies: readonly Deputy[], nameOf: NameOf): TableView {
  return {
    id: 'fruehere',
    caption: 'Frühere Vertretungen',
    columns: [
      { label: 'Wer vertrat' },
      { label: 'Wen' },
      { label: 'Rolle' },
      { label: 'Von', nowrap: true },
      { label: 'Bis', nowrap: true },
    ],
    rows: deputies.map(({ personId, forPersonId, role, fromOn, toOn }) =>
      row([
        cell(nameOf(`person:${personId}`)),
        cell(nameOf(`person:${forPersonId}`)),
        cell(ROLE_NAMES[role]),
        cell(formatGermanDay(fromOn)),
        cell(formatGermanDay(toOn)),
      ]),
    ),
    footer: [],
  };
}
