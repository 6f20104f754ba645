import { daysOf } from '../../domain/calendar/period.js';
import { isBelowUsualShare } from '../../domain/proration/fte.js';
import { vacanciesOf } from '../../positions/positions.js';
import type { PostEntitlement } from '../../positions/entitlements.queries.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { percentOf } from '../book/share-text.js';
import { fteText, recordedCell, spellText } from '../book/words.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import type { ChartView, MetaView, NoteView } from '../components/parts.js';
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
import { periodText } from '../messages/quantity-text.js';
import { paths } from '../paths.js';
import { occupancyChart } from './occupancy-chart.view.js';
import { positionYear } from './position-year.js';

/** "Stelle": facts, who filled it when, gaps, and what it yields year by year. */
export interface PositionDetailView {
  readonly facts: readonly MetaView[];
  readonly notes: readonly NoteView[];
  readonly chart?: ChartView;
  readonly occupancies: TableView;
  readonly vacancies: TableView;
  readonly entitlements: TableView;
}

/** @param years what the post yields, one entry a year, newest first */
export function positionDetailView(
  page: BookPage,
  recorded: Recorded<PositionDefinition>,
  years: readonly PostEntitlement[],
): PositionDetailView {
  const { fact: position } = recorded;
  const year = positionYear(page, position);
  return {
    facts: factsOf(page, recorded),
    notes: notesOf(position),
    ...(year && { chart: occupancyChart(page, [year]) }),
    occupancies: occupancyTable(position),
    vacancies: vacancyTable(page, position),
    entitlements: entitlementTable(page, position, years),
  };
}

function factsOf(page: BookPage, recorded: Recorded<PositionDefinition>): readonly MetaView[] {
  const { fact: position } = recorded;
  const { names } = page;
  return [
    { label: 'Arbeitgeber', value: cell(names.party(position.employer)) },
    { label: 'Arbeitsort', value: cell(position.placeOfWork) },
    {
      label: 'Geplanter Anteil',
      value: cell(fteText(position.plannedFte)),
    },
    { label: 'Baustein', value: cell(names.component(position.component)) },
    { label: 'Besteht', value: cell(spellText(position.from, position.to)) },
    { label: 'Bezahlt aus', value: fundingCell(page, position) },
    { label: 'Zuletzt erfasst', value: recordedCell(recorded) },
  ];
}

function fundingCell(page: BookPage, { allocationLine, own }: PositionDefinition): CellView {
  if (allocationLine !== undefined) {
    const agreed = page.facts.lines.get(allocationLine);
    if (agreed === undefined) return cell(allocationLine);
    return cell(agreed.line.title, {
      href: page.link(paths.contract(agreed.contract.id)),
      sub: agreed.contract.title,
    });
  }
  const funding = own?.funding.find(({ year }) => year === page.asOf.year);
  const granted = page.facts.noticeLines.get(funding?.noticeLine ?? '');
  if (granted === undefined) return cell('niemand in diesem Jahr');
  return cell(granted.notice.title, {
    href: page.link(`${paths.notice(granted.notice.id)}#zeile-${granted.line.id}`),
    sub: 'eigene Stelle des Kreises',
  });
}

function notesOf(position: PositionDefinition): readonly NoteView[] {
  if (!isBelowUsualShare(position.plannedFte)) return [];
  return [
    {
      tone: 'warning',
      texts: [
        'Die Stelle ist kleiner als 0,5 VzÄ. Das ist erlaubt, aber ungewöhnlich; bitte prüfen.',
      ],
    },
  ];
}

function occupancyTable(position: PositionDefinition): TableView {
  return withoutEmptyColumns({
    id: 'besetzungen',
    caption: 'Wer die Stelle besetzt hat',
    columns: [
      { label: 'Personenkennung' },
      { label: 'Zeitraum' },
      { label: 'VzÄ', numeric: true },
      { label: 'Unbezahlte Zeit' },
      { label: 'Art' },
    ],
    rows: position.occupancies.map(occupancyRow),
    footer: [],
  });
}

function occupancyRow(occupancy: OccupancyDefinition): RowView {
  const unpaid = occupancy.unpaid.map(({ period, reason }) => `${periodText(period)} (${reason})`);
  return row([
    cell(occupancy.personKey, {
      ...(occupancy.example !== undefined && { example: occupancy.example }),
    }),
    cell(spellText(occupancy.from, occupancy.to)),
    fteCell(occupancy.share),
    unpaid.length === 0 ? BLANK : cell(unpaid.join('; ')),
    cell(occupancy.cover ? 'Vertretung oder Übergabe' : 'Besetzung'),
  ]);
}

/** R9: all gaps from the beginning of the post to the day that is asked about. */
function vacancyTable({ asOf }: BookPage, position: PositionDefinition): TableView {
  const window = { from: position.from, to: asOf.on };
  const gaps = window.to < window.from ? [] : vacanciesOf(position, window);
  return {
    id: 'luecken',
    caption: 'Unbesetzte Zeiten',
    columns: [
      { label: 'Zeitraum' },
      { label: 'Tage', numeric: true },
      { label: 'Fehlende VzÄ', numeric: true },
    ],
    rows: gaps.map(({ period, missing }) =>
      row([cell(periodText(period)), cell(daysOf(period).toString()), fteCell(missing)]),
    ),
    footer: [],
  };
}

function entitlementTable(
  page: BookPage,
  position: PositionDefinition,
  years: readonly PostEntitlement[],
): TableView {
  return {
    id: 'ansprueche-jahre',
    caption: 'Anspruch Jahr für Jahr',
    columns: [
      { label: 'Jahr' },
      { label: 'Besetzt', numeric: true },
      { label: 'Anspruch', numeric: true },
    ],
    rows: years.map(({ year, share, zero, amountCents }) =>
      row([
        cell(year.toString()),
        zero === undefined ? cell(percentOf(share)) : cell(zeroReasonTexts[zero]),
        moneyCell(amountCents, {
          explain: {
            href: page.link(paths.calculationSheet(position.id, year)),
            label: 'Rechenblatt',
          },
        }),
      ]),
    ),
    footer: [],
  };
}
