import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Deputy } from '../../identity/deputies/deputies.queries.js';
import type { BadgeView } from '../components/badge.js';
import type { MetaView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import type { NameOf } from './person-names.js';

/** A deputising that waits, counts or will count, with the buttons for it. */
export interface DeputyCardView {
  readonly title: string;
  readonly badge: BadgeView;
  readonly facts: readonly MetaView[];
  /** What it waits for; '' if for nothing. */
  readonly waiting: string;
  /** '' where whoever looks may not agree to it. */
  readonly agree: string;
  /** '' where whoever looks may not end it. */
  readonly end: string;
  readonly endLabel: string;
}

/** Who looks at the page. */
interface Looker {
  /** `person:…` */
  readonly ref: string;
  readonly isAdministrator: boolean;
}

const BADGES: Readonly<Record<Exclude<Deputy['state'], 'over'>, BadgeView>> = {
  waits: { tone: 'warning', text: 'wartet auf Bestätigung' },
  now: { tone: 'success', text: 'gilt heute' },
  later: { tone: 'info', text: 'gilt später' },
};

export function deputyCard(deputy: Deputy, nameOf: NameOf, looker: Looker): DeputyCardView {
  const { id, personId, forPersonId, role, fromOn, toOn, reason, state } = deputy;
  const { ref, isAdministrator } = looker;
  const represented = `person:${forPersonId}`;
  const waits = state === 'waits';
  const isOwn = ref === deputy.askedBy;
  const mayAgree = waits && !isOwn && (isAdministrator || ref === represented);
  const mayEnd = isAdministrator || ref === represented || ref === `person:${personId}`;
  return {
    title: `${nameOf(`person:${personId}`)} vertritt ${nameOf(represented)}`,
    badge: state === 'over' ? { tone: 'plain', text: 'vorbei' } : BADGES[state],
    facts: [
      { label: 'Rolle', value: cell(ROLE_NAMES[role]) },
      { label: 'Von', value: cell(formatGermanDay(fromOn)) },
      { label: 'Bis', value: cell(formatGermanDay(toOn), { sub: 'einschließlich' }) },
      { label: 'Grund', value: cell(reason) },
      ...wordFacts(deputy, nameOf),
    ],
    waiting: waits ? waitingText(isOwn, nameOf(represented)) : '',
    agree: mayAgree ? paths.deputyStep(id, 'bestaetigen') : '',
    end: mayEnd ? paths.deputyStep(id, 'beenden') : '',
    endLabel: !waits ? 'Vertretung beenden' : isOwn ? 'Zurückziehen' : 'Ablehnen',
  };
}

/** Whose word it is. */
function wordFacts({ askedBy, agreedBy }: Deputy, nameOf: NameOf): readonly MetaView[] {
  return [
    { label: 'Eingetragen von', value: cell(nameOf(askedBy)) },
    ...(agreedBy === undefined ? [] : [{ label: 'Bestätigt von', value: cell(nameOf(agreedBy)) }]),
  ];
}

function waitingText(isOwn: boolean, represented: string): string {
  return isOwn
    ? `Sie haben das eingetragen. Es gilt erst, wenn ${represented} oder eine andere Person der Verwaltung es bestätigt hat.`
    : `Es gilt erst, wenn ${represented} oder eine zweite Person der Verwaltung es bestätigt hat.`;
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
