import {
  INTEREST_BASES,
  type ComponentDefinition,
  type LawTableDefinition,
} from '../definition.js';
import { findingIn, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { unknownReference, type KnownThings } from '../known-things.js';

/** Programmes and law tables: no year with two regimes, no day with two rates, dates in order. */
export function checkProgrammes(known: KnownThings): Finding[] {
  return [
    ...known.programmes.flatMap((programme) =>
      programme.value.components.flatMap((component, index) =>
        checkComponent({ ...programme, path: `components[${index}]` }, component),
      ),
    ),
    ...known.laws.flatMap(checkLaw),
  ];
}

type Place = Pick<Entry<unknown>, 'file' | 'path'>;

function checkComponent(place: Place, component: ComponentDefinition): Finding[] {
  return [
    ...checkRegimes(place, component),
    ...repeated(
      place,
      'rates',
      component.rates,
      ({ kind, validFrom }) => `${kind} ab ${validFrom}`,
    ),
    ...repeated(
      place,
      'fixedSums',
      component.fixedSums,
      ({ key, validFrom }) => `${key} ab ${validFrom}`,
    ),
  ];
}

function checkRegimes(place: Place, { regimes }: ComponentDefinition): Finding[] {
  return regimes.flatMap((regime, index) => {
    const path = `regimes[${index}]`;
    if (regime.toYear < regime.fromYear) {
      const message = `Das letzte Jahr ${regime.toYear} liegt vor dem ersten Jahr ${regime.fromYear}.`;
      return [findingIn(place, `${path}.toYear`, message)];
    }
    const other = regimes
      .slice(0, index)
      .find(({ fromYear, toYear }) => fromYear <= regime.toYear && regime.fromYear <= toYear);
    if (other === undefined) return [];
    const message = `Für diese Jahre gilt schon das Regime von ${other.fromYear} bis ${other.toYear}.`;
    return [findingIn(place, `${path}.fromYear`, message)];
  });
}

function repeated<T>(
  place: Place,
  list: string,
  rows: readonly T[],
  nameOf: (row: T) => string,
): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const name = nameOf(row);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [findingIn(place, `${list}[${index}]`, `Die Zeile „${name}“ steht zweimal da.`)];
  });
}

function checkLaw(entry: Entry<LawTableDefinition>): Finding[] {
  const { rows, table, publishedUntil } = entry.value;
  const order = rows.flatMap((row, index) => {
    const before = rows.slice(0, index).findLast(({ key }) => key === row.key);
    if (before === undefined || before.validFrom < row.validFrom) return [];
    const message = `${row.validFrom} folgt auf ${before.validFrom}: Die Zeilen eines Schlüssels stehen nach Tagen geordnet, jeder Tag einmal.`;
    return [findingIn(entry, `rows[${index}].validFrom`, message)];
  });
  const keys = table === 'interest-margin' ? INTEREST_BASES : table === 'base-rate' ? [table] : [];
  const unknown = rows.flatMap(({ key }, index) =>
    keys.length === 0 || keys.some((name) => name === key)
      ? []
      : [unknownReference(entry, `rows[${index}].key`, 'Der Schlüssel', key, keys)],
  );
  const beyond = rows.flatMap(({ validFrom }, index) =>
    publishedUntil === undefined || validFrom <= publishedUntil
      ? []
      : [
          findingIn(
            entry,
            `rows[${index}].validFrom`,
            `Die Tabelle gilt nur bis ${publishedUntil} (publishedUntil).`,
          ),
        ],
  );
  return [...order, ...unknown, ...beyond];
}
