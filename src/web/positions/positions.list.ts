import { isBelowUsualShare } from '../../domain/proration/fte.js';
import type { BookPage } from '../book/book-page.js';
import { countText, noPostText } from '../book/words.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import { BLANK, cell, fteCell, moneyCell, type CellView } from '../components/table.js';
import { KeptModels } from '../lists/kept-models.js';
import {
  choiceFilter,
  componentFilter,
  contractFilter,
  inFile,
  partnerFilter,
} from '../lists/list-columns.js';
import type { ListColumn } from '../lists/list-definition.js';
import { day, money, percent, text, valueCell, vzae, whole } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { partOfYear } from './occupancy-chart.view.js';
import { positionsOfYear, type PositionYear } from './position-year.js';

const OCCUPIED: Readonly<Record<string, string>> = {
  full: 'durchgehend besetzt',
  gaps: 'mit unbesetzter Zeit',
  none: 'gar nicht besetzt',
};

const SIZES: Readonly<Record<string, string>> = {
  usual: 'ab 0,5 VzÄ',
  small: 'unter 0,5 VzÄ',
};

/** "Stellen": the funded posts of a year. */
export const positionsList = new KeptModels<PositionYear>({
  key: 'stellen',
  path: paths.positions,
  title: 'Stellen',
  noun: ['Stelle', 'Stellen'],
  about:
    'Je Zeile eine Stelle, die im Förderjahr besteht: wie weit sie bis zum Stichtag besetzt war, und welcher Anspruch daraus folgt.',
  searchHint: 'Stelle, Arbeitgeber oder Ort',
  rows: positionsOfYear,
  searched: ({ position }, { names }) => [
    ...[position.label, position.title, position.placeOfWork],
    ...[names.party(position.employer), names.shortParty(position.employer)],
    names.component(position.component),
  ],
  columns: columns(),
  filters: [
    partnerFilter(({ position }) => [position.employer], ['Arbeitgeber', 'Alle Arbeitgeber']),
    componentFilter(({ position }) => position.component),
    choiceFilter(
      ['besetzung', 'Besetzung', 'Jede Besetzung'],
      OCCUPIED,
      ({ vacancies, entitlement }) => [
        vacancies.length === 0 ? 'full' : entitlement?.zero === 'vacant' ? 'none' : 'gaps',
      ],
    ),
    choiceFilter(['groesse', 'Größe', 'Jede Größe'], SIZES, ({ position }) => [
      isBelowUsualShare(position.plannedFte) ? 'small' : 'usual',
    ]),
    contractFilter(({ entitlement }) => entitlement?.contract),
  ],
  sortedBy: 'stelle',
  sum: { label: 'Summe', counts: () => true },
  rules: ['R5', 'R6', 'R7', 'R9'],
  empty: ({ asOf, facts }) =>
    facts.positions.length === 0
      ? noPostText({ asOf, facts })
      : `Im Jahr ${asOf.year} besteht keine Stelle.`,
});

function columns(): readonly ListColumn<PositionYear>[] {
  return [
    {
      key: 'stelle',
      label: 'Stelle',
      kind: 'text',
      value: ({ position }) => text(position.label),
      cell: labelCell,
    },
    inFile('aufgabe', 'Aufgabe', 'text', ({ position }) => text(position.title)),
    {
      key: 'arbeitgeber',
      label: 'Arbeitgeber',
      kind: 'text',
      value: ({ position }, { names }) => text(names.shortParty(position.employer)),
      cell: employerCell,
    },
    inFile('ort', 'Arbeitsort', 'text', ({ position }) => text(position.placeOfWork)),
    {
      key: 'baustein',
      label: 'Baustein',
      kind: 'text',
      value: ({ position }, { names }) => text(names.component(position.component)),
    },
    inFile('zeile', 'Zeile', 'text', ({ position }, { facts }) =>
      text(facts.lines.get(position.allocationLine ?? '')?.line.title),
    ),
    inFile('vertrag', 'Vertrag', 'text', ({ position }, { facts }) =>
      text(facts.lines.get(position.allocationLine ?? '')?.contract.title),
    ),
    inFile('von', 'Besteht ab', 'day', ({ position }) => day(position.from)),
    inFile('bis', 'Besteht bis', 'day', ({ position }) => day(position.to)),
    ...figureColumns(),
  ];
}

function figureColumns(): readonly ListColumn<PositionYear>[] {
  return [
    {
      key: 'vzae',
      label: 'VzÄ',
      kind: 'fte',
      value: ({ position }) => vzae(position.plannedFte),
      cell: ({ position }) =>
        fteCell(position.plannedFte, isBelowUsualShare(position.plannedFte) ? SMALL : {}),
      sums: true,
    },
    {
      key: 'besetzt',
      label: 'Besetzt',
      kind: 'percent',
      value: ({ entitlement }) => percent(entitlement?.share),
      cell: filledCell,
    },
    inFile('unbesetzt', 'Tage unbesetzt', 'whole', ({ vacantDays }) => whole(vacantDays)),
    {
      key: 'anspruch',
      label: 'Anspruch',
      kind: 'money',
      value: ({ entitlement }) => money(entitlement?.amountCents),
      cell: amountCell,
      sums: true,
    },
  ];
}

const SMALL = { sub: 'unter 0,5: bitte prüfen' };

function labelCell(post: PositionYear, { asOf, link }: BookPage): CellView {
  const { id, label, title, example } = post.position;
  const part = partOfYear(post, asOf.year);
  return cell(label, {
    href: link(paths.position(id)),
    sub: part === '' ? title : `${title}, ${part}`,
    ...(example !== undefined && { example }),
  });
}

function employerCell({ position }: PositionYear, { names }: BookPage): CellView {
  const name = names.shortParty(position.employer);
  return cell(name, position.placeOfWork === name ? {} : { sub: position.placeOfWork });
}

function filledCell({ entitlement, vacantDays }: PositionYear): CellView {
  const sub = vacantDays === 0 ? {} : { sub: `${countText(vacantDays, 'Tag', 'Tage')} unbesetzt` };
  if (entitlement === undefined) return cell('ohne Zeile', sub);
  if (entitlement.zero === undefined) return valueCell(percent(entitlement.share), sub);
  return {
    text: '',
    badge: { tone: 'warning', text: zeroReasonTexts[entitlement.zero] },
    ...sub,
  };
}

function amountCell({ position, entitlement }: PositionYear, { link, asOf }: BookPage): CellView {
  if (entitlement === undefined) return BLANK;
  const href = link(paths.calculationSheet(position.id, asOf.year));
  return moneyCell(entitlement.amountCents, { explain: { href, label: 'Rechenblatt' } });
}
