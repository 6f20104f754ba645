import { formatGermanDay, lastOfMonth, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Closing } from '../../ledger/ledger.queries.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { LinkView } from '../components/link.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import { timeText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import type { OpenLedger } from './ledger-pages.js';
import { grouped } from '../lists/list.words.js';

const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'],
  ...['August', 'September', 'Oktober', 'November', 'Dezember'],
];

/** "März 2025" */
export function monthText(period: string): string {
  const [year = '', month = ''] = period.split('-');
  return `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The last day of a month: `2025-03`. */
export function lastDayOf(period: string): PlainDate {
  return lastOfMonth(`${period}-01` as PlainDate);
}

/** "Abschlüsse": which months are closed, each with its seal. */
export interface ClosingsView {
  readonly state: string;
  readonly table: TableView | undefined;
  readonly step: LinkView;
}

export function closingsView(open: OpenLedger, closings: readonly Closing[]): ClosingsView {
  const [latest] = closings;
  return {
    state:
      latest === undefined
        ? 'Noch ist kein Monat abgeschlossen: In jedem Monat kann noch gebucht werden.'
        : `Abgeschlossen bis ${formatGermanDay(lastDayOf(latest.period))}. Was später bekannt wird, zählt im ersten offenen Monat und behält sein Haushaltsjahr.`,
    table: latest === undefined ? undefined : closingsTable(open, closings),
    step: { href: paths.closingStep, label: 'Monat abschließen' },
  };
}

function closingsTable(open: OpenLedger, closings: readonly Closing[]): TableView {
  return {
    id: 'abschluesse',
    caption: 'Abgeschlossene Monate, der jüngste zuerst',
    columns: [
      { label: 'Bis Ende' },
      { label: 'Buchungen darin', numeric: true },
      { label: 'Siegel' },
      { label: 'Abgeschlossen' },
      { label: 'Grund' },
    ],
    rows: closings.map((closing) => closingRow(open, closing)),
    footer: [],
    phone: 'pairs',
  };
}

function closingRow({ people }: OpenLedger, closing: Closing): RowView {
  const { period, entries, recordedBy, reason, sequence, hash } = closing;
  return row([
    cell(monthText(period), { href: paths.closing(period) }),
    cell(grouped(entries)),
    hash === null || sequence === null
      ? cell('wird gerade gebildet')
      : cell(`Nr. ${grouped(sequence)}`, { sub: `${hash.slice(0, HASH_SHOWN)}…` }),
    cell(closedWhen(closing), { sub: `von ${people.after(recordedBy)}` }),
    cell(reason),
  ]);
}

/** Enough to tell two hashes apart at a glance; the page of the closing has all of it. */
const HASH_SHOWN = 16;

/** "02.03.2026, 09:00 Uhr" */
export function closedWhen({ recordedAt }: Pick<Closing, 'recordedAt'>): string {
  if (recordedAt === null) return 'eben';
  return `${formatGermanDay(dayInGermany(recordedAt))}, ${timeText(recordedAt)}`;
}
