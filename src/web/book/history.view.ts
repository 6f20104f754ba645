import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { FactDifference, HistoryEntry } from '../../programmes/fact-history.js';
import { BLANK, cell, row, type RowView, type TableView } from '../components/table.js';
import { timeText } from '../messages/moment-text.js';
import { recorderText } from './words.js';

/** How the changes of a kind of fact are told. */
export interface HistoryWords {
  readonly caption: string;
  /** "address.street" -> "Straße" */
  readonly place: (path: string) => string;
  /** A value as the page shows it; '' stands for nothing. */
  readonly value: (difference: FactDifference, written: string) => string;
}

/** "Verlauf": each change with who, when and why, and what became different; the newest first. */
export function historyTable(
  entries: readonly HistoryEntry[],
  { caption, place, value }: HistoryWords,
): TableView {
  const changes = (entry: HistoryEntry, isFirst: boolean): readonly RowView[] => {
    if (entry.withdrawn) return [plain('Zurückgenommen')];
    if (isFirst) return [plain('Neu im Buch')];
    if (entry.differences.length === 0) return [plain('Ohne Änderung eines Werts')];
    return entry.differences.map((difference) => {
      const { path, before, after } = difference;
      const [was, is] = [value(difference, before), value(difference, after)];
      return row([cell(place(path)), cell(was || '–'), cell(is || '–')], 'child');
    });
  };
  return {
    id: 'verlauf',
    caption,
    columns: [{ label: 'Was' }, { label: 'Vorher' }, { label: 'Nachher' }],
    rows: entries.flatMap((entry, index) => [
      row([cell(headingOf(entry))], 'group'),
      ...changes(entry, index === entries.length - 1),
    ]),
    footer: [],
  };
}

/** "21.11.2026, 14:05 Uhr, von der Sachbearbeitung: Neue Bankverbindung" */
function headingOf({ recordedAt, recordedBy, reason }: HistoryEntry): string {
  const day = formatGermanDay(dayInGermany(recordedAt));
  return `${day}, ${timeText(recordedAt)}, von ${recorderText(recordedBy)}: ${reason}`;
}

function plain(text: string): RowView {
  return row([cell(text), BLANK, BLANK], 'child');
}
