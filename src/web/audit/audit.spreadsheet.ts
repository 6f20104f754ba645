import type { Spreadsheet } from '../../documents/spreadsheet.types.js';
import { toJson } from '../../domain/errors/domain-error.js';
import type { AuditEvent } from '../../identity/audit/audit.queries.js';
import type { FileOrigin } from '../lists/list.spreadsheet.js';
import { text } from '../lists/list-value.js';
import { momentText } from '../lists/list.words.js';
import { fieldName } from './audit-fields.words.js';
import type { AuditNames } from './audit-names.js';
import { auditValueText } from './audit-values.js';
import { actionNames, kindName } from './audit.words.js';

const COLUMNS: Spreadsheet['columns'] = [
  'Zeitpunkt',
  'Wer',
  'Handlung',
  'Gegenstand',
  'Kennung',
  'Teil',
  'Stand vorher',
  'Stand nachher',
  'Feld',
  'Vorher',
  'Nachher',
  'Grund',
  'Von wo',
  'Sitzung',
  'Vorgang',
  'Ereignis',
].map((head) => ({ head, kind: 'text' }));

/** What a file of the audit trail is made from. */
export interface AuditFile {
  readonly events: readonly AuditEvent[];
  /** Undefined: nobody asked for names, only numbers stand in the file (R43). */
  readonly names: AuditNames | undefined;
  readonly hasMore: boolean;
  readonly origin: FileOrigin;
}

/** The events to take away: one row per value that changed. */
export function auditSpreadsheet({ events, names, hasMore, origin }: AuditFile): Spreadsheet {
  const count = hasMore ? `die neuesten ${events.length}; es gibt mehr` : events.length.toString();
  return {
    name: 'Protokoll',
    columns: COLUMNS,
    rows: events.flatMap((event) => rowsOf(event, names)),
    notes: [
      {
        label: 'Was darin steht',
        value:
          'Wer was an welchem Gegenstand tat; je geändertem Wert eine Zeile, das Neueste zuerst.',
      },
      { label: 'Ereignisse', value: count },
      {
        label: 'Namen',
        value:
          names === undefined
            ? 'nicht enthalten, nur Kennungen'
            : 'enthalten, wie sie heute lauten',
      },
      { label: 'Erzeugt', value: momentText(origin.madeAt) },
      { label: 'Herausgeber', value: origin.officeName },
      ...(origin.exampleBook
        ? [{ label: 'Hinweis', value: 'Beispielbuch – kein amtliches Dokument' }]
        : []),
    ],
  };
}

function rowsOf(event: AuditEvent, names: AuditNames | undefined): Spreadsheet['rows'] {
  const { object, part, revisionBefore, revisionAfter } = event;
  const before = [
    momentText(event.at),
    names?.actor(event.actor).name ?? event.actor,
    actionNames[event.action],
    kindName(object.kind),
    object.id,
    part === undefined ? '' : `${kindName(part.kind)} ${part.id}`,
    revisionBefore?.toString() ?? '',
    revisionAfter?.toString() ?? '',
  ];
  const after = [
    event.reason,
    names === undefined ? '' : (event.address ?? ''),
    event.session ?? '',
    event.commandKey,
    event.id,
  ];
  const values = event.changes.map(({ field, old, new: now, isPersonal }) => [
    fieldName(field),
    isPersonal ? 'persönliche Angabe' : auditValueText(field, old),
    isPersonal ? 'persönliche Angabe' : auditValueText(field, now),
  ]);
  const rows = values.length === 0 ? [['', '', '']] : values;
  return rows.map((own) => [...before, ...own, ...after].map((each) => text(each)));
}

/** One event per line, as the book holds it; numbers instead of names unless asked for. */
export function auditLines({ events, names }: Pick<AuditFile, 'events' | 'names'>): string {
  return events
    .map(({ address, ...event }) =>
      toJson(
        names === undefined
          ? event
          : { ...event, address, actorName: names.actor(event.actor).name },
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}
