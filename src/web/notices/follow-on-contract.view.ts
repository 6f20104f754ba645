import type { ContractFollowOn } from '../../amendments/follow-on.queries.js';
import type { Effects, LineEffect } from '../../amendments/effects.types.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import type { BadgeView } from '../components/badge.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import { BLANK, cell, moneyCell, row, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { changedFte, changedMoney } from './changed-cell.js';
import { lineMarkTexts, obstacleTexts } from './flow-down.words.js';
import { lineSheets, postSheets, sheetId, type FlowSheet } from './flow-sheets.view.js';
import { followOnBadges } from './follow-on.words.js';

/** A contract under a follow-on notice: with which values it goes on, or why not. */
export interface ContractFollowOnView {
  readonly id: string;
  readonly title: string;
  readonly subline: string;
  readonly state: BadgeView;
  readonly link: LinkView;
  readonly notes: readonly NoteView[];
  readonly lines: TableView;
  readonly sheets: readonly FlowSheet[];
}

export function contractFollowOnView(
  page: BookPage,
  contract: ContractFollowOn,
  { years }: Effects,
): ContractFollowOnView {
  const own = years.flatMap(({ lines }) =>
    lines.filter((line) => line.contract === contract.contract),
  );
  return {
    id: contract.contract,
    title: contract.title,
    subline: sublineOf(contract),
    state: followOnBadges[contract.state],
    link: { href: page.link(paths.contract(contract.contract)), label: 'Zum Vertrag' },
    notes: notesOf(page, contract),
    lines: linesTable(page, contract, own),
    sheets: own.flatMap((effect) => [...lineSheets(effect), ...postSheets(effect)]),
  };
}

function sublineOf(contract: ContractFollowOn): string {
  const { fileReference, inForceFrom, inForceTo, rule, clause } = contract;
  const way =
    rule === 'R10'
      ? `folgt dem Bescheid ohne Unterschrift (Regel R10, ${clause})`
      : 'braucht die Unterschrift aller Seiten (Regel R4)';
  return `${fileReference} · ${formatGermanDay(inForceFrom)} – ${formatGermanDay(inForceTo)} · ${way}`;
}

function notesOf(
  { facts }: BookPage,
  { state, obstacle, lines, unfunded }: ContractFollowOn,
): readonly NoteView[] {
  const marks = lines.flatMap(({ title, marks: own }) =>
    own.map((mark) => `${title}: ${lineMarkTexts[mark]}`),
  );
  const unpaid = unfunded.map(
    (line) =>
      `${facts.lines.get(line)?.line.title ?? line}: Die Zeile geht weiter, aber niemand bezahlt sie im neuen Jahr.`,
  );
  const warnings = [...marks, ...unpaid];
  return [
    ...(obstacle === undefined
      ? []
      : [{ tone: 'danger', texts: [obstacleTexts[obstacle]] } as const]),
    ...(state === 'open' && warnings.length > 0
      ? [{ tone: 'warning', texts: warnings } as const]
      : []),
    ...(state === 'left-out' ? [LEFT_OUT] : []),
  ];
}

const LEFT_OUT: NoteView = {
  tone: '',
  texts: [
    'Auf Ihren Wunsch bleibt dieser Vertrag hier unberührt. Sie können ihn später übernehmen.',
  ],
};

function linesTable(
  page: BookPage,
  contract: ContractFollowOn,
  lines: readonly LineEffect[],
): TableView {
  return {
    id: `uebernahme-${contract.contract}`,
    caption: `Zeilen und Stellen des Vertrags ${contract.title} unter dem Anschlussbescheid`,
    columns: [
      { label: 'Zeile, Stelle' },
      { label: 'VzÄ', numeric: true },
      { label: 'Für 1,0 VzÄ', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch im Jahr', numeric: true },
    ],
    rows: lines.flatMap((line) => [
      lineRow(page, contract, line),
      ...line.posts.map(({ position, label, after }): RowView =>
        row(
          [
            cell(label, { href: page.link(paths.position(position)) }),
            changedFte(after.fte, after.fte),
            ...[BLANK, BLANK],
            moneyCell(after.entitledCents, explained(`${line.line}-${position}`, line.year)),
          ],
          'child',
        ),
      ),
    ]),
    footer: [],
  };
}

/** The new values; what the line had until now stands beside those that change. */
function lineRow({ names }: BookPage, contract: ContractFollowOn, effect: LineEffect): RowView {
  const { line, title, partner, year, after } = effect;
  const change = contract.lines.find((each) => each.line === line);
  const rate = change?.annualRateCents ?? { before: after.annualRateCents };
  const share = change?.fte ?? { before: after.fte };
  const ceiling = change?.ceilingCents ?? { before: after.ceilingCents };
  return row([
    cell(title, { sub: `${names.party(partner)} · ${year.toString()}` }),
    changedFte(share.before, after.fte),
    changedMoney(rate.before, after.annualRateCents),
    changedMoney(ceiling.before, after.ceilingCents, explained(line, year)),
    moneyCell(after.entitledCents, explained(line, year)),
  ]);
}

function explained(key: string, year: number) {
  return { explain: { href: `#${sheetId(key, year)}`, label: 'Rechenblatt' } };
}
