import { daysOf } from '../../domain/calendar/period.js';
import { vacanciesOf } from '../../positions/positions.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { spellText } from '../book/words.js';
import {
  BLANK,
  cell,
  fteCell,
  row,
  withoutEmptyColumns,
  type RowView,
  type TableView,
} from '../components/table.js';
import { periodText } from '../messages/quantity-text.js';
import { occupancyActions, vacancyAction } from './position-actions.view.js';

/** Who has filled a post, each with the way to correct it. */
export function occupancyTable(page: BookPage, position: PositionDefinition): TableView {
  return withoutEmptyColumns({
    id: 'besetzungen',
    caption: 'Wer die Stelle besetzt hat',
    columns: [
      { label: 'Personenkennung' },
      { label: 'Zeitraum' },
      { label: 'VzÄ', numeric: true },
      { label: 'Unbezahlte Zeit' },
      { label: 'Art' },
      { label: 'Ändern' },
    ],
    rows: position.occupancies.map((occupancy) => occupancyRow(page, position, occupancy)),
    footer: [],
  });
}

function occupancyRow(
  page: BookPage,
  position: PositionDefinition,
  occupancy: OccupancyDefinition,
): RowView {
  const unpaid = occupancy.unpaid.map(({ period, reason }) => `${periodText(period)} (${reason})`);
  return row([
    cell(occupancy.personKey, {
      ...(occupancy.example !== undefined && { example: occupancy.example }),
    }),
    cell(spellText(occupancy.from, occupancy.to)),
    fteCell(occupancy.share),
    unpaid.length === 0 ? BLANK : cell(unpaid.join('; ')),
    cell(occupancy.cover ? 'Vertretung oder Übergabe' : 'Besetzung'),
    occupancyActions(page, position, occupancy),
  ]);
}

/** R9: all gaps from the beginning of the post to the day that is asked about. */
export function vacancyTable(page: BookPage, position: PositionDefinition): TableView {
  const window = { from: position.from, to: page.asOf.on };
  const gaps = window.to < window.from ? [] : vacanciesOf(position, window);
  return withoutEmptyColumns({
    id: 'luecken',
    caption: 'Unbesetzte Zeiten',
    columns: [
      { label: 'Zeitraum' },
      { label: 'Tage', numeric: true },
      { label: 'Fehlende VzÄ', numeric: true },
      { label: 'Ändern' },
    ],
    rows: gaps.map((gap) =>
      row([
        cell(periodText(gap.period)),
        cell(daysOf(gap.period).toString()),
        fteCell(gap.missing),
        vacancyAction(page, position, gap),
      ]),
    ),
    footer: [],
  });
}
