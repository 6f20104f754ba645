import { cents, type Cents } from '../../domain/money/cents.js';
import type { BookPage } from '../book/book-page.js';
import { emptyText } from '../book/words.js';
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
import { money, percent, text, valueCell, vzae } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { entitlementRows, type EntitlementKind, type EntitlementRow } from './entitlement-row.js';

const KINDS: Readonly<Record<EntitlementKind, string>> = {
  line: 'Zeilen, vom Kreis weitergeleitet',
  'sub-line': 'Zeilen, schon im Vertrag darüber',
  post: 'Stellen der Partner',
  'own-post': 'eigene Stellen des Kreises',
};

/** "Ansprüche": what the contracts yield in a year, by partner, line and post. */
export const entitlementsList = new KeptModels<EntitlementRow>({
  key: 'ansprueche',
  path: paths.entitlements,
  title: 'Ansprüche',
  noun: ['Anspruch', 'Ansprüche'],
  about:
    'Je Zeile der Anspruch einer Zuweisungszeile oder einer Stelle im Förderjahr bis zum Stichtag. Stellen stehen unter ihrer Zeile und sind in deren Betrag enthalten; Zeilen, die ein Empfänger weiterleitet, stecken in der Zeile darüber.',
  searchHint: 'Partner, Zeile, Stelle oder Ort',
  rows: entitlementRows,
  searched: ({ name, partner, component, line, post }, { names }) => [
    ...[name, names.party(partner), names.shortParty(partner), names.component(component)],
    ...[line?.title, post?.placeOfWork, post && names.shortParty(post.employer)],
  ],
  columns: columns(),
  filters: [
    partnerFilter(({ partner }) => [partner]),
    componentFilter(({ component }) => component),
    choiceFilter(['art', 'Art', 'Alle Arten'], KINDS, ({ kind }) => [kind]),
    choiceFilter(
      ['erreicht', 'Erreicht', 'Alles'],
      { full: 'ganz erreicht', part: 'nicht ganz erreicht', none: 'kein Betrag' },
      (row) => [row.amountCents === 0n ? 'none' : isWhole(row) ? 'full' : 'part'],
    ),
    contractFilter(({ line }) => line?.contract),
  ],
  sortedBy: 'partner',
  sum: { label: 'Summe', counts: ({ kind }) => kind === 'line' },
  tone: ({ kind }) => (kind === 'post' ? 'child' : kind === 'own-post' ? undefined : 'strong'),
  rules: ['R6', 'R6a', 'R7', 'R9'],
  empty: ({ asOf, facts }) =>
    facts.lines.size === 0
      ? emptyText(asOf, 'kein Vertrag')
      : `Im Jahr ${asOf.year} gibt kein Vertrag einen Anspruch.`,
});

function columns(): readonly ListColumn<EntitlementRow>[] {
  return [
    {
      key: 'zeile',
      label: 'Zeile, Stelle',
      kind: 'text',
      value: ({ name }) => text(name),
      cell: nameCell,
    },
    {
      key: 'partner',
      label: 'Partner',
      kind: 'text',
      value: ({ partner }, { names }) => text(names.shortParty(partner)),
    },
    inFile('art', 'Art', 'text', ({ kind }) => text(KINDS[kind])),
    inFile('baustein', 'Baustein', 'text', ({ component }, { names }) =>
      text(names.component(component)),
    ),
    inFile('in-zeile', 'In Zeile', 'text', ({ line }) => text(line?.title)),
    inFile('vertrag', 'Vertrag', 'text', ({ line }, { facts }) =>
      text(facts.lines.get(line?.line ?? '')?.contract.title),
    ),
    inFile('arbeitgeber', 'Arbeitgeber', 'text', ({ post }, { names }) =>
      text(post && names.shortParty(post.employer)),
    ),
    inFile('ort', 'Arbeitsort', 'text', ({ post }) => text(post?.placeOfWork)),
    ...figureColumns(),
  ];
}

function figureColumns(): readonly ListColumn<EntitlementRow>[] {
  return [
    {
      key: 'vzae',
      label: 'VzÄ',
      kind: 'fte',
      value: ({ fte }) => vzae(fte),
      cell: ({ fte }) => (fte === 0 ? BLANK : fteCell(fte)),
      sums: true,
    },
    {
      key: 'besetzt',
      label: 'Besetzt',
      kind: 'percent',
      value: ({ post }) => percent(post?.share),
      cell: filledCell,
    },
    {
      key: 'hoechstbetrag',
      label: 'Höchstbetrag',
      kind: 'money',
      value: (row) => money(ceilingOf(row)),
      sums: true,
    },
    {
      key: 'anspruch',
      label: 'Anspruch',
      kind: 'money',
      value: ({ amountCents }) => money(amountCents),
      cell: amountCell,
      sums: true,
    },
    {
      key: 'unterschied',
      label: 'Unterschied',
      kind: 'money',
      value: (row) => money(differenceOf(row)),
      cell: (row) => (differenceOf(row) === 0n ? cell('–') : valueCell(money(differenceOf(row)))),
      sums: true,
    },
  ];
}

/** A post has no ceiling of its own. */
function ceilingOf({ line, post }: EntitlementRow): Cents | undefined {
  return post === undefined ? line?.ceilingCents : undefined;
}

function differenceOf(row: EntitlementRow): Cents | undefined {
  const ceiling = ceilingOf(row);
  return ceiling === undefined ? undefined : cents(row.amountCents - ceiling);
}

function isWhole(row: EntitlementRow): boolean {
  const { post } = row;
  return post === undefined ? differenceOf(row) === 0n : post.share.n === post.share.d;
}

function nameCell(row: EntitlementRow, { names, link }: BookPage): CellView {
  const { kind, partner, name, component, line, post } = row;
  if (post !== undefined) {
    const own = kind === 'own-post' ? ['eigene Stelle', names.component(component)] : [];
    const lent = post.employer === partner ? [] : [names.shortParty(post.employer)];
    return cell(name, {
      href: link(paths.position(post.position)),
      sub: [...own, ...new Set([...lent, post.placeOfWork])].join(', '),
    });
  }
  return cell(name, {
    href: link(`${paths.contract(line?.contract ?? '')}#zuweisung`),
    sub: [
      names.component(component),
      ...(line?.funding?.source === 'own-funds' ? ['eigene Mittel'] : []),
      ...(kind === 'sub-line' ? ['weitergeleitet, schon im Vertrag darüber'] : []),
    ].join(' · '),
  });
}

function filledCell({ post }: EntitlementRow): CellView {
  if (post?.zero === undefined) return valueCell(percent(post?.share));
  return { text: '', badge: { tone: 'warning', text: zeroReasonTexts[post.zero] } };
}

function amountCell(
  { amountCents, line, post }: EntitlementRow,
  { link, asOf }: BookPage,
): CellView {
  const path =
    post === undefined
      ? paths.lineSheet(line?.contract ?? '', line?.line ?? '', asOf.year)
      : paths.calculationSheet(post.position, asOf.year);
  return moneyCell(amountCents, { explain: { href: link(path), label: 'Rechenblatt' } });
}
