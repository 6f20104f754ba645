import type { Spreadsheet } from '../../documents/spreadsheet.types.js';
import type { Instant } from '../../domain/calendar/instant.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import { RULE_GLOSSARY } from '../information/rule-glossary.js';
import type { ListDefinition } from './list-definition.js';
import type { ListModel } from './list-model.js';
import type { FileFormat, ListState } from './list-state.js';
import { directionNames, grouped, momentText } from './list.words.js';

const SHEET_NAME_MOST = 31;

/** Who makes a file, and when. */
export interface FileOrigin {
  readonly madeAt: Instant;
  readonly officeName: string;
  readonly exampleBook: boolean;
}

type Note = Spreadsheet['notes'][number];

/** The rows that fit, all pages of them, with what a reader must know who has only the file. */
export function listSpreadsheet<Row>(
  page: BookPage,
  model: ListModel<Row>,
  state: ListState,
  origin: FileOrigin,
): Spreadsheet {
  const { definition } = model;
  const { rows } = model.select(state);
  return {
    name: `${definition.title} ${page.asOf.year}`.slice(0, SHEET_NAME_MOST),
    columns: definition.columns.map(({ label, kind }) => ({ head: label, kind })),
    rows: rows.map((row) => definition.columns.map(({ value }) => value(row, page))),
    notes: [
      { label: 'Liste', value: definition.title },
      { label: 'Was darin steht', value: definition.about },
      ...asOfNotes(page),
      ...selectionNotes(page, definition, state),
      { label: 'Zeilen', value: `${grouped(rows.length)} von ${grouped(model.count)}` },
      { label: 'Erzeugt', value: momentText(origin.madeAt) },
      { label: 'Herausgeber', value: origin.officeName },
      ...(origin.exampleBook
        ? [{ label: 'Hinweis', value: 'Beispielbuch – kein amtliches Dokument' }]
        : []),
      ...ruleNotes(definition.rules),
    ],
  };
}

/** "ansprueche-2025-stand-2025-12-31.xlsx" */
export function fileName<Row>(
  { key }: ListDefinition<Row>,
  { year, on }: BookPage['asOf'],
  format: FileFormat,
): string {
  return `${key}-${year}-stand-${on}.${format}`;
}

function asOfNotes({ asOf: { year, on, knownOn } }: BookPage): readonly Note[] {
  const known = knownOn === undefined ? 'wie heute bekannt' : formatGermanDay(knownOn);
  return [
    { label: 'Förderjahr', value: year.toString() },
    { label: 'Stand am', value: formatGermanDay(on) },
    { label: 'Wie bekannt am', value: known },
  ];
}

function selectionNotes<Row>(
  page: BookPage,
  { filters, columns }: ListDefinition<Row>,
  state: ListState,
): readonly Note[] {
  const chosen = filters.flatMap(({ key, label, nameOf }) => {
    const value = state.filters.get(key);
    return value === undefined ? [] : [{ label: `Filter: ${label}`, value: nameOf(value, page) }];
  });
  const sorted = columns.find(({ key }) => key === state.sort)?.label ?? '';
  return [
    { label: 'Suche', value: state.search === '' ? 'keine' : state.search },
    ...(chosen.length === 0 ? [{ label: 'Filter', value: 'keine' }] : chosen),
    { label: 'Sortierung', value: `${sorted}, ${directionNames[state.direction]}` },
  ];
}

function ruleNotes(rules: readonly string[]): readonly Note[] {
  return rules.flatMap((rule) => {
    const entry = RULE_GLOSSARY.find(({ term }) => term === `Regel ${rule}`);
    return entry === undefined ? [] : [{ label: entry.term, value: entry.meaning }];
  });
}
