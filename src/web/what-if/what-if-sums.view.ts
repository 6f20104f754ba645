import type {
  EffectFigures,
  HolderEffect,
  SumEffect,
  YearEffects,
} from '../../amendments/amendments.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { BookPage } from '../book/book-page.js';
import { fteText } from '../book/words.js';
import {
  cell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { changedFte, changedMoney, signedEuro } from '../notices/changed-cell.js';
import { paths } from '../paths.js';

/** What changes for partners, and for the notice lines that pay: each old and new. */

type Sides = Pick<SumEffect, 'before' | 'after' | 'difference'>;

/** The figures of a sum or a line, from VzÄ to the difference up to a day. */
export function figureColumns(on: PlainDate): TableView['columns'] {
  return [
    { label: 'VzÄ', numeric: true },
    { label: 'Höchstbetrag', numeric: true },
    { label: 'Anspruch im Jahr', numeric: true },
    { label: 'Unterschied', numeric: true },
    { label: `davon bis ${formatGermanDay(on)}`, numeric: true },
  ];
}

export function figureCells(
  { before, after, difference }: Sides,
  entitled: Omit<CellView, 'text'> = {},
): readonly CellView[] {
  return [
    changedFte(before.fte, after.fte),
    changedMoney(before.ceilingCents, after.ceilingCents),
    changedMoney(before.entitledCents, after.entitledCents, entitled),
    cell(signedEuro(difference.entitledCents)),
    cell(signedEuro(difference.toDateCents)),
  ];
}

export function partnerSums(
  { names, link }: BookPage,
  { year, partners, total }: YearEffects,
  on: PlainDate,
): TableView {
  return {
    id: `partner-${year}`,
    caption: `Summen der Partner ${year}`,
    columns: [{ label: 'Partner' }, ...figureColumns(on)],
    rows: partners
      .filter(hasChanged)
      .map((sum) =>
        row([
          cell(names.party(sum.id), { href: link(paths.partner(sum.id)) }),
          ...figureCells(sum),
        ]),
      ),
    footer: [row([cell('Zusammen'), ...figureCells(total)])],
  };
}

/** Whether a change shows in any figure. */
export function hasChanged({ difference }: { readonly difference: EffectFigures }): boolean {
  const { fte, ceilingCents, entitledCents, toDateCents } = difference;
  return fte !== 0 || ceilingCents !== 0n || entitledCents !== 0n || toDateCents !== 0n;
}

export function noticeLineSums(page: BookPage, { year, holders }: YearEffects): TableView {
  return {
    id: `bescheidzeilen-${year}`,
    caption: `Bescheidzeilen ${year}: bewilligt, vergeben und frei`,
    columns: [
      { label: 'Bescheidzeile' },
      { label: 'Bewilligt', numeric: true },
      { label: 'Vergeben', numeric: true },
      { label: 'Rest', numeric: true },
    ],
    rows: holders
      .filter(({ kind }) => kind === 'notice-line')
      .map((holder) => holderRow(page, holder)),
    footer: [],
  };
}

function holderRow({ facts, names, link }: BookPage, { id, before, after }: HolderEffect): RowView {
  const granted = facts.noticeLines.get(id);
  const name =
    granted === undefined
      ? cell(id)
      : cell(granted.notice.title, {
          href: link(`${paths.notice(granted.notice.id)}#zeile-${id}`),
          sub: names.component(granted.line.component),
        });
  const short = after.shortages.length > 0;
  return row([
    name,
    moneyCell(after.grantedCents),
    changedMoney(before.usedCents, after.usedCents),
    changedMoney(
      before.freeCents,
      after.freeCents,
      short ? { badge: { tone: 'danger', text: 'überbucht' } } : {},
    ),
  ]);
}

/** R1: where more would be used than granted, in a sentence each. */
export function shortageTexts(
  { names, facts }: BookPage,
  { holders, year }: YearEffects,
): readonly string[] {
  return holders
    .filter(({ kind }) => kind === 'notice-line')
    .flatMap(({ id, after }) => {
      const granted = facts.noticeLines.get(id);
      const name = granted ? `${names.component(granted.line.component)} ${year}` : id;
      return after.shortages.map((shortage) => {
        const { from, to } = shortage.period;
        const missing =
          shortage.measure === 'fte'
            ? fteText(shortage.missingFte)
            : formatEuro(shortage.missingCents);
        return `${name}: Vom ${formatGermanDay(from)} bis ${formatGermanDay(to)} fehlen ${missing} (Regel R1).`;
      });
    });
}
