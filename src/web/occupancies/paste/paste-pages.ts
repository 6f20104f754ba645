import type { OccupancyRow } from '../../../positions/positions.js';
import type { EnteredOccupancy, RangeReview } from '../../../positions/occupancy-range.queries.js';
import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import type { BookPage } from '../../book/book-page.js';
import { countText } from '../../book/words.js';
import type { RefusalView } from '../../forms/refused.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../../components/field.js';
import { cell, fteCell, row, type TableView } from '../../components/table.js';
import { paths } from '../../paths.js';
import { columnsTable } from './paste-columns.words.js';
import { effectTable, type EffectTableView } from './effect-table.view.js';
import { pasteErrors, pasteTable, pasteWarnings, type PasteTableView } from './paste-table.view.js';
import { rangeMark, type PostedRange } from './posted-range.js';

/** The page on which a range is pasted. */
export interface PasteView {
  readonly action: string;
  readonly field: FieldView;
  readonly errors: ErrorSummaryView | undefined;
  readonly columns: TableView;
  readonly template: string;
}

/** @param text what was pasted before @param error what is wrong with it; '' if nothing */
export function pasteView(text = '', error = ''): PasteView {
  const field = rangeField(text, error);
  return {
    action: paths.occupancyPaste,
    field,
    errors: errorSummary([field]),
    columns: columnsTable(),
    template: paths.occupancyPasteTemplate,
  };
}

function rangeField(value: string, error = ''): FieldView {
  return fieldView({
    kind: 'lines',
    name: 'bereich',
    label: 'Bereich aus der Tabelle',
    hint: 'In der Tabelle markieren, kopieren und hier einfügen. Mit der Zeile der Überschriften ist die Reihenfolge der Spalten frei.',
    value,
    error,
  });
}

/** The page that shows what a range would do, before it is entered. */
export interface ReviewView {
  readonly action: string;
  readonly entry: string;
  readonly key: string;
  /** Names the range that the cells are of. */
  readonly shown: string;
  readonly intro: string;
  readonly errors: ErrorSummaryView | undefined;
  readonly refusal: RefusalView | undefined;
  readonly warnings: readonly { readonly id: string; readonly text: string }[];
  readonly moreWarnings: number;
  readonly table: PasteTableView;
  readonly range: FieldView;
  /** Absent as long as something is wrong. */
  readonly effect: EffectTableView | undefined;
  readonly reason: FieldView;
  /** "12 Besetzungen eintragen" */
  readonly button: string;
}

const WARNINGS_LISTED = 12;

export function reviewView(
  page: BookPage,
  posted: PostedRange,
  review: RangeReview,
  {
    refusal,
    reasonError = '',
  }: { readonly refusal?: RefusalView | undefined; readonly reasonError?: string } = {},
): ReviewView {
  const wrong = pasteErrors(review);
  const reason = reasonField(posted.reason, reasonError);
  const warnings = pasteWarnings(review);
  return {
    action: paths.occupancyPaste,
    entry: paths.occupancyPasteEntry,
    key: posted.key,
    shown: rangeMark(posted.text),
    intro: introOf(review, wrong !== undefined),
    errors: wrong ?? errorSummary([reason]),
    refusal,
    warnings: warnings.slice(0, WARNINGS_LISTED),
    moreWarnings: Math.max(0, warnings.length - WARNINGS_LISTED),
    table: pasteTable(page, review),
    range: rangeField(posted.text),
    effect: wrong === undefined ? effectTable(page, review.effects) : undefined,
    reason,
    button: `${countText(review.rows.length, 'Besetzung', 'Besetzungen')} eintragen`,
  };
}

function introOf({ paste, rows }: RangeReview, isWrong: boolean): string {
  const count = countText(paste.rows.length, 'Zeile', 'Zeilen');
  if (isWrong) {
    return `${count} gelesen. Verbessern Sie die roten Zellen gleich hier in der Tabelle, und prüfen Sie noch einmal. Eingetragen wird erst, wenn alles stimmt.`;
  }
  return `${count} gelesen, ${postsText(rows)}. Alles lässt sich eintragen; gespeichert ist noch nichts.`;
}

function postsText(rows: readonly OccupancyRow[]): string {
  const posts = new Set(rows.map(({ position }) => position)).size;
  return `an ${countText(posts, 'Stelle', 'Stellen')}`;
}

function reasonField(value: string, error: string): FieldView {
  return fieldView({
    kind: 'text',
    name: 'grund',
    label: 'Grund der Änderung',
    hint: 'Steht im Verlauf jeder Besetzung. Zum Beispiel: Meldung der Stadt Lünen vom 02.03.2026',
    value,
    error,
  });
}

/** What a range brought into the book. */
export interface EnteredView {
  readonly message: string;
  readonly table: TableView;
  readonly list: string;
  readonly again: string;
}

export function enteredView(page: BookPage, entered: readonly EnteredOccupancy[]): EnteredView {
  const { names, link } = page;
  return {
    message: `${countText(entered.length, 'Besetzung ist', 'Besetzungen sind')} eingetragen.`,
    list: paths.occupancies,
    again: paths.occupancyPaste,
    table: {
      id: 'eingetragen',
      caption: 'Eingetragene Besetzungen',
      columns: [
        { label: 'Stelle' },
        { label: 'Kennung' },
        { label: 'Von' },
        { label: 'Bis' },
        { label: 'VzÄ', numeric: true },
      ],
      rows: entered.map(({ occupancy, position }) =>
        row([
          cell(position.label, {
            href: link(paths.position(position.id)),
            sub: `${names.shortParty(position.employer)}, ${names.component(position.component)}`,
          }),
          cell(occupancy.personKey, occupancy.cover ? { sub: 'Vertretung' } : {}),
          cell(formatGermanDay(occupancy.from)),
          cell(occupancy.to === undefined ? 'läuft' : formatGermanDay(occupancy.to)),
          fteCell(occupancy.share),
        ]),
      ),
      footer: [],
    },
  };
}
