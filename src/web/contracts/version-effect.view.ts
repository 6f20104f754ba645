import type { Effects, LineEffect } from '../../amendments/effects.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Names } from '../book/names.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import type { FormPanel } from '../editing/form-kind.js';
import { changedFte, changedMoney, signedEuro } from '../notices/changed-cell.js';

/** "Wirkung": what lines yield before and after a change, year by year; nothing is entered by it. */
export function effectPanel(effects: Effects, names: Names): FormPanel {
  const rows = effects.years.flatMap(({ year, lines }) => yearRows(year, lines, names));
  const title = 'Wirkung, wenn alle unterschrieben haben';
  if (rows.length === 0) {
    return {
      title,
      notes: [{ tone: '', texts: ['An Höchstbeträgen und Ansprüchen ändert sich nichts.'] }],
    };
  }
  const toDate = `bis ${formatGermanDay(effects.on)} ${signedEuro(effects.differenceToDateCents)}`;
  return {
    title,
    facts: [
      {
        label: 'Unterschied der Ansprüche',
        value: cell(signedEuro(effects.differenceCents), { sub: `über alle Jahre; ${toDate}` }),
      },
    ],
    tables: [effectTable(rows)],
  };
}

function effectTable(rows: readonly RowView[]): TableView {
  return {
    id: 'wirkung',
    caption: 'Höchstbetrag und Anspruch je Zeile und Jahr, bisher und neu',
    columns: [
      { label: 'Zeile' },
      { label: 'VzÄ', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch im Jahr', numeric: true },
      { label: 'Unterschied', numeric: true },
    ],
    rows,
    footer: [],
  };
}

function yearRows(year: number, lines: readonly LineEffect[], names: Names): readonly RowView[] {
  if (lines.length === 0) return [];
  return [row([cell(year.toString())], 'group'), ...lines.map((line) => lineRow(line, names))];
}

function lineRow({ title, partner, before, after, difference }: LineEffect, names: Names): RowView {
  return row([
    cell(title, { sub: names.party(partner) }),
    changedFte(before.fte, after.fte),
    changedMoney(before.ceilingCents, after.ceilingCents),
    changedMoney(before.entitledCents, after.entitledCents),
    cell(signedEuro(difference.entitledCents)),
  ]);
}
