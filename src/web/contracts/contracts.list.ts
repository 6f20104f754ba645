import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { KREIS } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { emptyText } from '../book/words.js';
import { cell, fteCell, moneyCell, type CellView } from '../components/table.js';
import { KeptModels } from '../lists/kept-models.js';
import { choiceFilter, inFile, partnerFilter, programmeFilter } from '../lists/list-columns.js';
import type { ListColumn } from '../lists/list-definition.js';
import { day, money, text, vzae } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { contractRows, type ContractRow, type ContractWay } from './contract-row.js';

export const wayNames: Readonly<Record<ContractWay, string>> = {
  'by-kreis': 'Der Kreis leitet weiter',
  'by-partner': 'Empfänger leiten weiter',
  refund: 'Kommunen erstatten dem Kreis',
};

const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  ['in Kraft', 'noch nicht in Kraft', 'nicht wirksam', 'beendet'].map((state) => [state, state]),
);

/** "Verträge": who gets what by which contract in a year. */
export const contractsList = new KeptModels<ContractRow>({
  key: 'vertraege',
  path: paths.contracts,
  title: 'Verträge',
  noun: ['Vertrag', 'Verträge'],
  about:
    'Je Zeile ein Vertrag mit der Fassung, die am Stichtag gilt. Höchstbetrag und Anspruch gelten für das Förderjahr. Was ein Empfänger weitergibt, steckt schon in seinem eigenen Vertrag; was Kommunen erstatten, ist eine Einnahme des Kreises.',
  searchHint: 'Vertrag, Aktenzeichen oder Empfänger',
  rows: contractRows,
  searched: ({ contract, version }, { names }) => [
    ...[contract.title, contract.fileReference, version?.title],
    ...contract.partners.flatMap((id) => [names.party(id), names.shortParty(id)]),
    ...[names.programme(contract.programme), names.shortProgramme(contract.programme)],
  ],
  columns: columns(),
  filters: [
    partnerFilter(({ contract }) => contract.partners, ['Empfänger', 'Alle Empfänger']),
    programmeFilter(({ contract }) => contract.programme),
    choiceFilter(['art', 'Art', 'Alle Arten'], wayNames, ({ way }) => [way]),
    choiceFilter(['geltung', 'Geltung', 'Jede Geltung'], STATES, ({ state }) => [state.text]),
  ],
  sortedBy: 'vertrag',
  sum: { label: 'Vom Kreis weitergeleitet', counts: ({ way }) => way === 'by-kreis' },
  rules: ['R1', 'R4', 'R6'],
  forPartners: (partner) => ({
    title: 'Meine Verträge',
    about:
      'Je Zeile ein Vertrag, den Ihre Organisation unterschrieben hat oder aus dem sie weitergibt, mit der Fassung, die am Stichtag gilt. Höchstbetrag und Anspruch zählen Ihre eigenen Zeilen; was Sie weitergeben, steht darunter und ist nicht noch einmal addiert.',
    columns: columns().filter(({ key }) => key !== 'hinweise'),
    sum: {
      label: 'Was wir bekommen',
      counts: ({ contract, way }) => way !== 'refund' && contract.partners.includes(partner),
    },
    rules: ['R4', 'R6'],
  }),
  empty: ({ asOf }) => emptyText(asOf, 'kein Vertrag'),
});

function columns(): readonly ListColumn<ContractRow>[] {
  return [
    {
      key: 'vertrag',
      label: 'Vertrag',
      kind: 'text',
      value: ({ contract }) => text(contract.title),
      cell: titleCell,
    },
    inFile('aktenzeichen', 'Aktenzeichen', 'text', ({ contract }) => text(contract.fileReference)),
    inFile('programm', 'Programm', 'text', ({ contract }, { names }) =>
      text(names.programme(contract.programme)),
    ),
    inFile('art', 'Art', 'text', ({ way }) => text(wayNames[way])),
    {
      key: 'empfaenger',
      label: 'Empfänger',
      kind: 'text',
      value: ({ contract }, { names }) =>
        text(contract.partners.map((id) => names.shortParty(id)).join(', ')),
    },
    {
      key: 'fassung',
      label: 'Fassung',
      kind: 'text',
      value: ({ version }) => text(version?.title),
      cell: ({ version }) =>
        version === undefined
          ? cell('keine')
          : cell(version.title, { sub: `ab ${formatGermanDay(version.inForceFrom)}` }),
    },
    inFile('gilt-ab', 'Fassung gilt ab', 'day', ({ period }) => day(period?.from)),
    inFile('gilt-bis', 'Fassung gilt bis', 'day', ({ period }) => day(period?.to)),
    inFile('geltung', 'Geltung', 'text', ({ state }) => text(state.text)),
    ...figureColumns(),
    {
      key: 'hinweise',
      label: 'Hinweise',
      kind: 'text',
      value: ({ hints }) => text(hints.join(', ')),
      cell: hintsCell,
    },
  ];
}

function figureColumns(): readonly ListColumn<ContractRow>[] {
  return [
    {
      key: 'vzae',
      label: 'VzÄ',
      kind: 'fte',
      value: ({ fte }) => vzae(fte),
      cell: ({ fte }) => (fte === 0 ? cell('–') : fteCell(fte)),
      sums: true,
    },
    {
      key: 'hoechstbetrag',
      label: 'Höchstbetrag',
      kind: 'money',
      value: ({ ceilingCents }) => money(ceilingCents),
      cell: ({ contract, ceilingCents }, { link }) =>
        moneyCell(ceilingCents, {
          explain: {
            href: link(`${paths.lines}?vertrag=${encodeURIComponent(contract.id)}`),
            label: 'Zeilen',
          },
        }),
      sums: true,
    },
    {
      key: 'anspruch',
      label: 'Anspruch',
      kind: 'money',
      value: ({ amountCents }) => money(amountCents),
      cell: ({ contract, amountCents }, { link }) =>
        amountCents === undefined
          ? cell('–')
          : moneyCell(amountCents, {
              explain: {
                href: link(`${paths.entitlements}?vertrag=${encodeURIComponent(contract.id)}`),
                label: 'Ansprüche',
              },
            }),
      sums: true,
    },
  ];
}

function titleCell({ contract, way }: ContractRow, { names, link }: BookPage): CellView {
  const { id, title, fileReference, programme, forwardedBy, example } = contract;
  const from = forwardedBy === KREIS ? [] : [`weitergeleitet von ${names.party(forwardedBy)}`];
  const refund = way === 'refund' ? ['Erstattung an den Kreis'] : [];
  return cell(title, {
    href: link(paths.contract(id)),
    sub: [fileReference, names.shortProgramme(programme), ...from, ...refund].join(' · '),
    ...(example !== undefined && { example }),
  });
}

/** The most pressing thing as a badge, the rest in words below it. */
function hintsCell({ state, hints, missing }: ContractRow): CellView {
  const clear = hints.length > 0 ? TO_CLEAR : FINE;
  const badge = state.text !== 'in Kraft' ? state : missing > 0 ? GAPS : clear;
  return { text: '', badge, ...(hints.length > 0 && { sub: hints.join(', ') }) };
}

const GAPS = { tone: 'warning', text: 'lückenhaft' } as const;
const TO_CLEAR = { tone: 'info', text: 'zu klären' } as const;
const FINE = { tone: 'success', text: 'in Ordnung' } as const;
