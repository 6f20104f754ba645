import type { VacantLine, VacantSpell } from '../../amendments/what-if.queries.js';
import { formatFte } from '../../domain/proration/fte.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import type { BookPage } from '../book/book-page.js';
import { fteText } from '../book/words.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import type { TableView } from '../components/table.js';
import { nothingVacant, type NothingVacantView } from './nothing-vacant.view.js';
import type { Pair } from '../lists/list-state.js';
import { paths } from '../paths.js';
import { MOVES_MAX, pairsOf, type Question, type TypedMove } from './what-if-question.js';
import { vacancyTable } from './vacancy-table.view.js';
import { lineName } from './what-if.words.js';

/** What is asked: from when, and which VzÄ go where. */
export interface WhatIfFormView {
  readonly action: string;
  /** Year, day and knowledge of the page, kept. */
  readonly keep: readonly Pair[];
  readonly errors: ErrorSummaryView | undefined;
  readonly day: FieldView;
  readonly moves: readonly MoveView[];
  readonly vacancies: TableView;
  /** Absent if something is vacant. */
  readonly nothingVacant: NothingVacantView | undefined;
}

/** What is vacant on the day that is asked about; where nothing is, on other days of its year. */
export interface Vacancies {
  readonly vacant: readonly VacantLine[];
  readonly spells: readonly VacantSpell[];
}

export interface MoveView {
  readonly title: string;
  readonly fields: readonly FieldView[];
  /** The question without this move; '' for the empty one. */
  readonly remove: string;
}

export function whatIfForm(
  page: BookPage,
  question: Question,
  { vacant, spells }: Vacancies,
): WhatIfFormView {
  const day = fieldView({
    kind: 'day',
    name: 'ab',
    label: 'Ab wann',
    hint: 'Erster Tag beim anderen Partner, zum Beispiel 01.07.2025',
    value: question.dayText,
    error: question.dayError,
  });
  const movable = vacant.filter(({ targets }) => targets.length > 0);
  const moves = question.moves.map((move, index) => moveView(page, question, move, index, movable));
  const canAdd = movable.length > 0 && moves.length < MOVES_MAX;
  const next = canAdd ? [emptyMove(page, moves.length, movable)] : [];
  return {
    action: paths.whatIf,
    keep: [...new URLSearchParams(page.link(''))].map(([name, value]) => ({ name, value })),
    errors: errorSummary([day, ...moves.flatMap(summarised)]),
    day,
    moves: [...moves, ...next],
    vacancies: vacancyTable(page, question, vacant),
    nothingVacant: vacant.length > 0 ? undefined : nothingVacant(page, question, spells),
  };
}

/** Moves have the same labels: the summary says which one is meant. */
function summarised({ title, fields }: MoveView): readonly FieldView[] {
  return fields.map((field) => ({ ...field, label: `${title}, ${field.label}` }));
}

function moveView(
  page: BookPage,
  question: Question,
  move: TypedMove,
  index: number,
  movable: readonly VacantLine[],
): MoveView {
  const rest = question.moves.filter((other) => other !== move);
  return {
    title: `${(index + 1).toString()}. Verschiebung`,
    fields: fieldsOf(page, { ...move, number: index + 1 }, movable),
    remove: page.link(withQuery(paths.whatIf, pairsOf({ ...question, moves: rest }))),
  };
}

function emptyMove(page: BookPage, index: number, movable: readonly VacantLine[]): MoveView {
  const errors = { from: '', to: '', fte: '' };
  const move = { number: index + 1, from: '', to: '', fte: '', errors };
  return {
    title: index === 0 ? 'Verschiebung' : 'Weitere Verschiebung',
    fields: fieldsOf(page, move, movable),
    remove: '',
  };
}

function fieldsOf(
  page: BookPage,
  { number, from, to, fte, errors }: TypedMove,
  movable: readonly VacantLine[],
): readonly FieldView[] {
  const giving = movable.find(({ line }) => line === from);
  const targets = giving?.targets ?? [...new Set(movable.flatMap((line) => line.targets))];
  return [
    fieldView({
      ...{ kind: 'select', name: `von${number}`, label: 'Von', value: from, error: errors.from },
      options: optionsOf(
        from,
        movable.map(({ line }) => line),
        (id) => {
          const most = movable.find(({ line }) => line === id)?.movableFte;
          return `${lineName(page, id)}${most === undefined ? '' : ` – ${fteText(most)} frei`}`;
        },
      ),
    }),
    fieldView({
      ...{ kind: 'select', name: `nach${number}`, label: 'Nach', value: to, error: errors.to },
      options: optionsOf(to, targets, (id) => lineName(page, id)),
    }),
    fieldView({
      ...{ kind: 'short', name: `vzae${number}`, label: 'VzÄ', value: fte, error: errors.fte },
      hint: giving === undefined ? 'Zum Beispiel 0,5' : `höchstens ${formatFte(giving.movableFte)}`,
    }),
  ];
}

function optionsOf(
  chosen: string,
  ids: readonly string[],
  nameOf: (id: string) => string,
): FieldView['options'] {
  const all = chosen === '' || ids.includes(chosen) ? ids : [chosen, ...ids];
  return [
    { value: '', label: 'Bitte wählen', selected: chosen === '' },
    ...all
      .map((value) => ({ value, label: nameOf(value), selected: value === chosen }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'de')),
  ];
}
