import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import { FULL_TIME, formatFte, fte } from '../../../domain/proration/fte.js';
import type { OccupancyDefinition } from '../definition.js';
import { findingIn, lastToTell, placeText, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import type { KnownThings } from '../known-things.js';
import { firstExcess, withoutHoles, type Use } from './peak.js';
import { periodOf, spellText } from './position.rules.js';

type Spell = Entry<OccupancyDefinition>;

/** R9 and R11: paid shares on one post never above its planned share, on one person never above 1.0. */
export function checkOverlaps(known: KnownThings): Finding[] {
  const spells = known.positions.flatMap(spellsOf);
  return [
    ...known.positions.flatMap((position) => checkPost(position)),
    ...[...groupBy(spells, ({ value }) => value.personKey).values()].flatMap(checkPerson),
  ];
}

function spellsOf({ value, file, path }: KnownThings['positions'][number]): Spell[] {
  return value.occupancies.map((occupancy, index) => ({
    id: occupancy.id,
    value: occupancy,
    file,
    path: `${path}.occupancies[${index}]`,
  }));
}

/** Cover and unpaid time may stand beside another spell: neither is counted against the post. */
function checkPost(position: KnownThings['positions'][number]): Finding[] {
  const { plannedFte } = position.value;
  const counted = spellsOf(position).filter(({ value }) => !value.cover);
  const excess = firstExcess(counted.flatMap(paidDays), () => plannedFte);
  if (excess === undefined) return [];
  const message =
    `Am ${formatGermanDay(excess.day)} sind ${formatFte(fte(excess.total))} VzÄ besetzt, ` +
    `geplant sind ${formatFte(plannedFte)}: ${named(excess.uses)}. Eine Vertretung wird mit „cover: true“ bezeichnet.`;
  return [at(excess.uses, message)];
}

function checkPerson(spells: readonly Spell[]): Finding[] {
  const excess = firstExcess(spells.flatMap(paidDays), () => FULL_TIME);
  if (excess === undefined) return [];
  const { personKey } = spells[0]?.value ?? { personKey: '' };
  const message =
    `${personKey} ist am ${formatGermanDay(excess.day)} mit ${formatFte(fte(excess.total))} VzÄ abgerechnet, ` +
    `mehr als 1,0 (R11): ${named(excess.uses)}.`;
  return [at(excess.uses, message)];
}

function paidDays(spell: Spell): Use<Spell>[] {
  const unpaid = spell.value.unpaid.map(({ period }) => period);
  return withoutHoles(periodOf(spell.value), unpaid).map((period) => ({
    period,
    amount: spell.value.share,
    by: spell,
  }));
}

/** Both spells with their place: "awo-1-1 (ab 01.02.2022, Zeile 14) und …". */
function named(uses: readonly Use<Spell>[]): string {
  return uses
    .map(
      ({ by }) =>
        `${by.id} (${spellText(by.value)}, ${formatFte(by.value.share)}, ${placeText(by)})`,
    )
    .join(' und ');
}

/** The mistake is reported where the last spell stands that made it too much. */
function at(uses: readonly Use<Spell>[], message: string): Finding {
  return findingIn(lastToTell(uses.map(({ by }) => by)), 'share', message);
}
