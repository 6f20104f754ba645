import type { LineFunding } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { emptyText } from '../book/words.js';
import { cell, fteCell, moneyCell, type CellView } from '../components/table.js';
import { wayNames } from '../contracts/contracts.list.js';
import { KeptModels } from '../lists/kept-models.js';
import {
  choiceFilter,
  componentFilter,
  contractFilter,
  inFile,
  partnerFilter,
} from '../lists/list-columns.js';
import type { ListColumn, ListFilter } from '../lists/list-definition.js';
import { day, money, text, vzae } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { lineRows, type LineRow } from './line-row.js';

const NOBODY = 'niemand zahlt';
const FUNDINGS: Readonly<Record<LineFunding['source'] | 'none', string>> = {
  'notice-line': 'Bescheid',
  'allocation-line': 'Zeile darüber',
  'own-funds': 'eigene Mittel',
  none: NOBODY,
};

/** What only the Kreis looks at: who pays for a line, and who allowed it. */
const OFFICE_ONLY: ReadonlySet<string> = new Set(['bezahlt', 'erlaubt-durch', 'bescheidzeile']);

/** "Zeilen": what each partner gets for each component by which contract. */
export const linesList = new KeptModels<LineRow>({
  key: 'zeilen',
  path: paths.lines,
  title: 'Zeilen',
  noun: ['Zeile', 'Zeilen'],
  about:
    'Je Zeile eine Zuweisungszeile, die in einer Fassung für das Förderjahr steht: wer sie bekommt, wer sie bezahlt, Höchstbetrag und Anspruch. Zeilen, die ein Empfänger weiterleitet, stecken schon in der Zeile darüber.',
  searchHint: 'Zeile, Partner, Vertrag oder Bescheid',
  rows: lineRows,
  searched: (row, { names, facts }) => [
    ...[row.line.title, row.line.region, ...row.line.towns, row.line.clause],
    ...[names.party(row.line.partner), names.shortParty(row.line.partner)],
    ...[row.contract.title, row.contract.fileReference, names.component(row.line.component)],
    row.funding?.source === 'notice-line'
      ? facts.noticeLines.get(row.funding.noticeLine)?.notice.title
      : undefined,
  ],
  columns: columns(),
  filters: filters(),
  sortedBy: 'zeile',
  sum: { label: 'Vom Kreis weitergeleitet', counts: ({ way }) => way === 'by-kreis' },
  rules: ['R1', 'R2', 'R6', 'R6a'],
  forPartners: (partner) => ({
    about:
      'Je Zeile eine Zuweisungszeile Ihrer Organisation, oder eine, die Sie aus Ihren Mitteln weitergeben: mit Höchstbetrag und Anspruch. Was Sie weitergeben, steckt schon in Ihrer eigenen Zeile.',
    searchHint: 'Zeile, Partner oder Vertrag',
    columns: columns().filter(({ key }) => !OFFICE_ONLY.has(key)),
    filters: filters().filter(({ key }) => !OFFICE_ONLY.has(key)),
    sum: {
      label: 'Was wir bekommen',
      counts: ({ line, way }) => way !== 'refund' && line.partner === partner,
    },
    rules: ['R6', 'R6a'],
  }),
  empty: ({ asOf, facts }) =>
    facts.lines.size === 0
      ? emptyText(asOf, 'kein Vertrag')
      : `Für ${asOf.year} steht keine Zeile im Buch.`,
});

function filters(): readonly ListFilter<LineRow>[] {
  return [
    partnerFilter(({ line }) => [line.partner]),
    componentFilter(({ line }) => line.component),
    choiceFilter(['bezahlt', 'Bezahlt aus', 'Allen Quellen'], FUNDINGS, ({ funding, way }) =>
      way === 'refund' ? [] : [funding?.source ?? 'none'],
    ),
    choiceFilter(['art', 'Art', 'Alle Arten'], wayNames, ({ way }) => [way]),
    contractFilter(({ contract }) => contract.id),
    noticeLineFilter(),
  ];
}

function noticeLineFilter(): ListFilter<LineRow> {
  return {
    key: 'bescheidzeile',
    label: 'Bescheidzeile',
    all: 'Alle Bescheidzeilen',
    keysOf: ({ funding }) => (funding?.source === 'notice-line' ? [funding.noticeLine] : []),
    nameOf: (id, { facts }) => facts.noticeLines.get(id)?.notice.title ?? id,
    linkOnly: true,
  };
}

