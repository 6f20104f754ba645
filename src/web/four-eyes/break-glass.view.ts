import type { LentRole } from '../../identity/break-glass/lent-roles.queries.js';
import type { BadgeView } from '../components/badge.js';
import type { MetaView } from '../components/parts.js';
import { BLANK, cell, row, type TableView } from '../components/table.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import type { NameOf } from './person-names.js';

/** A lending that waits for the second administrator, or is in force. */
export interface LendingCardView {
  readonly title: string;
  readonly badge: BadgeView;
  readonly facts: readonly MetaView[];
  /** '' where whoever looks may not: they asked themselves, or are no administrator. */
  readonly agree: string;
  readonly end: string;
  /** "Ablehnen", "Vorzeitig beenden" */
  readonly endLabel: string;
}

/** @param looker the id of an administrator; '' for anybody else */
export function lendingCard(lent: LentRole, nameOf: NameOf, looker: string): LendingCardView {
  const { id, personId, role, askedBy, askedAt, agreedBy, reason, hours, endsAt } = lent;
  const isAsked = lent.state === 'asked';
  return {
    title: `${nameOf(`person:${personId}`)}: Rolle ${ROLE_NAMES[role]}`,
    badge: isAsked
      ? { tone: 'warning', text: 'wartet auf Zustimmung' }
      : { tone: 'danger', text: 'in Kraft' },
    facts: [
      { label: 'Grund', value: cell(reason) },
      {
        label: 'Beantragt von',
        value: cell(nameOf(`person:${askedBy}`), { sub: momentText(askedAt) }),
      },
      ...(agreedBy === null
        ? [{ label: 'Dauer', value: cell(`${hours} Stunden ab der Zustimmung`) }]
        : [{ label: 'Zugestimmt', value: cell(nameOf(`person:${agreedBy}`)) }]),
      ...(endsAt === null ? [] : [{ label: 'Endet', value: cell(momentText(endsAt)) }]),
    ],
    agree:
      isAsked && looker !== '' && looker !== askedBy ? paths.breakGlassStep(id, 'zustimmen') : '',
    end: looker === '' ? '' : paths.breakGlassStep(id, 'beenden'),
    endLabel: isAsked ? 'Ablehnen' : 'Vorzeitig beenden',
  };
}

/** What was lent before, or never came to be. */
export function pastLendings(past: readonly LentRole[], nameOf: NameOf): TableView {
  return {
    id: 'fruehere',
    caption: 'Frühere Notzugänge',
    columns: [
      { label: 'Wer' },
      { label: 'Rolle' },
      { label: 'Von' },
      { label: 'Bis' },
      { label: 'Beantragt, zugestimmt' },
    ],
    rows: past.map(({ personId, role, reason, startsAt, endsAt, endedAt, askedBy, agreedBy }) => {
      const until = endedAt ?? endsAt;
      const people = [askedBy, agreedBy].flatMap((id) => (id === null ? [] : `person:${id}`));
      return row([
        cell(nameOf(`person:${personId}`), { sub: reason }),
        cell(ROLE_NAMES[role]),
        startsAt === null ? cell('nie in Kraft') : cell(momentText(startsAt)),
        until === null || startsAt === null ? BLANK : cell(momentText(until)),
        cell(people.map(nameOf).join(', ')),
      ]);
    }),
    footer: [],
  };
}
