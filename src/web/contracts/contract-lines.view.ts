import { sumCents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  ContractVersionDefinition,
  LineFunding,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import {
  BLANK,
  cell,
  fteCell,
  moneyCell,
  row,
  withoutEmptyColumns,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';
import { roomCell } from './line-room.view.js';

/** "Zuweisungszeilen" of a version by partner, what pays for them, and what they yield. */
export function linesTable(
  page: BookPage,
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): TableView {
  const partners = [...new Set(version.lines.map(({ partner }) => partner))];
  return withoutEmptyColumns({
    id: 'zeilen',
    caption: `Zuweisung nach der Fassung „${version.title}“`,
    columns: [
      { label: 'Zeile' },
      { label: 'VzÄ', numeric: true },
      { label: 'je VzÄ', numeric: true },
      { label: 'Sachmittel', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: `Bezahlt ${page.asOf.year} aus` },
      { label: `Anspruch ${page.asOf.year}`, numeric: true },
      { label: 'Noch ohne Stelle' },
    ],
    rows: partners.flatMap((partner) => [
      row([cell(page.names.party(partner))], 'group'),
      ...version.lines
        .filter((line) => line.partner === partner)
        .flatMap((line) => [lineRow(page, contract, line), ...childRows(page, line)]),
    ]),
    footer: [sumRow(page, contract, version)],
    phone: 'pairs',
  });
}

function lineRow(
  page: BookPage,
  contract: ContractDefinition,
  line: AllocationLineDefinition,
): RowView {
  return row([
    cell(line.title, {
      sub: sublineOf(page, line),
      ...(line.example !== undefined && { example: line.example }),
    }),
    line.fte === 0 ? BLANK : fteCell(line.fte),
    line.annualRateCents === 0n ? BLANK : moneyCell(line.annualRateCents),
    line.materialCents === 0n ? BLANK : moneyCell(line.materialCents),
    moneyCell(line.ceilingCents),
    contract.direction === 'refund' || page.facts.partner !== undefined
      ? BLANK
      : fundingCell(
          page,
          line.funding.find(({ year }) => year === page.asOf.year),
        ),
    contract.direction === 'refund' ? BLANK : entitlementCell(page, contract.id, line.id),
    roomCell(page, contract, line),
  ]);
}

function sublineOf({ names }: BookPage, line: AllocationLineDefinition): string {
  const towns = line.towns.length > 1 ? ` (${line.towns.join(', ')})` : '';
  return [
    names.component(line.component),
    `${line.region}${towns}`,
    line.clause,
    ...(line.permission === undefined ? [] : [`erlaubt durch ${line.permission}`]),
    ...(line.note === undefined ? [] : [line.note]),
  ].join(' · ');
}

function fundingCell(page: BookPage, funding: LineFunding | undefined): CellView {
  switch (funding?.source) {
    case undefined:
      return { text: '', badge: { tone: 'warning', text: 'niemand zahlt' } };
    case 'own-funds':
      return cell('eigene Mittel', { ...(funding.note !== undefined && { sub: funding.note }) });
    case 'notice-line':
      return noticeCell(page, funding.noticeLine);
    case 'allocation-line':
      return cell('Zeile darüber');
  }
}

function noticeCell({ facts, link }: BookPage, lineId: string): CellView {
  const notice = facts.noticeLines.get(lineId)?.notice;
  if (notice === undefined) return cell(lineId);
  return cell(notice.title, { href: link(`${paths.notice(notice.id)}#zeile-${lineId}`) });
}

function entitlementCell({ figures, link }: BookPage, contract: string, line: string): CellView {
  const entitlement = figures.lines.find((entry) => entry.line === line);
  if (entitlement === undefined || entitlement.zero === 'not-in-force') return cell('gilt nicht');
  return moneyCell(entitlement.amountCents, {
    explain: {
      href: link(paths.lineSheet(contract, line, figures.year)),
      label: 'Rechenblatt',
    },
  });
}

/** The third tier: what the partner passes on of this line. */
function childRows(page: BookPage, parent: AllocationLineDefinition): readonly RowView[] {
  return page.figures.lines
    .filter(({ funding }) => {
      return funding?.source === 'allocation-line' && funding.allocationLine === parent.id;
    })
    .map((child) => childRow(page, child));
}

function childRow(page: BookPage, child: LineEntitlement): RowView {
  return row(
    [
      cell(`davon an ${page.names.party(child.partner)}`, {
        href: page.link(paths.contract(child.contract)),
        sub: child.title,
      }),
      child.fte === 0 ? BLANK : fteCell(child.fte),
      BLANK,
      BLANK,
      moneyCell(child.ceilingCents),
      page.facts.partner === undefined ? cell('Zeile darüber') : BLANK,
      entitlementCell(page, child.contract, child.line),
      BLANK,
    ],
    'child',
  );
}

function sumRow(
  { figures }: BookPage,
  contract: ContractDefinition,
  { lines }: ContractVersionDefinition,
): RowView {
  const entitlements = figures.lines.filter((entry) => entry.contract === contract.id);
  return row([
    cell('Summe'),
    fteCell(sumFte(lines.map((line) => line.fte))),
    BLANK,
    moneyCell(sumCents(lines.map(({ materialCents }) => materialCents))),
    moneyCell(sumCents(lines.map(({ ceilingCents }) => ceilingCents))),
    BLANK,
    moneyCell(sumCents(entitlements.map(({ amountCents }) => amountCents))),
    BLANK,
  ]);
}
