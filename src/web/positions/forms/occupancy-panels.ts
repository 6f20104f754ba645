import { calendarYear, daysOf, intersect } from '../../../domain/calendar/period.js';
import {
  formatGermanDay,
  LAST_YEAR,
  yearOf,
  type Period,
  type PlainDate,
} from '../../../domain/calendar/plain-date.js';
import type { PositionPreview } from '../../../positions/occupancy-preview.queries.js';
import { periodOf, vacanciesOf } from '../../../positions/positions.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import { fteText, spellText } from '../../book/words.js';
import type { MetaView, NoteView } from '../../components/parts.js';
import { cell, fteCell, row, type TableView } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { periodText } from '../../messages/quantity-text.js';
import { effectPanel } from '../entitlement-effect.view.js';
import type { OpenFormBook } from './form-book.js';
import { pictureOf } from './occupancy-picture.js';
import { elsewherePanels } from './person-panels.js';

/** What a form shows of a post before anything is saved. */
export interface ShownChange {
  /** The post as the book has it. */
  readonly before: PositionDefinition;
  readonly preview: PositionPreview;
  /** The day at which one looks first: that of the change. */
  readonly around: PlainDate;
}

/** Gaps and overlaps, the same person elsewhere, and the entitlement: while somebody types. */
export function occupancyPanels(change: ShownChange, book: OpenFormBook): readonly FormPanel[] {
  const { preview } = change;
  return [
    postPanel(change, book),
    ...elsewherePanels(preview, book),
    ...(hasErrors(preview) ? [] : [effectPanel(preview.effects, book)]),
  ];
}

function hasErrors({ findings }: PositionPreview): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function postPanel(change: ShownChange, book: OpenFormBook): FormPanel {
  const { before, preview, around } = change;
  const year = yearOf(around);
  const years = [...new Set([year, ...preview.effects.map((effect) => effect.year)])].toSorted();
  const gaps = years.flatMap((each) => gapsIn(preview.position, each));
  return {
    title: `${before.label} im Jahr ${year}`,
    notes: notesOf(preview, gaps.length, years),
    facts: postFacts(before, book),
    ...pictureOf(before, preview.position, year),
    tables: [
      ...(preview.overfilled.length === 0 ? [] : [overlapTable(preview)]),
      ...(gaps.length === 0 ? [] : [gapTable(gaps)]),
    ],
  };
}

/** R9: days on which more people are there than the post has room for; cover is not among them. */
function overlapTable({ overfilled, position }: PositionPreview): TableView {
  const keyOf = (id: string): string =>
    position.occupancies.find((occupancy) => occupancy.id === id)?.personKey ?? id;
  return {
    id: 'ueberschneidungen',
    caption: 'Überschneidungen',
    columns: [
      { label: 'Zu viele zugleich' },
      { label: 'Wer' },
      { label: 'Besetzte VzÄ', numeric: true },
      { label: 'Geplante VzÄ', numeric: true },
    ],
    rows: overfilled.map(({ period, filled, occupancies }) =>
      row([
        cell(openPeriodText(period)),
        cell(occupancies.map(keyOf).join(', ')),
        fteCell(filled),
        fteCell(position.plannedFte),
      ]),
    ),
    footer: [],
    phone: 'pairs',
  };
}

/** "ab 01.05.2025" where no end is known. */
function openPeriodText({ from, to }: Period): string {
  return yearOf(to) === LAST_YEAR ? `ab ${formatGermanDay(from)}` : periodText({ from, to });
}

/** The post that is filled: who employs, where, and how much of it is planned. */
export function postFacts(position: PositionDefinition, { names }: OpenFormBook): MetaView[] {
  return [
    { label: 'Stelle', value: cell(position.label, { sub: position.title }) },
    { label: 'Arbeitgeber', value: cell(names.party(position.employer)) },
    { label: 'Arbeitsort', value: cell(position.placeOfWork) },
    {
      label: 'Geplant',
      value: cell(fteText(position.plannedFte), { sub: spellText(position.from, position.to) }),
    },
  ];
}

function notesOf(
  { findings }: PositionPreview,
  gaps: number,
  years: readonly number[],
): readonly NoteView[] {
  const told = (wanted: 'error' | 'warning'): readonly string[] => [
    ...new Set(
      findings.filter(({ severity }) => severity === wanted).map(({ message }) => message),
    ),
  ];
  const [errors, warnings] = [told('error'), told('warning')];
  const isFine = errors.length === 0 && gaps === 0;
  return [
    ...(errors.length === 0 ? [] : [{ tone: 'danger' as const, texts: errors }]),
    ...(warnings.length === 0 ? [] : [{ tone: 'warning' as const, texts: warnings }]),
    ...(isFine
      ? [
          {
            tone: '' as const,
            texts: [`Damit ist die Stelle ${yearsText(years)} ohne Lücke besetzt.`],
          },
        ]
      : []),
  ];
}

/** "2023", "von 2022 bis 2024" */
function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  return first === last ? first.toString() : `von ${first} bis ${last}`;
}

function gapsIn(position: PositionDefinition, year: number) {
  const days = intersect(periodOf(position), calendarYear(year));
  return days === undefined ? [] : vacanciesOf(position, days);
}

function gapTable(gaps: ReturnType<typeof gapsIn>): TableView {
  return {
    id: 'luecken',
    caption: 'Unbesetzte Zeiten danach',
    columns: [
      { label: 'Danach unbesetzt' },
      { label: 'Tage', numeric: true },
      { label: 'Fehlende VzÄ', numeric: true },
    ],
    rows: gaps.map(({ period, missing }) =>
      row([cell(periodText(period)), cell(daysOf(period).toString()), fteCell(missing)]),
    ),
    footer: [],
    phone: 'pairs',
  };
}
