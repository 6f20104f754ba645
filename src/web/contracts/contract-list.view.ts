import {
  ceilingOfYear,
  lineIdsOf,
  spansOfLineInYear,
  summarizeChecklist,
  versionOn,
} from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { sumCents, type Cents } from '../../domain/money/cents.js';
import { sumFte, ZERO_FTE, type Fte } from '../../domain/proration/fte.js';
import { KREIS, type ContractDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { countText, emptyText } from '../book/words.js';
import type { BadgeView } from '../components/badge.js';
import {
  BLANK,
  cell,
  fteCell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { paths } from '../paths.js';
import { contractState, shownVersion } from './contract-state.js';

/** "Verträge": who gets what by which contract in a year. */
export interface ContractListView {
  readonly table: TableView;
  readonly note: string;
  readonly empty: string;
}

interface Group {
  readonly title: string;
  readonly has: (contract: ContractDefinition) => boolean;
}

const GROUPS: readonly Group[] = [
  {
    title: 'Der Kreis leitet weiter',
    has: ({ direction, forwardedBy }) => direction === 'forwarding' && forwardedBy === KREIS,
  },
  {
    title: 'Empfänger leiten weiter: im Vertrag darüber schon enthalten',
    has: ({ direction, forwardedBy }) => direction === 'forwarding' && forwardedBy !== KREIS,
  },
  {
    title: 'Kommunen erstatten dem Kreis: umgekehrter Weg',
    has: ({ direction }) => direction === 'refund',
  },
];

export function contractListView(page: BookPage): ContractListView {
  const { contracts } = page.facts;
  return {
    table: {
      id: 'vertraege',
      caption: `Verträge im Förderjahr ${page.asOf.year}`,
      columns: [
        { label: 'Vertrag' },
        { label: 'Empfänger' },
        { label: 'Fassung' },
        { label: 'VzÄ', numeric: true },
        { label: `Höchstbetrag ${page.asOf.year}`, numeric: true },
        { label: 'Hinweise' },
      ],
      rows: GROUPS.flatMap((group) => rowsOf(page, group, contracts.filter(group.has))),
      footer: [sumRow(page, contracts)],
      phone: 'pairs',
      filter: contracts.length > 8,
    },
    note: 'Die Summe zählt nur, was der Kreis selbst weiterleitet. Was ein Empfänger weitergibt, steckt schon in seinem eigenen Vertrag; was Kommunen erstatten, ist eine Einnahme des Kreises. Ein Strich bei VzÄ heißt: Maßnahmen statt Stellen.',
    empty: contracts.length > 0 ? '' : emptyText(page.asOf, 'kein Vertrag'),
  };
}

function rowsOf(
  page: BookPage,
  { title }: Group,
  contracts: readonly ContractDefinition[],
): readonly RowView[] {
  if (contracts.length === 0) return [];
  return [row([cell(title)], 'group'), ...contracts.map((contract) => rowOf(page, contract))];
}

function rowOf(page: BookPage, contract: ContractDefinition): RowView {
  const { names, asOf } = page;
  const sum = yearOf(page, contract);
  const version = shownVersion(contract, asOf.on);
  const from = contract.forwardedBy === KREIS ? [] : [`weitergeleitet von ${names.party(contract.forwardedBy)}`];
  return row([
    cell(contract.title, {
      href: page.link(paths.contract(contract.id)),
      sub: [contract.fileReference, names.shortProgramme(contract.programme), ...from].join(' · '),
      ...(contract.example !== undefined && { example: contract.example }),
    }),
    cell(contract.partners.map((id) => names.shortParty(id)).join(', ')),
    cell(version?.title ?? 'keine', {
      ...(version && { sub: `ab ${formatGermanDay(version.inForceFrom)}` }),
    }),
    sum.fte === 0 ? cell('–') : fteCell(sum.fte),
    moneyCell(sum.cents),
    flagsCell(page, contract),
  ]);
}

/** What the lines of a contract yield at most in the year, and their VzÄ on its last days. */
function yearOf({ asOf: { year } }: BookPage, contract: ContractDefinition): YearSum {
  const spans = lineIdsOf(contract).map((line) => spansOfLineInYear(contract, line, year));
  return {
    cents: sumCents(spans.map((ofLine) => ceilingOfYear(ofLine, year).cents)),
    fte: sumFte(spans.map((ofLine) => ofLine.at(-1)?.line.fte ?? ZERO_FTE)),
  };
}

interface YearSum {
  readonly cents: Cents;
  readonly fte: Fte;
}

/** The most pressing thing as a badge, the rest in words below it. */
function flagsCell({ asOf }: BookPage, contract: ContractDefinition): CellView {
  const version = shownVersion(contract, asOf.on);
  const inForce = versionOn(contract, asOf.on) !== undefined;
  const summary = summarizeChecklist(version?.checklist ?? []);
  const open = version?.openItems.length ?? 0;
  const found: readonly { readonly count: number; readonly text: string }[] = [
    { count: summary.missing, text: countText(summary.missing, 'Angabe fehlt', 'Angaben fehlen') },
    { count: summary.contradictory, text: `${summary.contradictory} widersprüchlich` },
    { count: open, text: countText(open, 'offener Punkt', 'offene Punkte') },
  ];
  const texts = found.filter(({ count }) => count > 0).map(({ text }) => text);
  const badge: BadgeView = inForce ? toneOf(summary.missing, texts.length) : contractState(contract, asOf.on);
  return { text: '', badge, ...(texts.length > 0 && { sub: texts.join(', ') }) };
}

function toneOf(missing: number, found: number): BadgeView {
  if (missing > 0) return { tone: 'warning', text: 'lückenhaft' };
  return found > 0 ? { tone: 'info', text: 'zu klären' } : { tone: 'success', text: 'in Ordnung' };
}

function sumRow(page: BookPage, contracts: readonly ContractDefinition[]): RowView {
  const own = contracts.filter(
    ({ direction, forwardedBy }) => direction === 'forwarding' && forwardedBy === KREIS,
  );
  const sums = own.map((contract) => yearOf(page, contract));
  return row([
    cell('Vom Kreis weitergeleitet'),
    BLANK,
    BLANK,
    fteCell(sumFte(sums.map((sum) => sum.fte))),
    moneyCell(sumCents(sums.map((sum) => sum.cents))),
    BLANK,
  ]);
}
