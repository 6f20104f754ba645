import type { SpreadsheetKind } from '../../documents/spreadsheet.types.js';
import type { BookPage } from '../book/book-page.js';
import type { ListColumn, ListFilter } from './list-definition.js';

/** A column that the page says elsewhere: in a second line, or behind a link. */
export function inFile<Row>(
  key: string,
  label: string,
  kind: SpreadsheetKind,
  value: ListColumn<Row>['value'],
): ListColumn<Row> {
  return { key, label, kind, value, fileOnly: true };
}

/** "Partner": who gets the money, or employs the people. */
export function partnerFilter<Row>(
  partiesOf: (row: Row) => readonly string[],
  [label, all]: readonly [string, string] = ['Partner', 'Alle Partner'],
): ListFilter<Row> {
  return {
    key: 'partner',
    label,
    all,
    keysOf: partiesOf,
    nameOf: (id, { names }) => names.party(id),
  };
}

export function componentFilter<Row>(componentOf: (row: Row) => string): ListFilter<Row> {
  return {
    key: 'baustein',
    label: 'Baustein',
    all: 'Alle Bausteine',
    keysOf: (row) => [componentOf(row)],
    nameOf: (id, { names }) => names.component(id),
  };
}

export function programmeFilter<Row>(programmeOf: (row: Row) => string): ListFilter<Row> {
  return {
    key: 'programm',
    label: 'Programm',
    all: 'Alle Programme',
    keysOf: (row) => [programmeOf(row)],
    nameOf: (id, { names }) => names.shortProgramme(id),
  };
}

/** Set by the links of a contract's own figures. */
export function contractFilter<Row>(contractOf: (row: Row) => string | undefined): ListFilter<Row> {
  return {
    key: 'vertrag',
    label: 'Vertrag',
    all: 'Alle Verträge',
    keysOf: (row) => [contractOf(row) ?? ''],
    nameOf: (id, { facts }) => facts.contracts.find((contract) => contract.id === id)?.title ?? id,
    linkOnly: true,
  };
}

/** A filter with a fixed set of choices, in their order. */
export function choiceFilter<Row>(
  [key, label, all]: readonly [key: string, label: string, all: string],
  names: Readonly<Record<string, string>>,
  keysOf: (row: Row, page: BookPage) => readonly string[],
): ListFilter<Row> {
  return {
    key,
    label,
    all,
    keysOf,
    nameOf: (name) => (Object.hasOwn(names, name) ? names[name] : undefined) ?? name,
    order: Object.keys(names),
  };
}