function columns(): readonly ListColumn<LineRow>[] {
  return [
    {
      key: 'zeile',
      label: 'Zeile',
      kind: 'text',
      value: ({ line }) => text(line.title),
      cell: titleCell,
    },
    {
      key: 'partner',
      label: 'Partner',
      kind: 'text',
      value: ({ line }, { names }) => text(names.shortParty(line.partner)),
    },
    inFile('baustein', 'Baustein', 'text', ({ line }, { names }) =>
      text(names.component(line.component)),
    ),
    inFile('gebiet', 'Gebiet', 'text', ({ line }) => text(line.region)),
    inFile('orte', 'Orte', 'text', ({ line }) => text(line.towns.join(', '))),
    inFile('art', 'Art', 'text', ({ way }) => text(wayNames[way])),
    inFile('vertrag', 'Vertrag', 'text', ({ contract }) => text(contract.title)),
    inFile('aktenzeichen', 'Aktenzeichen', 'text', ({ contract }) => text(contract.fileReference)),
    inFile('fassung', 'Fassung', 'text', ({ version }) => text(version)),
    inFile('gilt-ab', 'Im Jahr ab', 'day', ({ period }) => day(period?.from)),
    inFile('gilt-bis', 'Im Jahr bis', 'day', ({ period }) => day(period?.to)),
    inFile('klausel', 'Klausel', 'text', ({ line }) => text(line.clause)),
    inFile('erlaubt-durch', 'Erlaubt durch', 'text', ({ line }) => text(line.permission)),
    {
      key: 'bezahlt',
      label: 'Bezahlt aus',
      kind: 'text',
      value: (row, page) => text(fundingText(row, page)),
      cell: fundingCell,
    },
    ...figureColumns(),
  ];
}

function figureColumns(): readonly ListColumn<LineRow>[] {
  return [
    {
      key: 'vzae',
      label: 'VzÄ',
      kind: 'fte',
      value: ({ line }) => vzae(line.fte),
      cell: ({ line }) => (line.fte === 0 ? cell('–') : fteCell(line.fte)),
      sums: true,
    },
    inFile('je-vzae', 'je VzÄ', 'money', ({ line }) =>
      line.annualRateCents === 0n ? undefined : money(line.annualRateCents),
    ),
    inFile('sachmittel', 'Sachmittel', 'money', ({ line }) =>
      line.materialCents === 0n ? undefined : money(line.materialCents),
    ),
    {
      key: 'hoechstbetrag',
      label: 'Höchstbetrag',
      kind: 'money',
      value: ({ ceilingCents }) => money(ceilingCents),
      sums: true,
    },
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

function titleCell({ line, contract, period }: LineRow, { names, link }: BookPage): CellView {
  const place = line.towns.length > 1 ? `${line.region} (${line.towns.join(', ')})` : line.region;
  return cell(line.title, {
    href: link(`${paths.contract(contract.id)}#zuweisung`),
    sub: [names.component(line.component), place, contract.title].join(' · '),
    ...(line.example !== undefined && { example: line.example }),
    ...(period === undefined && { badge: { tone: 'info', text: 'noch nicht wirksam' } }),
  });
}

function fundingText({ funding, way }: LineRow, { facts }: BookPage): string {
  if (way === 'refund') return '';
  if (funding?.source !== 'notice-line') return FUNDINGS[funding?.source ?? 'none'];
  return facts.noticeLines.get(funding.noticeLine)?.notice.title ?? funding.noticeLine;
}

function fundingCell(row: LineRow, page: BookPage): CellView {
  const name = fundingText(row, page);
  if (name === NOBODY) return { text: '', badge: { tone: 'warning', text: name } };
  if (row.funding?.source !== 'notice-line') return cell(name);
  const { noticeLine } = row.funding;
  const notice = page.facts.noticeLines.get(noticeLine)?.notice;
  if (notice === undefined) return cell(name);
  return cell(name, { href: page.link(`${paths.notice(notice.id)}#zeile-${noticeLine}`) });
}

function amountCell({ contract, line, entitlement }: LineRow, { link, asOf }: BookPage): CellView {
  if (entitlement === undefined) return cell('–');
  const href = link(paths.lineSheet(contract.id, line.id, asOf.year));
  return moneyCell(entitlement.amountCents, { explain: { href, label: 'Rechenblatt' } });
}
