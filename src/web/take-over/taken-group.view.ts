import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import type { TakenGroup } from '../../take-over/take-over.queries.js';
import type { BookPage } from '../book/book-page.js';
import type { NoteView, TileView } from '../components/parts.js';
import { cell, moneyCell, row, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { takenLinesTable } from './taken-lines.view.js';

/** What one notice line, or the Kreis's own funds of a year, paid for. */
export interface TakenGroupView {
  readonly id: string;
  readonly title: string;
  readonly subline: string;
  readonly tiles: readonly TileView[];
  readonly notes: readonly NoteView[];
  readonly reconciliation: TableView;
  /** Absent: nothing was forwarded. */
  readonly lines?: TableView;
  /** The entry of the notice line. */
  readonly entry?: { readonly href: string; readonly label: string };
}

export function takenGroupView(page: BookPage, group: TakenGroup, index: number): TakenGroupView {
  const { notice, lines, entry } = group;
  const id = `teil-${(index + 1).toString()}`;
  const title = titleOf(page, group);
  return {
    id,
    title,
    subline: notice?.document ?? 'Kein Bescheid: der Kreis zahlt selbst',
    tiles: tilesOf(group),
    notes: notice?.note === undefined ? [] : [{ tone: '', texts: [notice.note] }],
    reconciliation: reconciliationTable(id, title, group),
    ...(lines.length > 0 && { lines: takenLinesTable(page, { id, title }, lines) }),
    ...(entry !== undefined && {
      entry: { href: page.link(paths.entry(entry)), label: 'Buchung der Bescheidzeile' },
    }),
  };
}

function titleOf(page: BookPage, { notice, year }: TakenGroup): string {
  if (notice === undefined) return `Eigene Mittel, ${year.toString()}`;
  const component = page.facts.noticeLines.get(notice.noticeLine)?.line.component;
  const name = component === undefined ? notice.noticeLine : page.names.component(component);
  return `${name}, ${year.toString()}`;
}

/** What stands open; nothing is said of what is settled. */
function tilesOf({ notice, lines }: TakenGroup): readonly TileView[] {
  const sum = (of: (line: TakenGroup['lines'][number]) => Cents) => sumCents(lines.map(of));
  const settled = sum(({ open }) => open.settledCents);
  const claims = sum(({ open }) => cents(open.recoveryClaimsCents + open.interestClaimsCents));
  const owed =
    notice === undefined
      ? ZERO_CENTS
      : cents(notice.unspentCents + notice.revokedCents - notice.refundedCents);
  return [
    tile('Verdient', cents(settled + (notice?.ownCostCents ?? 0n)), 'anerkannt oder bestätigt'),
    tile(
      'Vorauszahlungen',
      sum(({ open }) => open.advancesCents),
      'angeordnet, nicht belegt',
    ),
    tile('Forderungen an Partner', claims, 'mit Zinsen', 'warning'),
    tile('Dem Land geschuldet', owed, 'noch nicht zurückgezahlt', 'warning'),
  ];
}

function tile(label: string, amount: Cents, line: string, tone: TileView['tone'] = ''): TileView {
  return {
    label,
    figure: formatEuro(amount),
    lines: [amount === 0n && tone !== '' ? 'nichts offen' : line],
    tone: amount === 0n ? 'muted' : tone,
  };
}

/** "Abstimmung mit der Kasse", step by step. */
function reconciliationTable(id: string, title: string, { reconciliation }: TakenGroup): TableView {
  const { receivedCents, paidCents, refundedCents, returnedCents } = reconciliation;
  const { computedCents, treasuryCents } = reconciliation;
  const difference = cents(treasuryCents - computedCents);
  const badge =
    difference === 0n
      ? ({ tone: 'success', text: 'stimmt' } as const)
      : ({ tone: 'danger', text: `Unterschied ${formatEuro(difference)}` } as const);
  const steps: readonly RowView[] = [
    row([cell('Vom Land eingegangen'), moneyCell(receivedCents)]),
    row([cell('weniger an Partner ausgezahlt'), moneyCell(cents(-paidCents))]),
    row([cell('weniger an das Land zurückgezahlt'), moneyCell(cents(-refundedCents))]),
    row([cell('dazu von Partnern erstattet, mit Zinsen'), moneyCell(returnedCents)]),
  ];
  return {
    id: `${id}-kasse`,
    caption: `Abstimmung mit der Kasse: ${title}`,
    columns: [{ label: 'Schritt' }, { label: 'Betrag', numeric: true }],
    rows: steps,
    footer: [
      row([cell('Errechneter Stand'), moneyCell(computedCents)]),
      row([cell('Stand der Kasse'), moneyCell(treasuryCents, { badge })]),
    ],
    phone: 'pairs',
  };
}
