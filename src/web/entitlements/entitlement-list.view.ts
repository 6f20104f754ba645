import { cents, type Cents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import type { LineEntitlement, PostEntitlement } from '../../positions/entitlements.queries.js';
import type { BookPage } from '../book/book-page.js';
import { selectionView, type Selection, type SelectionView } from '../book/selection.js';
import { percentOf } from '../book/share-text.js';
import { emptyText } from '../book/words.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import type { TileView } from '../components/parts.js';
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
import {
  amountOf,
  ceilingOf,
  entitlementTiles,
  isOwnForwarding,
} from './entitlement-tiles.view.js';

/** "Ansprüche": what the contracts yield in a year, by partner, line and post. */
export interface EntitlementListView {
  readonly selection: SelectionView;
  readonly tiles: readonly TileView[];
  readonly table: TableView;
  readonly note: string;
  readonly empty: string;
}

export function entitlementListView(page: BookPage, selection: Selection): EntitlementListView {
  const all = countedLines(page);
  const lines = all.filter(
    ({ partner, component }) =>
      (selection.partner === '' || partner === selection.partner) &&
      (selection.component === '' || component === selection.component),
  );
  return {
    selection: selectionView(page, paths.entitlements, selection, {
      parties: all.map(({ partner }) => partner),
      components: all.map(({ component }) => component),
    }),
    tiles: lines.length === 0 ? [] : entitlementTiles(page, lines),
    table: {
      id: 'ansprueche',
      caption: `Ansprüche im Förderjahr ${page.asOf.year}`,
      columns: [
        { label: 'Partner, Zeile, Stelle' },
        { label: 'VzÄ', numeric: true },
        { label: 'Besetzt', numeric: true },
        { label: 'Höchstbetrag', numeric: true },
        { label: 'Anspruch', numeric: true },
        { label: 'Unterschied', numeric: true },
      ],
      rows: partnersOf(page, lines).flatMap((partner) => partnerRows(page, partner, lines)),
      phone: 'pairs',
      footer: lines.length === 0 ? [] : [sumRow('Summe', lines.filter(isOwnForwarding))],
    },
    note: 'Der Anspruch folgt der besetzten Zeit und ist höchstens der Höchstbetrag der Zeile. Sobald ein Nachweis anerkannt ist, zählen höchstens die nachgewiesenen Ausgaben. Was ein Empfänger weiterleitet, steckt in seiner eigenen Zeile und ist in der Summe nicht noch einmal enthalten.',
    empty: lines.length > 0 ? '' : noClaim(page, selection),
  };
}

function noClaim({ asOf, facts }: BookPage, { partner, component }: Selection): string {
  if (facts.lines.size === 0) return emptyText(asOf, 'kein Vertrag');
  return partner === '' && component === ''
    ? `Im Jahr ${asOf.year} gibt kein Vertrag einen Anspruch.`
    : `Zu dieser Auswahl gibt es ${asOf.year} keinen Anspruch.`;
}

/** The lines that somebody pays for in the year. */
function countedLines({ figures }: BookPage): readonly LineEntitlement[] {
  return figures.lines.filter(({ zero }) => zero !== 'not-in-force' && zero !== 'no-funding');
}

function partnersOf({ names }: BookPage, lines: readonly LineEntitlement[]): readonly string[] {
  return [...new Set(lines.map(({ partner }) => partner))].toSorted((a, b) =>
    names.shortParty(a).localeCompare(names.shortParty(b), 'de'),
  );
}

function partnerRows(
  page: BookPage,
  partner: string,
  lines: readonly LineEntitlement[],
): readonly RowView[] {
  const own = lines.filter((line) => line.partner === partner);
  return [
    row([cell(page.names.party(partner))], 'group'),
    ...own.flatMap((line) => [
      lineRow(page, line),
      ...line.posts.map((post) => postRow(page, line, post)),
    ]),
  ];
}

function lineRow(page: BookPage, line: LineEntitlement): RowView {
  const { year } = page.figures;
  const kind = line.subForwarding ? ' · weitergeleitet, schon im Vertrag darüber' : '';
  return row(
    [
      cell(line.title, {
        href: page.link(`${paths.contract(line.contract)}#zuweisung`),
        sub: `${page.names.component(line.component)}${line.funding?.source === 'own-funds' ? ' · eigene Mittel' : ''}${kind}`,
      }),
      line.fte === 0 ? BLANK : fteCell(line.fte),
      BLANK,
      moneyCell(line.ceilingCents),
      moneyCell(line.amountCents, {
        explain: {
          href: page.link(paths.lineSheet(line.contract, line.line, year)),
          label: 'Rechenblatt',
        },
      }),
      differenceCell(line.amountCents, line.ceilingCents),
    ],
    'strong',
  );
}

function postRow(page: BookPage, line: LineEntitlement, post: PostEntitlement): RowView {
  const employer = post.employer === line.partner ? '' : page.names.shortParty(post.employer);
  const places = new Set([employer, post.placeOfWork].filter(Boolean));
  return row(
    [
      cell(post.label, {
        href: page.link(paths.position(post.position)),
        sub: [...places].join(', '),
      }),
      fteCell(post.plannedFte),
      filledCell(post),
      BLANK,
      moneyCell(post.amountCents, {
        explain: {
          href: page.link(paths.calculationSheet(post.position, page.figures.year)),
          label: 'Rechenblatt',
        },
      }),
      BLANK,
    ],
    'child',
  );
}

function filledCell({ share, zero }: PostEntitlement): CellView {
  if (zero !== undefined)
    return { text: '', badge: { tone: 'warning', text: zeroReasonTexts[zero] } };
  return cell(percentOf(share));
}

function differenceCell(amount: Cents, ceiling: Cents): CellView {
  const missing = cents(amount - ceiling);
  return missing === 0n ? cell('–') : moneyCell(missing);
}

function sumRow(title: string, lines: readonly LineEntitlement[]): RowView {
  const [amount, ceiling] = [amountOf(lines), ceilingOf(lines)];
  return row([
    cell(title),
    fteCell(sumFte(lines.map((line) => line.fte))),
    BLANK,
    moneyCell(ceiling),
    moneyCell(amount),
    moneyCell(cents(amount - ceiling)),
  ]);
}
