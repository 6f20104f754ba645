import { cents } from '../../domain/money/cents.js';
import type { BookPage } from '../book/book-page.js';
import type { ListDefinition } from './list-definition.js';
import { ListModel } from './list-model.js';
import { readListState } from './list-state.js';
import { money, text } from './list-value.js';

interface Row {
  readonly name: string;
  readonly towns: readonly string[];
  readonly amount?: bigint;
}

const ROWS: readonly Row[] = [
  { name: 'Ahlen', towns: ['a'], amount: 300n },
  { name: 'Lünen', towns: ['b', 'a'], amount: 100n },
  { name: 'Lünen-Süd', towns: ['b'] },
  { name: 'Öde 10', towns: [], amount: 100n },
  { name: 'Öde 9', towns: ['c'], amount: -50n },
];

const definition: ListDefinition<Row> = {
  key: 'orte',
  path: '/orte',
  title: 'Orte',
  noun: ['Ort', 'Orte'],
  about: '',
  searchHint: '',
  rows: () => ROWS,
  searched: ({ name, towns }) => [name, ...towns, undefined],
  columns: [
    { key: 'ort', label: 'Ort', kind: 'text', value: ({ name }) => text(name) },
    {
      key: 'betrag',
      label: 'Betrag',
      kind: 'money',
      value: ({ amount }) => money(amount === undefined ? undefined : cents(amount)),
    },
  ],
  filters: [
    {
      key: 'kreis',
      label: 'Kreis',
      all: 'Alle',
      keysOf: ({ towns }) => towns,
      nameOf: (key) => ({ a: 'Zwei', b: 'Eins' })[key] ?? key,
    },
  ],
  sortedBy: 'ort',
  rules: [],
  empty: () => 'nichts',
};

const model = new ListModel(definition, {} as BookPage);
const names = (query: Record<string, string>): readonly string[] =>
  model.select(readListState(definition, query)).rows.map(({ name }) => name);

describe('a list', () => {
  it('is in its own order, backwards by the value of its figures', () => {
    expect(names({})).toEqual(ROWS.map(({ name }) => name));
    expect(names({ richtung: 'ab' })).toEqual([
      ...['Öde 10', 'Öde 9', 'Lünen-Süd', 'Lünen', 'Ahlen'],
    ]);
  });

  it('keeps equal rows in their order and puts missing values last, both ways', () => {
    expect(names({ sortierung: 'betrag' })).toEqual([
      ...['Öde 9', 'Lünen', 'Öde 10', 'Ahlen', 'Lünen-Süd'],
    ]);
    expect(names({ sortierung: 'betrag', richtung: 'ab' })).toEqual([
      ...['Ahlen', 'Lünen', 'Öde 10', 'Öde 9', 'Lünen-Süd'],
    ]);
  });

  it.each([
    ['luenen', ['Lünen', 'Lünen-Süd']],
    ['SÜD lün', ['Lünen-Süd']],
    ['9', ['Öde 9']],
    ['gibt es nicht', []],
  ])('finds by %s', (suche, found) => {
    expect(names({ suche })).toEqual(found);
  });

  it('is narrowed by any of the keys of a row, together with the search', () => {
    expect(names({ kreis: 'a' })).toEqual(['Ahlen', 'Lünen']);
    expect(names({ kreis: 'b', suche: 'süd' })).toEqual(['Lünen-Süd']);
    expect(names({ kreis: 'niemand' })).toEqual([]);
  });

  it('offers each key once, by name', () => {
    const [filter] = definition.filters;
    if (filter === undefined) throw new Error('no filter');
    expect(model.choicesOf(filter)).toEqual([
      { key: 'c', name: 'c' },
      { key: 'b', name: 'Eins' },
      { key: 'a', name: 'Zwei' },
    ]);
  });

  it('answers the same question with the same rows, made once', () => {
    const state = readListState(definition, { suche: 'lünen' });
    expect(model.select(state)).toBe(model.select({ ...state, page: 2, search: ' LUENEN ' }));
  });

  it('keeps what is asked again and again, however many others are asked in between', () => {
    const ask = (suche: string) => model.select(readListState(definition, { suche }));
    const whole = ask('');
    for (let other = 0; other < 40; other += 1) {
      ask(other.toString());
      expect(ask('')).toBe(whole);
    }
  });

  it('reads an address that it cannot understand as if nothing were there', () => {
    const state = readListState(definition, {
      ...{ sortierung: 'nichts', richtung: 'quer', seite: '-1', format: 'exe' },
    });
    expect(state).toEqual({
      ...{ search: '', filters: new Map(), sort: 'ort', direction: 'ascending', page: 1 },
    });
  });
});
