import type { ContractFlow, Effects, LineChange } from '../../amendments/flow-down.queries.js';
import type { LineEffect } from '../../amendments/effects.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import type { BadgeView } from '../components/badge.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { changedFte, changedMoney, signedEuro } from './changed-cell.js';
import { flowStateBadges, lineMarkTexts, obstacleTexts } from './flow-down.words.js';

/** What a changed notice means for one contract. */
export interface ContractFlowView {
  readonly id: string;
  readonly title: string;
  readonly subline: string;
  readonly state: BadgeView;
  readonly link: LinkView;
  readonly notes: readonly NoteView[];
  readonly lines: TableView;
  /** How each new figure comes about, folded away. */
  readonly sheets: readonly { readonly title: string; readonly table: TableView }[];
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
    link: { href: page.link(paths.contract(flow.contract)), label: 'Zum Vertrag' },
    notes: notesOf(flow),
    lines: linesTable(page, flow, own, effects),
    sheets: own.flatMap((effect) => sheetOf(effect)),
  };
}

function sublineOf({ fileReference, inForceFrom, rule, clause }: ContractFlow): string {
  const way =
    rule === 'R10'
      ? `folgt dem Bescheid ohne Unterschrift (Regel R10, ${clause})`
      : `braucht die Unterschrift beider Seiten (Regel R4, ${clause})`;
  return `${fileReference} · ab ${formatGermanDay(inForceFrom)} · ${way}`;
}

function notesOf({ obstacle, lines }: ContractFlow): readonly NoteView[] {
  const marks = lines.flatMap((line) => line.marks.map((mark) => markText(line, mark)));
  return [
    ...(obstacle === undefined
      ? []
      : [{ tone: 'danger', texts: [obstacleTexts[obstacle]] } as const]),
    ...(marks.length === 0 ? [] : [{ tone: 'warning', texts: marks } as const]),
  ];
}

function markText({ title }: LineChange, mark: LineChange['marks'][number]): string {
  return `${title}: ${lineMarkTexts[mark]}`;
}

function linesTable(
  page: BookPage,
  { contract, title }: ContractFlow,
  lines: readonly LineEffect[],
  { on }: Effects,
): TableView {
  return {
    id: `weitergabe-${contract}`,
    caption: `Zeilen des Vertrags ${title}, bisher und neu`,
    columns: [
      { label: 'Zeile' },
      { label: 'VzÄ', numeric: true },
      { label: 'Betrag für 1,0 VzÄ', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch im Jahr', numeric: true },
      { label: 'Unterschied im Jahr', numeric: true },
      { label: `Unterschied bis ${formatGermanDay(on)}`, numeric: true },
    ],
    rows: lines.map((line) => lineRow(page, line)),
    footer: [],
  };
}

function lineRow(page: BookPage, effect: LineEffect): RowView {
  const { before, after, difference } = effect;
  const sheet = page.link(paths.lineSheet(effect.contract, effect.line, effect.year));
  return row([
    cell(effect.title, { sub: `${page.names.party(effect.partner)} · ${effect.year.toString()}` }),
    changedFte(before.fte, after.fte),
    changedMoney(before.annualRateCents, after.annualRateCents),
    changedMoney(before.ceilingCents, after.ceilingCents),
    changedMoney(before.entitledCents, after.entitledCents, {
      explain: { href: sheet, label: 'Rechenblatt' },
    }),
    cell(signedEuro(difference.entitledCents)),
    cell(signedEuro(difference.toDateCents)),
  ]);
}

function sheetOf(effect: LineEffect): ContractFlowView['sheets'] {
  const { line, year, title, after } = effect;
  const derivation = after.derivation();
  if (derivation === undefined) return [];
  const table = calculationSheet(`blatt-${line}-${year.toString()}`, derivation);
  return [
    {
      title: `Wie kommt der neue Anspruch zustande? ${title}, ${year.toString()}`,
      table: { ...table, caption: `Rechenblatt ${title}, ${year.toString()}` },
    },
  ];
}
