import { levels, type SidedSlice, type Slice } from '../../../capacity/capacity.js';
import {
  allocationLineHolder,
  grantOfLine,
  spansOfLine,
  usesOfLine,
} from '../../../contracts/contracts.js';
import { fte, type Fte } from '../../../domain/proration/fte.js';
import { overlap } from '../../../domain/calendar/period.js';
import { addDays, type Period } from '../../../domain/calendar/plain-date.js';
import { periodOf, useOfLine } from '../../../positions/positions.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import { fteText, spellText } from '../../book/words.js';
import type { NoteView } from '../../components/parts.js';
import { cell, fteCell, row, type TableView } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { periodText } from '../../messages/quantity-text.js';
import { paths } from '../../paths.js';
import type { OpenFormBook } from './form-book.js';
import { postsBeside } from './position-fields.js';

/** A stretch of days on which a line has the same VzÄ, taken and free. */
interface LineLevel {
  readonly period: Period;
  readonly agreed: Fte;
  readonly taken: Fte;
  /** Below zero: more than the line has. */
  readonly free: number;
}

/**
 * R1: what a line has and what posts and lines below it take, with the post that somebody types.
 *
 * @param typed the post as far as it is known; undefined: the line as it is
 * @param besides the post that is corrected, or that leaves: not counted as it stands
 */
export function roomPanels(
  lineId: string,
  typed: PositionDefinition | undefined,
  besides: string | null,
  { facts, names }: OpenFormBook,
): readonly FormPanel[] {
  const agreed = facts.lines.get(lineId);
  if (agreed === undefined) return [];
  const spans = spansOfLine(agreed.contract, lineId);
  const others = postsBeside(facts, lineId, besides);
  const posts = typed === undefined ? others : [...others, typed];
  const found = levelsOf(grantOfLine(agreed.contract, lineId), [
    ...posts.flatMap((post) => useOfLine(post, spans)),
    ...usesBelow(lineId, facts),
  ]).filter(({ period }) => typed === undefined || overlap(period, periodOf(typed)));
  const short = found.find(({ free }) => free < 0);
  const title = `Platz in der Zeile ${agreed.line.title}, ${names.shortParty(agreed.line.partner)}`;
  return [
    {
      title,
      notes: found.length === 0 ? [NOT_IN_FORCE] : short ? [shortNote(short)] : [],
      tables: found.length === 0 ? [] : [roomTable(title, found)],
      details:
        others.length === 0
          ? []
          : [{ title: 'Stellen, die schon in der Zeile sind', table: postsTable(others) }],
    },
  ];
}

const NOT_IN_FORCE = {
  tone: 'warning',
  texts: ['Die Zeile ist an diesen Tagen nicht in Kraft: Für die Stelle entsteht kein Anspruch.'],
} as const;

/** What lines of the third tier take of a line. */
function usesBelow(lineId: string, { subLines, lines }: OpenFormBook['facts']): readonly Slice[] {
  const holder = allocationLineHolder(lineId);
  return (subLines.get(lineId) ?? []).flatMap((sub) => {
    const contract = lines.get(sub)?.contract;
    const uses = contract === undefined ? [] : usesOfLine(contract, sub);
    return uses.filter((use) => use.holder === holder).flatMap(({ slices }) => slices);
  });
}

/** Stretches of equal VzÄ; neighbours with the same figures are one. */
function levelsOf(grants: readonly Slice[], uses: readonly Slice[]): readonly LineLevel[] {
  const sided: readonly SidedSlice[] = [
    ...grants.map((slice) => ({ ...slice, side: 'grant' as const })),
    ...uses.map((slice) => ({ ...slice, side: 'use' as const })),
  ].filter(({ measure }) => measure === 'fte');
  return levels(sided)
    .filter(({ granted }) => granted > 0n)
    .map(({ period, granted, used }) => ({
      period,
      agreed: fte(Number(granted)),
      taken: fte(Number(used)),
      free: Number(granted - used),
    }))
    .reduce<readonly LineLevel[]>(joined, []);
}

function joined(done: readonly LineLevel[], next: LineLevel): readonly LineLevel[] {
  const last = done.at(-1);
  const goesOn =
    last?.agreed === next.agreed &&
    last.taken === next.taken &&
    addDays(last.period.to, 1) === next.period.from;
  if (!goesOn) return [...done, next];
  return [...done.slice(0, -1), { ...last, period: { ...last.period, to: next.period.to } }];
}

function shortNote({ period, free }: LineLevel): NoteView {
  const text = `${periodText(period)}: In der Zeile fehlen ${fteText(fte(-free))} für diese Stelle. So lässt sie sich nicht eintragen (R1).`;
  return { tone: 'danger', texts: [text] };
}

function roomTable(caption: string, found: readonly LineLevel[]): TableView {
  return {
    id: 'platz',
    caption,
    columns: [
      { label: 'Zeitraum' },
      { label: 'VzÄ der Zeile', numeric: true },
      { label: 'Auf Stellen', numeric: true },
      { label: 'Frei', numeric: true },
    ],
    rows: found.map(({ period, agreed, taken, free }) =>
      row([
        cell(periodText(period)),
        fteCell(agreed),
        fteCell(taken),
        free < 0
          ? { ...fteCell(fte(-free)), text: `−${fteCell(fte(-free)).text}`, badge: TOO_MUCH }
          : fteCell(fte(free)),
      ]),
    ),
    footer: [],
    phone: 'pairs',
  };
}

const TOO_MUCH = { tone: 'danger', text: 'reicht nicht' } as const;

function postsTable(posts: readonly PositionDefinition[]): TableView {
  return {
    id: 'stellen-der-zeile',
    caption: 'Stellen der Zeile',
    columns: [{ label: 'Stelle' }, { label: 'Besteht' }, { label: 'VzÄ', numeric: true }],
    rows: posts.map((post) =>
      row([
        cell(post.label, { href: paths.position(post.id) }),
        cell(spellText(post.from, post.to)),
        fteCell(post.plannedFte),
      ]),
    ),
    footer: [],
    phone: 'pairs',
  };
}
