import { findingIn, placeText, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import type { KnownThings } from '../known-things.js';

/** Every id names one thing: a second thing under the same name is refused, with the first's place. */
export function checkIds(known: KnownThings): Finding[] {
  const components = known.programmes.flatMap((entry) =>
    entry.value.components.map((component, index) => ({
      ...entry,
      id: component.id,
      path: `components[${index}]`,
    })),
  );
  const occupancies = known.positions.flatMap((entry) =>
    entry.value.occupancies.map((occupancy, index) => ({
      ...entry,
      id: occupancy.id,
      path: `${entry.path}.occupancies[${index}]`,
    })),
  );
  return [
    ...duplicates(known.programmes, 'Das Förderprogramm'),
    ...duplicates(known.laws, 'Die Rechtstabelle', 'table'),
    ...duplicates(components, 'Der Baustein'),
    ...duplicates(known.notices, 'Der Bescheid'),
    ...duplicates(known.noticeLines, 'Die Bescheidzeile'),
    ...duplicates(known.partners, 'Der Weiterleitungsempfänger'),
    ...duplicates(known.contracts, 'Der Vertrag'),
    ...duplicateLines(known),
    ...duplicates(known.positions, 'Die Stelle'),
    ...duplicates(occupancies, 'Die Besetzung'),
  ];
}

function duplicates(entries: readonly Entry<unknown>[], what: string, key = 'id'): Finding[] {
  const first = new Map<string, Entry<unknown>>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.id);
    if (earlier === undefined) {
      first.set(entry.id, entry);
      return [];
    }
    const message = `${what} „${entry.id}“ ist schon in ${placeText(earlier)} festgelegt.`;
    return [findingIn(entry, key, message)];
  });
}

/** A line keeps its id over the versions of its contract; nobody else may use it. */
function duplicateLines({ lines }: KnownThings): Finding[] {
  const owners = new Map<string, (typeof lines)[number]>();
  return lines.flatMap((line) => {
    const earlier = owners.get(line.id);
    if (earlier === undefined) owners.set(line.id, line);
    const isSame =
      earlier === undefined ||
      (earlier.contract === line.contract && earlier.version !== line.version);
    if (isSame) return [];
    const message = `Die Zuweisungszeile „${line.id}“ ist schon in ${placeText(earlier)} festgelegt.`;
    return [findingIn(line, 'id', message)];
  });
}
