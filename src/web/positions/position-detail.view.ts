import { isBelowUsualShare } from '../../domain/proration/fte.js';
import type { PostEntitlement } from '../../positions/entitlements.queries.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type { HistoryEntry } from '../../positions/positions.queries.js';
import type { PositionDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { percentOf } from '../book/share-text.js';
import { fteText, recordedCell, spellText } from '../book/words.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import type { LinkView } from '../components/link.js';
import type { ChartView, MetaView, NoteView } from '../components/parts.js';
import { cell, moneyCell, row, type CellView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { occupancyChart } from './occupancy-chart.view.js';
import { positionLinks } from './position-actions.view.js';
import { positionHistoryTable } from './position-history.view.js';
import { occupancyTable, vacancyTable } from './position-tables.view.js';
import { positionYear } from './position-year.js';

/** "Stelle": facts, who filled it when, gaps, and what it yields year by year. */
export interface PositionDetailView {
  readonly facts: readonly MetaView[];
  readonly notes: readonly NoteView[];
  readonly chart?: ChartView;
  readonly occupancies: TableView;
  readonly vacancies: TableView;
  readonly entitlements: TableView;
  /** "Verlauf", newest first, as far as it was known. */
  readonly history: TableView;
  readonly links: readonly LinkView[];
}

/**
 * @param years what the post yields, one entry a year, newest first
 * @param history its changes as far as they were known
 */
export function positionDetailView(
  page: BookPage,
  recorded: Recorded<PositionDefinition>,
  years: readonly PostEntitlement[],
  history: readonly HistoryEntry[],
): PositionDetailView {
  const { fact: position } = recorded;
  const year = positionYear(page, position);
  return {
    facts: factsOf(page, recorded),
    notes: notesOf(position),
    ...(year && { chart: occupancyChart(page, [year]) }),
    occupancies: occupancyTable(page, position),
    vacancies: vacancyTable(page, position),
    entitlements: entitlementTable(page, position, years),
    history: positionHistoryTable(page, position.id, history),
    links: positionLinks(page, position),
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
    { label: 'Zuletzt erfasst', value: recordedCell(page, recorded) },
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
