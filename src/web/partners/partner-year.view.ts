import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { sumCents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { BookPage } from '../book/book-page.js';
import { countText, fteText } from '../book/words.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import type { BadgeView } from '../components/badge.js';
import type { TileView } from '../components/parts.js';
import {
  BLANK,
  cell,
  fteCell,
  moneyCell,
  row,
  type CellView,
  type TableView,
} from '../components/table.js';
import { lineRows, type LineRow } from '../lines/line-row.js';
import { percent, valueCell } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import { positionsOfYear, type PositionYear } from '../positions/position-year.js';

/** What a partner may get in the year, what it has earned so far, and with which posts. */
export function partnerTiles(page: BookPage, id: string): readonly TileView[] {
  const lines = linesOf(page, id).filter(isReceived);
  const posts = postsOf(page, id);
  const filled = posts.filter(({ vacantDays }) => vacantDays === 0).length;
  const of = (path: string): string => page.link(`${path}?partner=${encodeURIComponent(id)}`);
  return [
    {
      label: 'Höchstbetrag',
      figure: formatEuro(sumCents(lines.map(({ ceilingCents }) => ceilingCents))),
      lines: [countText(lines.length, 'Zeile', 'Zeilen')],
      tone: '',
      explain: { href: of(paths.lines), label: `${areaName(paths.lines, 'Zeilen')} ansehen` },
    },
    {
      label: 'Anspruch',
      figure: formatEuro(
        sumCents(lines.flatMap(({ entitlement }) => entitlement?.amountCents ?? [])),
      ),
      lines: [`Stand ${formatGermanDay(page.asOf.on)}`],
      tone: '',
      explain: { href: of(paths.entitlements), label: 'Rechnung ansehen' },
    },
    {
      label: 'Stellen',
      figure: posts.length.toString(),
      lines:
        posts.length === 0
          ? []
          : [
              fteText(sumFte(posts.map(({ position }) => position.plannedFte))),
              `${filled} durchgehend besetzt`,
            ],
      tone: filled < posts.length ? 'warning' : '',
      explain: { href: of(paths.positions), label: 'Stellen ansehen' },
    },
  ];
}

/** What the partner gets by which contract; each amount leads to its calculation. */
export function partnerLines(page: BookPage, id: string): TableView | undefined {
  const lines = linesOf(page, id);
  if (lines.length === 0) return undefined;
  return {
    id: 'zeilen',
    caption: `Zeilen im Förderjahr ${page.asOf.year}`,
    columns: [
      { label: page.facts.partner === undefined ? 'Zeile' : 'Wofür' },
      { label: 'Baustein' },
      { label: 'VzÄ', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch', numeric: true },
    ],
    rows: lines.map((entry) => {
      const { line, contract, ceilingCents, entitlement } = entry;
      const sheet = page.link(paths.lineSheet(contract.id, line.id, page.asOf.year));
      const explain = { href: sheet, label: 'Rechenblatt' };
      const badge = stateOf(entry);
      return row([
        cell(line.title, {
          href: page.link(`${paths.contract(contract.id)}#zuweisung`),
          sub: contract.title,
          ...(badge && { badge }),
        }),
        cell(page.names.component(line.component)),
        line.fte === 0 ? BLANK : fteCell(line.fte),
        moneyCell(ceilingCents),
        entitlement === undefined ? cell('–') : moneyCell(entitlement.amountCents, { explain }),
      ]);
    }),
    footer: [sumRow(lines.filter(isReceived))],
  };
}

/** The posts at the partner, who is filled how far, and what each yields. */
export function partnerPositions(page: BookPage, id: string): TableView | undefined {
  const posts = postsOf(page, id);
  if (posts.length === 0) return undefined;
  return {
    id: 'stellen',
    caption: `Stellen im Förderjahr ${page.asOf.year}`,
    columns: [
      { label: 'Stelle' },
      { label: 'Arbeitsort' },
      { label: 'VzÄ', numeric: true },
      { label: 'Besetzt', numeric: true },
      { label: 'Anspruch', numeric: true },
    ],
    rows: posts.map((post) => postRow(page, post)),
    footer: [],
  };
}

function postRow(page: BookPage, { position, entitlement, vacantDays }: PositionYear) {
  const sheet = page.link(paths.calculationSheet(position.id, page.asOf.year));
  const vacant = { sub: `${countText(vacantDays, 'Tag', 'Tage')} unbesetzt` };
  return row([
    cell(position.label, { href: page.link(paths.position(position.id)), sub: position.title }),
    cell(position.placeOfWork),
    fteCell(position.plannedFte),
    entitlement === undefined
      ? cell('ohne Zeile')
      : entitlement.zero === undefined
        ? valueCell(percent(entitlement.share), vacantDays === 0 ? {} : vacant)
        : { text: '', badge: { tone: 'warning', text: zeroReasonTexts[entitlement.zero] } },
    entitlement === undefined
      ? BLANK
      : moneyCell(entitlement.amountCents, { explain: { href: sheet, label: 'Rechenblatt' } }),
  ]);
}

function sumRow(lines: readonly LineRow[]) {
  const share = sumFte(lines.map(({ line }) => line.fte));
  return row([
    cell('Summe'),
    BLANK,
    share === 0 ? BLANK : fteCell(share),
    moneyCell(sumCents(lines.map(({ ceilingCents }) => ceilingCents))),
    moneyCell(sumCents(lines.flatMap(({ entitlement }) => entitlement?.amountCents ?? []))),
  ]);
}

/** What each partner has earned in the year so far; the amount leads to its lines. */
export function earnedByPartner(page: BookPage): (id: string) => CellView {
  const byPartner = groupBy(lineRows(page).filter(isReceived), ({ line }) => line.partner);
  return (id) => {
    const lines = byPartner.get(id);
    if (lines === undefined) return BLANK;
    const amounts = lines.flatMap(({ entitlement }) => entitlement?.amountCents ?? []);
    const path = `${paths.entitlements}?partner=${encodeURIComponent(id)}`;
    return moneyCell(sumCents(amounts), { explain: { href: page.link(path), label: 'Rechnung' } });
  };
}

/** Under an agreement the other way round the partner pays (R44): no part of what it gets. */
function isReceived({ way }: LineRow): boolean {
  return way !== 'refund';
}

function stateOf(line: LineRow): BadgeView | undefined {
  if (!isReceived(line)) return { tone: 'info', text: 'erstattet der Partner' };
  return line.period === undefined ? { tone: 'info', text: 'noch nicht wirksam' } : undefined;
}

function linesOf(page: BookPage, id: string): readonly LineRow[] {
  return lineRows(page).filter(({ line }) => line.partner === id);
}

function postsOf(page: BookPage, id: string): readonly PositionYear[] {
  return positionsOfYear(page)
    .filter(({ position }) => position.employer === id)
    .toSorted((a, b) => germanOrder(a.position.label, b.position.label));
}
