import { findingIn, inPlace, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { amendedNotices, type KnownThings } from '../known-things.js';

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
    ...duplicateNoticeLines(known),
    ...duplicates(known.partners, 'Der Weiterleitungsempfänger'),
    ...duplicates(known.contracts, 'Der Vertrag'),
    ...duplicateLines(known),
    ...duplicates(known.positions, 'Die Stelle'),
    ...duplicates(occupancies, 'Die Besetzung'),
    ...duplicates(known.takeOvers, 'Die Übernahme'),
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
    const message = `${what} „${entry.id}“ ist schon ${inPlace(earlier)} festgelegt.`;
    return [findingIn(entry, key, message)];
  });
}

/** An amending notice names the line that it changes by the line's id; nobody else may. */
function duplicateNoticeLines({ notices, noticeLines }: KnownThings): Finding[] {
  const byId = new Map(notices.map(({ id, value }) => [id, value]));
  return [...groupBy(noticeLines, ({ id }) => id).values()].flatMap((lines) =>
    lines.flatMap((line, index) => {
      const other = lines.find(
        (each, at) =>
          at < index &&
          !amendedNotices(line.notice, byId).includes(each.notice) &&
          !amendedNotices(each.notice, byId).includes(line.notice),
      );
      if (other === undefined) return [];
      const message = `Die Bescheidzeile „${line.id}“ ist schon ${inPlace(other)} festgelegt.`;
      return [findingIn(line, 'id', message)];
    }),
  );
}

/** A line keeps its id over the versions of its contract, once in each; nobody else may use it. */
function duplicateLines({ lines }: KnownThings): Finding[] {
  const owners = new Map<string, (typeof lines)[number]>();
  const lastOf = new Map<string, (typeof lines)[number]>();
  return lines.flatMap((line) => {
    const owner = owners.get(line.id) ?? line;
    owners.set(line.id, owner);
    const last = lastOf.get(line.id);
    lastOf.set(line.id, line);
    const earlier = last?.version === line.version ? last : owner;
    if (earlier === line) return [];
    if (earlier.contract === line.contract && earlier.version !== line.version) return [];
    const message = `Die Zuweisungszeile „${line.id}“ ist schon ${inPlace(earlier)} festgelegt.`;
    return [findingIn(line, 'id', message)];
  });
}
