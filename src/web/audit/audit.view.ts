import type { AuditAction } from '../../identity/identity.js';
import type { AuditEvent } from '../../identity/audit/audit.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { BadgeView } from '../components/badge.js';
import type { LinkView } from '../components/link.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import { timeText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import { shortSession, type AuditNames, type NamedThing } from './audit-names.js';
import { fieldName } from './audit-fields.words.js';
import type { AuditQuestion } from './audit-question.js';
import { questionLink } from '../lists/question-link.js';
import { auditValueText } from './audit-values.js';
import { actionNames, actionTones, kindName } from './audit.words.js';

/** An event as the page shows it. */
export interface AuditEventView {
  readonly id: string;
  readonly at: string;
  /** "02.03.2026, 09:14 Uhr" */
  readonly when: string;
  readonly who: string;
  readonly roles: string;
  /** Narrows the page to what they did. */
  readonly whoHref: string;
  readonly action: BadgeView;
  /** "mit Passwort": how, or what of it; mostly ''. */
  readonly detail: string;
  readonly object: NamedThing;
  /** The row of the object that it was about; '' for the object itself. */
  readonly part: string;
  readonly reason: string;
  /** "Stand 1 → 2"; '' for what is no revision. */
  readonly revision: string;
  /** "von 192.0.2.7, Sitzung …X2F4"; '' for the system. */
  readonly from: string;
  readonly links: readonly LinkView[];
  readonly changes: TableView;
  /** Long tables are folded. */
  readonly folded: string;
}

const ROWS_OPEN_MOST = 8;

export function auditEventView(
  event: AuditEvent,
  { names, question }: { readonly names: AuditNames; readonly question: AuditQuestion },
): AuditEventView {
  const { name, roles } = names.actor(event.actor);
  const rows = changeRows(event, names);
  return {
    ...{ id: event.id, at: event.at, who: name, roles },
    when: `${formatGermanDay(dayInGermany(event.at))}, ${timeText(event.at)}`,
    whoHref: questionLink(paths.auditTrail, question, { person: event.actor }),
    action: { tone: actionTones[event.action] ?? 'plain', text: actionNames[event.action] },
    detail: inAWord(event),
    object: names.thing(event.object),
    part: event.part === undefined ? '' : partText(names.thing(event.part)),
    reason: event.reason,
    revision: revisionText(event),
    from: fromText(event),
    links: linksOf(event, question),
    changes: changesTable(event.id, rows),
    folded: rows.length > ROWS_OPEN_MOST ? `${rows.length} Werte ansehen` : '',
  };
}

function partText({ kind, label }: NamedThing): string {
  return `${kind} ${label}`;
}

function revisionText({ revisionBefore, revisionAfter }: AuditEvent): string {
  if (revisionAfter === null) return '';
  return revisionBefore === null || revisionBefore === 0
    ? `Stand ${revisionAfter}`
    : `Stand ${revisionBefore} → ${revisionAfter}`;
}

function fromText({ address, session }: AuditEvent): string {
  const parts = [
    ...(address === undefined ? [] : [`von ${address}`]),
    ...(session === undefined ? [] : [`Sitzung ${shortSession(session)}`]),
  ];
  return parts.join(', ');
}

/** All that happened to the object, and all of the same command: unless the page shows just that. */
function linksOf(
  { object, commandKey }: AuditEvent,
  { pairs }: AuditQuestion,
): readonly LinkView[] {
  const asked = (name: string): boolean => pairs.some((pair) => pair.name === name);
  return [
    ...(asked('objekt') || object.kind === 'address'
      ? []
      : [{ href: objectTrail(object.kind, object.id), label: 'Alles zu diesem Gegenstand' }]),
    ...(asked('vorgang') || commandKey === ''
      ? []
      : [
          {
            href: questionLink(paths.auditTrail, { pairs: [] }, { vorgang: commandKey }),
            label: 'Ganzer Vorgang',
          },
        ]),
  ];
}

/** The address of all that happened to an object. */
export function objectTrail(kind: string, id: string): string {
  return questionLink(paths.auditTrail, { pairs: [] }, { objekt: `${kind}:${id}` });
}

function changesTable(id: string, rows: readonly RowView[]): TableView {
  return {
    id: `werte-${id}`,
    caption: 'Geänderte Werte',
    columns: [{ label: 'Feld' }, { label: 'Vorher' }, { label: 'Nachher' }],
    rows,
    footer: [],
  };
}

const PERSONAL = 'persönliche Angabe, hier nicht gespeichert';

/** What these change is said in a word beside the action. */
const IN_A_WORD = new Set<AuditAction>(['signed-in', 'signed-out', 'session-ended']);

function changeRows({ changes, action }: AuditEvent, names: AuditNames): readonly RowView[] {
  if (action === 'read' || IN_A_WORD.has(action)) return [];
  return changes.map(({ field, old, new: now, isPersonal }) =>
    row([
      cell(action === 'taken-in' ? kindName(field) : fieldName(field)),
      cell(isPersonal ? PERSONAL : auditValueText(field, old, names)),
      cell(isPersonal ? PERSONAL : auditValueText(field, now, names)),
    ]),
  );
}

/** "mit Passwort", "Namen" */
function inAWord({ changes, action }: AuditEvent): string {
  const [first] = changes;
  if (first === undefined) return '';
  if (action === 'read') return fieldName(first.field);
  return IN_A_WORD.has(action) ? auditValueText(first.field, first.new) : '';
}
