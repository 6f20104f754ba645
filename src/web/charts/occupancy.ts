import { intersect, overlap } from '../../domain/calendar/period.js';
import { addDays, type Period, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Fte } from '../../domain/proration/fte.js';
import type { LegendEntryView } from '../components/parts.js';
import { element, type Hue } from './svg.js';

/** A person on a post within the year, both days included. */
export interface OccupancySpell extends Period {
  readonly share: Fte;
  /** "besetzt, Kennung LUE-7F3A". */
  readonly label: string;
  /** Stretches without pay, within the spell. */
  readonly unpaid: readonly Period[];
}

/** Days on which the post, or a part of it, was empty (R9). */
export interface OccupancyVacancy extends Period {
  readonly missing: Fte;
}

/** A post over one year: all its days lie within the year. */
export interface OccupancyRow {
  readonly name: string;
  readonly note: string;
  readonly plannedFte: Fte;
  /** The days of the year on which the post exists. */
  readonly period: Period;
  readonly spells: readonly OccupancySpell[];
  readonly vacancies: readonly OccupancyVacancy[];
  /** The colour of the post's component. */
  readonly hue: Hue;
}

/**
 * Where each spell begins above the ground, in ten-thousandths VzÄ: people at the same time stand
 * on each other, and what would go above the planned share is cut off, as it does not count.
 */
export function stacked({ spells, plannedFte }: OccupancyRow): readonly StackedSpell[] {
  const placed: StackedSpell[] = [];
  for (const spell of spells.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const below = placed.filter((other) => overlap(other.spell, spell) && !isCovered(other, spell));
    placed.push(...piecesOf(spell, below, plannedFte));
  }
  return placed;
}

/** A spell on top of those that are there already, cut where they come and go. */
function piecesOf(
  spell: OccupancySpell,
  below: readonly StackedSpell[],
  plannedFte: Fte,
): readonly StackedSpell[] {
  const starts = below.flatMap(({ spell: { from, to } }) => [from, addDays(to, 1)]);
  const inside = starts.filter((day) => spell.from < day && day <= spell.to);
  const days = [...new Set([spell.from, ...inside])].toSorted();
  const pieces: StackedSpell[] = [];
  for (const [index, from] of days.entries()) {
    const next = days[index + 1];
    const part = { from, to: next === undefined ? spell.to : addDays(next, -1) };
    const met = below.filter((other) => overlap(other.spell, part));
    const base = Math.max(0, ...met.map((other) => other.base + other.spell.share));
    const share = Math.min(spell.share, plannedFte - base) as Fte;
    if (share <= 0) continue;
    const last = pieces.at(-1);
    const goesOn = last?.base === base && addDays(last.spell.to, 1) === from;
    const whole = goesOn ? { from: last.spell.from, to: part.to } : part;
    if (goesOn) pieces.pop();
    const unpaid = spell.unpaid.flatMap((period) => intersect(period, whole) ?? []);
    pieces.push({ spell: { ...spell, ...whole, share, unpaid }, base });
  }
  return pieces;
}

/** Whether somebody stands in for a person without pay: drawn over that person's place (R9). */
function isCovered({ spell }: StackedSpell, cover: OccupancySpell): boolean {
  return spell.unpaid.some(({ from, to }) => from <= cover.from && cover.to <= to);
}

export interface StackedSpell {
  readonly spell: OccupancySpell;
  readonly base: number;
}

/** The days on which one person follows another without a gap. */
export function seams(spells: readonly OccupancySpell[]): readonly PlainDate[] {
  const beginnings = new Set(spells.map(({ from }) => from));
  const days = spells.map(({ to }) => addDays(to, 1)).filter((day) => beginnings.has(day));
  return [...new Set(days)];
}

const BOX = { x: 1, y: 2, width: 20, height: 14 };

/** The key of the picture. `id` is the chart's, whose patterns the marks use. */
export function occupancyLegend(id: string): readonly LegendEntryView[] {
  const box = (className: string, fill = ''): string =>
    element('rect', { class: className, ...BOX, ...(fill !== '' && { fill }) });
  return [
    { label: 'besetzt', mark: box('wb-c1') },
    { label: 'geplanter Anteil', mark: box('wb-planned') },
    { label: 'unbesetzt', mark: box('wb-vacant', `url(#${id}-vacant)`) },
    { label: 'unbezahlt', mark: box('wb-c1') + box('wb-unpaid', `url(#${id}-unpaid)`) },
    {
      label: 'Wechsel der Person',
      mark:
        element('line', { class: 'wb-seam', x1: 11, x2: 11, y1: 2, y2: 17 }) +
        element('path', { class: 'wb-seam-mark', d: 'M6,1 h10 l-5,7 z' }),
    },
  ];
}
