import type {
  ContractFlow,
  Effects,
  FlowDownPicture,
  LineChange,
} from '../../amendments/flow-down.queries.js';
import type { LineEffect, PostEffect } from '../../amendments/effects.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import { countText } from '../book/words.js';
import type { BadgeView } from '../components/badge.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import { BLANK, cell, row, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { changedFte, changedMoney, differenceCell } from './changed-cell.js';
import { flowStateBadges, lineMarkTexts, obstacleTexts } from './flow-down.words.js';
import { lineSheets, postSheets, sheetId, type FlowSheet } from './flow-sheets.view.js';

/** What a changed notice means for one contract. */
export interface ContractFlowView {
  readonly id: string;
  readonly title: string;
  readonly subline: string;
  readonly state: BadgeView;
  readonly links: readonly LinkView[];
  readonly notes: readonly NoteView[];
  readonly lines: TableView;
  /** How each figure comes about, folded away. */
  readonly sheets: readonly FlowSheet[];
}

export function contractFlowView(
  page: BookPage,
  flow: ContractFlow,
  effects: Effects,
): ContractFlowView {
  const own = effects.years.flatMap(({ lines }) =>
    lines.filter(({ contract }) => contract === flow.contract),
  );
  return {
    id: flow.contract,
    title: flow.title,
    subline: sublineOf(flow),
    state: flowStateBadges[flow.state],
    links: linksOf(page, flow),
    notes: notesOf(flow),
    lines: linesTable(page, flow, own, effects),
    sheets: own.flatMap((effect) => [...lineSheets(effect), ...postSheets(effect)]),
  };
}

function sublineOf({ fileReference, inForceFrom, rule, clause }: ContractFlow): string {
  const way =
    rule === 'R10'
      ? `folgt dem Bescheid ohne Unterschrift (Regel R10, ${clause})`
      : `braucht die Unterschrift aller Seiten (Regel R4, ${clause})`;
  return `${fileReference} · ab ${formatGermanDay(inForceFrom)} · ${way}`;
}

function linksOf({ link }: BookPage, { contract, versions }: ContractFlow): readonly LinkView[] {
  const last = versions.at(-1);
  return [
    { href: link(paths.contract(contract)), label: 'Zum Vertrag' },
    ...(last === undefined || last < 2
      ? []
      : [
          {
            href: link(paths.contractComparison(contract, last - 1, last)),
            label: 'Neue Fassung mit der bisherigen vergleichen',
          },
        ]),
  ];
}

function notesOf({ obstacle, overtakes, lines }: ContractFlow): readonly NoteView[] {
  const marks = lines.flatMap((line) => line.marks.map((mark) => markText(line, mark)));
  return [
    ...(obstacle === undefined
      ? []
      : [{ tone: 'danger', texts: [obstacleTexts[obstacle]] } as const]),
    ...(overtakes === undefined
      ? []
      : [{ tone: 'warning', texts: [overtakenText(overtakes)] } as const]),
    ...(marks.length === 0 ? [] : [{ tone: 'warning', texts: marks } as const]),
  ];
}

function overtakenText(draft: number): string {
  return `Der Entwurf der Fassung ${draft.toString()} rechnet noch mit den bisherigen Beträgen. Verwerfen Sie ihn danach, und entwerfen Sie ihn neu.`;
}

function markText({ title }: LineChange, mark: LineChange['marks'][number]): string {
  return `${title}: ${lineMarkTexts[mark]}`;
}

function linesTable(
  page: BookPage,
  { contract, title }: ContractFlow,
  lines: readonly LineEffect[],
  effects: Effects,
): TableView {
  return {
    id: `weitergabe-${contract}`,
    caption: `Zeilen und Stellen des Vertrags ${title}, bisher und neu`,
    columns: [
      { label: 'Zeile, Stelle' },
      { label: 'VzÄ', numeric: true },
      { label: 'Für 1,0 VzÄ', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch', numeric: true },
      { label: 'Unterschied', numeric: true },
    ],
    rows: lines.flatMap((line) => [
      lineRow(page, line, effects),
      ...line.posts.map((post) => postRow(page, line, post, effects)),
    ]),
    footer: [],
  };
}

function lineRow({ names, link }: BookPage, effect: LineEffect, { on }: Effects): RowView {
  const { before, after, difference, contract, line, year } = effect;
  const explain = { href: `#${sheetId(line, year)}`, label: 'Rechenblatt' };
  const below = effect.subForwarding ? ' · Teil der Zeile darüber' : '';
  return row([
    cell(effect.title, {
      href: link(paths.lineSheet(contract, line, year)),
      sub: `${names.party(effect.partner)} · ${year.toString()}${below}`,
    }),
    changedFte(before.fte, after.fte),
    changedMoney(before.annualRateCents, after.annualRateCents),
    changedMoney(before.ceilingCents, after.ceilingCents, { explain }),
    changedMoney(before.entitledCents, after.entitledCents, { explain }),
    differenceCell(difference.entitledCents, difference.toDateCents, on),
  ]);
}

function postRow(
  { link }: BookPage,
  { line, year }: LineEffect,
  { position, label, before, after, differenceCents, differenceToDateCents }: PostEffect,
  { on }: Effects,
): RowView {
  const explain = { href: `#${sheetId(`${line}-${position}`, year)}`, label: 'Rechenblatt' };
  return row(
    [
      cell(label, { href: link(paths.position(position)) }),
      changedFte(before.fte, after.fte),
      ...[BLANK, BLANK],
      changedMoney(before.entitledCents, after.entitledCents, { explain }),
      differenceCell(differenceCents, differenceToDateCents, on),
    ],
    'child',
  );
}

/** "9 Zeilen, 20 Stellen": what changes, or waits for somebody to decide. */
export function touchedText({ contracts, effects: { years } }: FlowDownPicture): string {
  const lines = new Set([
    ...contracts.flatMap((contract) => contract.lines.map(({ line }) => line)),
    ...years.flatMap((each) => each.lines.map(({ line }) => line)),
  ]);
  const posts = new Set(
    years.flatMap((each) => [
      ...each.lines.flatMap((line) => line.posts.map(({ position }) => position)),
      ...each.ownPosts.map(({ position }) => position),
    ]),
  );
  return `${countText(lines.size, 'Zeile', 'Zeilen')}, ${countText(posts.size, 'Stelle', 'Stellen')}`;
}
