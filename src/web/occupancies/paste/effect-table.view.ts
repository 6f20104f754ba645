import { subtractCents, sumCents } from '../../../domain/money/cents.js';
import type { EntitlementEffect } from '../../../positions/occupancy-preview.queries.js';
import type { BookPage } from '../../book/book-page.js';
import { calculationSheet } from '../../components/calculation-sheet.js';
import type { TileView } from '../../components/parts.js';
import { cell, moneyCell, row, type CellView, type TableView } from '../../components/table.js';
import { signedEuro } from '../../notices/changed-cell.js';
import { paths } from '../../paths.js';

/** "Wirkung auf die Ansprüche": each line concerned, year by year, as it is and as it would be. */
export interface EffectTableView {
  readonly tiles: readonly TileView[];
  readonly table: TableView;
  /** How the new figures come about, folded away; of the first lines where there are many. */
  readonly sheets: readonly { readonly title: string; readonly table: TableView }[];
  /** '' if each line has its sheet. */
  readonly more: string;
}

const SHEETS_MAX = 40;

export function effectTable(page: BookPage, all: readonly EntitlementEffect[]): EffectTableView {
  const effects = all.filter(
    ({ afterCents, beforeCents }) => afterCents !== 0n || beforeCents !== 0n,
  );
  const sheets = effects.slice(0, SHEETS_MAX).flatMap((effect) => sheetOf(page, effect));
  const years = [...new Set(effects.map(({ year }) => year))];
  return {
    tiles: years.map((year) => tileOf(year, effects)),
    table: {
      id: 'wirkung',
      caption: 'Anspruch der Zeilen, bisher und neu',
      columns: [
        { label: 'Zeile' },
        { label: 'Jahr' },
        { label: 'Anspruch bisher', numeric: true },
        { label: 'Anspruch neu', numeric: true },
        { label: 'Unterschied', numeric: true },
      ],
      rows: effects.map((effect) =>
        row([
          nameCell(page, effect),
          cell(effect.year.toString()),
          moneyCell(effect.beforeCents, sheetLink(page, effect)),
          moneyCell(effect.afterCents),
          cell(signedEuro(effect.differenceCents)),
        ]),
      ),
      footer: years.map((year) => sumRow(year, effects)),
    },
    sheets,
    more:
      effects.length > SHEETS_MAX
        ? `Rechenblätter der ersten ${SHEETS_MAX} Zeilen. Die übrigen stehen nach dem Eintragen bei jeder Zeile.`
        : '',
  };
}

/** Sub-forwardings are part of the line above, and in no sum. */
function booked(effects: readonly EntitlementEffect[], year: number): readonly EntitlementEffect[] {
  return effects.filter((effect) => effect.year === year && !effect.subForwarding);
}

function tileOf(year: number, effects: readonly EntitlementEffect[]): TileView {
  const own = booked(effects, year);
  const before = sumCents(own.map(({ beforeCents }) => beforeCents));
  const after = sumCents(own.map(({ afterCents }) => afterCents));
  return {
    label: `Unterschied ${year.toString()}`,
    figure: signedEuro(subtractCents(after, before)),
    lines: [`Anspruch bisher ${moneyCell(before).text}`, `neu ${moneyCell(after).text}`],
    tone: '',
  };
}

function sumRow(year: number, effects: readonly EntitlementEffect[]) {
  const own = booked(effects, year);
  const before = sumCents(own.map(({ beforeCents }) => beforeCents));
  const after = sumCents(own.map(({ afterCents }) => afterCents));
  return row([
    cell('Summe'),
    cell(year.toString()),
    moneyCell(before),
    moneyCell(after),
    cell(signedEuro(subtractCents(after, before))),
  ]);
}

function nameCell({ facts, names, link }: BookPage, effect: EntitlementEffect): CellView {
  const { kind, subject, subForwarding } = effect;
  if (kind === 'own-post') {
    const label = facts.positions.find(({ id }) => id === subject)?.label ?? subject;
    return cell(label, { href: link(paths.position(subject)), sub: 'eigene Stelle des Kreises' });
  }
  const agreed = facts.lines.get(subject);
  if (agreed === undefined) return cell(subject);
  const { line, contract } = agreed;
  return cell(`${names.shortParty(line.partner)}: ${line.title}`, {
    href: link(`${paths.contract(contract.id)}#zuweisung`),
    sub: [
      names.component(line.component),
      contract.fileReference,
      ...(subForwarding ? ['weitergeleitet, zählt schon in der Zeile darüber'] : []),
    ].join(' · '),
  });
}

function sheetLink(
  { facts, link }: BookPage,
  effect: EntitlementEffect,
): Pick<CellView, 'explain'> {
  const { kind, subject, year } = effect;
  if (effect.derivationBefore() === undefined) return {};
  const contract = facts.lines.get(subject)?.contract.id;
  const path =
    kind === 'own-post'
      ? paths.calculationSheet(subject, year)
      : paths.lineSheet(contract ?? '', subject, year);
  return { explain: { href: link(path), label: 'Rechenblatt' } };
}

function sheetOf(page: BookPage, effect: EntitlementEffect): EffectTableView['sheets'] {
  const derivation = effect.derivationAfter();
  if (derivation === undefined) return [];
  const { subject, year } = effect;
  const name = `${nameCell(page, effect).text}, ${year.toString()}`;
  const table = calculationSheet(`blatt-${subject}-${year.toString()}`, derivation);
  return [
    {
      title: `Wie kommt der neue Anspruch zustande? ${name}`,
      table: { ...table, caption: `Rechenblatt ${name}` },
    },
  ];
}
