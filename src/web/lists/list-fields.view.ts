import type { BookPage } from '../book/book-page.js';
import { fieldView, type FieldView, type OptionView } from '../components/field.js';
import type { ListDefinition, ListFilter } from './list-definition.js';
import type { ListChoice, ListModel } from './list-model.js';
import { DIRECTION, DIRECTIONS, SORT, type ListState } from './list-state.js';
import { directionNames } from './list.words.js';

/** More than this nobody looks through: the search is the way then. */
const CHOICES_MOST = 200;

/** A field for each filter that has something to choose; a chosen filter can always be taken off. */
export function filterFields<Row>(
  page: BookPage,
  model: ListModel<Row>,
  { filters }: ListState,
): readonly FieldView[] {
  return model.definition.filters.flatMap((filter) => {
    const chosen = filters.get(filter.key) ?? '';
    const offered = offeredChoices(page, model, filter, chosen);
    if (chosen === '' && offered.length < 2) return [];
    return [filterField(filter, chosen, offered)];
  });
}

function offeredChoices<Row>(
  page: BookPage,
  model: ListModel<Row>,
  filter: ListFilter<Row>,
  chosen: string,
): readonly ListChoice[] {
  const known = filter.linkOnly === true ? [] : model.choicesOf(filter);
  const offered = known.length > CHOICES_MOST ? [] : known;
  if (chosen === '' || offered.some(({ key }) => key === chosen)) return offered;
  return [...offered, { key: chosen, name: filter.nameOf(chosen, page) }];
}

function filterField<Row>(
  { key, label, all }: ListFilter<Row>,
  chosen: string,
  offered: readonly ListChoice[],
): FieldView {
  return selectField(key, label, chosen, [{ key: '', name: all }, ...offered]);
}

/** For phones, where the heads of the columns are not shown. */
export function sortFields<Row>(
  { columns }: ListDefinition<Row>,
  { sort, direction }: ListState,
): readonly FieldView[] {
  return [
    selectField(
      SORT,
      'Sortieren nach',
      sort,
      columns.map(({ key, label }) => ({ key, name: label })),
    ),
    selectField(DIRECTION, 'Richtung', DIRECTIONS[direction], [
      { key: DIRECTIONS.ascending, name: directionNames.ascending },
      { key: DIRECTIONS.descending, name: directionNames.descending },
    ]),
  ];
}

function selectField(
  name: string,
  label: string,
  chosen: string,
  choices: readonly ListChoice[],
): FieldView {
  const options: readonly OptionView[] = choices.map((choice) => ({
    value: choice.key,
    label: choice.name,
    selected: choice.key === chosen,
  }));
  return fieldView({ kind: 'select', id: `liste-${name}`, name, label, options });
}
