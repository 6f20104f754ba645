import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import { noPostText } from '../book/words.js';
import { cell, type CellView } from '../components/table.js';
import { KeptModels } from '../lists/kept-models.js';
import {
  choiceFilter,
  componentFilter,
  contractFilter,
  inFile,
  partnerFilter,
} from '../lists/list-columns.js';
import type { ListColumn } from '../lists/list-definition.js';
import { day, text, valueCell, vzae } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { occupancyRows, type OccupancyRow } from './occupancy-row.js';
import {
  hintGroups,
  hintNames,
  hintText,
  kindNames,
  kindOf,
  stateNames,
  unpaidText,
} from './occupancy.words.js';

/** "Besetzungen": who filled which post, by key and not by name. */
export const occupanciesList = new KeptModels<OccupancyRow>({
  key: 'besetzungen',
  path: paths.occupancies,
  title: 'Besetzungen',
  noun: ['Besetzung', 'Besetzungen'],
  about:
    'Je Zeile eine Besetzung mit mindestens einem Tag im Förderjahr. Die Personenkennung vergibt der Arbeitgeber; wer dahinter steht, weiß nur er.',
  searchHint: 'Kennung, Stelle, Arbeitgeber oder Aktenzeichen',
  rows: occupancyRows,
  searched: ({ occupancy, position, agreed }, { names }) => [
    ...[occupancy.personKey, position.label, position.title, position.placeOfWork],
    ...[names.party(position.employer), names.shortParty(position.employer)],
    ...[names.component(position.component), agreed?.line.title, agreed?.contract.fileReference],
  ],
  columns: columns(),
  filters: [
    partnerFilter(({ position }) => [position.employer], ['Arbeitgeber', 'Alle Arbeitgeber']),
    componentFilter(({ position }) => position.component),
    choiceFilter(['lauf', 'Lauf', 'Alle'], stateNames, ({ state }) => [state]),
    choiceFilter(['hinweis', 'Hinweis', 'Mit und ohne'], hintNames, ({ hints }) =>
      hints.length === 0 ? ['none'] : hints.map(({ kind }) => hintGroups[kind]),
    ),
    choiceFilter(['art', 'Art', 'Alle Arten'], kindNames, ({ occupancy }) => [kindOf(occupancy)]),
    contractFilter(({ agreed }) => agreed?.contract.id),
  ],
  sortedBy: 'kennung',
  rules: ['R5', 'R9', 'R11'],
  empty: ({ asOf, facts }) =>
    facts.positions.length === 0
      ? noPostText({ asOf, facts })
      : `Im Jahr ${asOf.year} ist keine Stelle besetzt.`,
});

function columns(): readonly ListColumn<OccupancyRow>[] {
  return [
    {
      key: 'kennung',
      label: 'Kennung',
      kind: 'text',
      value: ({ occupancy }) => text(occupancy.personKey),
      cell: keyCell,
    },
    {
      key: 'stelle',
      label: 'Stelle',
      kind: 'text',
      value: ({ position }) => text(position.label),
      cell: postCell,
    },
    {
      key: 'arbeitgeber',
      label: 'Arbeitgeber',
      kind: 'text',
      value: ({ position }, { names }) => text(names.shortParty(position.employer)),
    },
    inFile('baustein', 'Baustein', 'text', ({ position }, { names }) =>
      text(names.component(position.component)),
    ),
    {
      key: 'zeile',
      label: 'Zeile',
      kind: 'text',
      value: ({ agreed }) => text(agreed?.line.title),
      cell: lineCell,
    },
    inFile('vertrag', 'Vertrag', 'text', ({ agreed }) => text(agreed?.contract.title)),
    inFile('aktenzeichen', 'Aktenzeichen', 'text', ({ agreed }) =>
      text(agreed?.contract.fileReference),
    ),
    { key: 'von', label: 'Von', kind: 'day', value: ({ occupancy }) => day(occupancy.from) },
    {
      key: 'bis',
      label: 'Bis',
      kind: 'day',
      value: ({ occupancy }) => day(occupancy.to),
      cell: ({ occupancy }) =>
        cell(occupancy.to === undefined ? 'läuft' : formatGermanDay(occupancy.to)),
    },
    {
      key: 'vzae',
      label: 'VzÄ',
      kind: 'fte',
      value: ({ occupancy }) => vzae(occupancy.share),
      cell: shareCell,
    },
    inFile('art', 'Art', 'text', ({ occupancy }) => text(kindNames[kindOf(occupancy)])),
    inFile('unbezahlt', 'Unbezahlte Zeit', 'text', (row) => text(unpaidText(row))),
    {
      key: 'hinweise',
      label: 'Hinweise',
      kind: 'text',
      value: ({ hints }) => text(hints.map(hintText).join('; ')),
      cell: hintsCell,
    },
  ];
}

function keyCell({ occupancy }: OccupancyRow): CellView {
  const { personKey, cover, example } = occupancy;
  return cell(personKey, {
    ...(cover && { sub: 'Vertretung' }),
    ...(example !== undefined && { example }),
  });
}

function postCell({ position }: OccupancyRow, { link, names }: BookPage): CellView {
  return cell(position.label, {
    href: link(paths.position(position.id)),
    sub: `${names.component(position.component)}, ${position.placeOfWork}`,
  });
}

function lineCell({ agreed }: OccupancyRow, { link }: BookPage): CellView {
  if (agreed === undefined) return cell('eigene Stelle');
  const { contract, line } = agreed;
  const href = link(`${paths.contract(contract.id)}#zuweisung`);
  return cell(line.title, { href, sub: contract.fileReference });
}

function shareCell({ occupancy, position, hasSheet }: OccupancyRow, page: BookPage): CellView {
  const href = page.link(paths.calculationSheet(position.id, page.asOf.year));
  const explain = hasSheet ? { explain: { href, label: 'Rechenblatt' } } : {};
  return valueCell(vzae(occupancy.share), explain);
}

function hintsCell(row: OccupancyRow): CellView {
  const { hints } = row;
  const unpaid = unpaidText(row);
  const unpaidNote = unpaid === '' ? [] : [`unbezahlt ${unpaid}`];
  if (hints.length === 0) return cell(unpaidNote.join(''));
  const grave = hints.some(({ kind }) => kind === 'overlap' || kind === 'person-overcharged');
  return {
    text: '',
    badge: grave ? GRAVE : LOOK,
    sub: [...hints.map(hintText), ...unpaidNote].join('; '),
  };
}

const GRAVE = { tone: 'danger', text: 'prüfen' } as const;
const LOOK = { tone: 'warning', text: 'ansehen' } as const;
