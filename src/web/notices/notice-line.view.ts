import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { sumCents } from '../../domain/money/cents.js';
import { effectOf } from '../../grants/grants.js';
import type { NoticeLineDefinition } from '../../programmes/definitions/definition.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import type { OwnPostFigures } from '../../positions/book.queries.js';
import type { YearFigures } from '../book/book-facts.js';
import type { BookPage } from '../book/book-page.js';
import { countText, fteText } from '../book/words.js';
import type { NoteView, TileView } from '../components/parts.js';
import {
  BLANK,
  cell,
  fteCell,
  moneyCell,
  row,
  type RowView,
  type TableView,
} from '../components/table.js';
import type { Posted } from '../ledger/money-standings.js';
import { postedNoticeLine, type PostedNoticeLineView } from '../ledger/posted-notice.view.js';
import { paths } from '../paths.js';
import { termsTable } from './notice-terms.view.js';
import { useOfNoticeLine, type NoticeLineUse } from './notice-use.js';
import { regimeView, type RegimeView } from './regime.view.js';

/** A "Bescheidzeile" with its terms, its users and the rules of its component. */
export interface NoticeLineView {
  readonly id: string;
  readonly title: string;
  readonly subline: string;
  readonly tiles: readonly TileView[];
  /** An amending notice tells the line anew, or more is promised than granted (R1). */
  readonly notes: readonly NoteView[];
  readonly terms: TableView;
  readonly uses: TableView;
  /** Absent while nothing is posted. */
  readonly posted: PostedNoticeLineView | undefined;
  readonly regime: RegimeView;
  readonly regimeTitle: string;
}

export function noticeLineView(
  page: BookPage,
  notice: string,
  line: NoticeLineDefinition,
  { figures, posted }: { readonly figures: YearFigures; readonly posted: Posted | undefined },
): NoticeLineView {
  const granted = page.facts.noticeLines.get(line.id);
  const use = useOfNoticeLine(line, figures, { notice, granted, on: page.asOf.on });
  const component = page.names.componentDefinition(line.component);
  const regime = component?.regimes.find(
    ({ fromYear, toYear }) => fromYear <= line.year && line.year <= toYear,
  );
  return {
    id: line.id,
    title: `${page.names.component(line.component)}, ${line.year}`,
    subline: [component?.name ?? '', line.clause, line.example ?? ''].filter(Boolean).join(' · '),
    tiles: tilesOf(use),
    notes: [...toldNotes(use), ...shortageNotes(use)],
    terms: termsTable(line),
    uses: usesTable(page, use),
    posted: posted && postedNoticeLine(posted, line),
    regime: regimeView(regime),
    regimeTitle: `Was für ${page.names.component(line.component)} gegenüber dem Land gilt`,
  };
}

function tilesOf(use: NoticeLineUse): readonly TileView[] {
  const fteLine = (share: NoticeLineUse['ownFte']) => (share === 0 ? [] : [fteText(share)]);
  return [
    {
      label: 'Bewilligt',
      figure: formatEuro(use.line.amountCents),
      lines: fteLine(use.line.fte),
      tone: '',
    },
    {
      label: 'Weitergeleitet',
      figure: formatEuro(use.forwardedCents),
      lines: [
        ...fteLine(use.forwardedFte),
        countText(use.forwarded.length, 'Vertragszeile', 'Vertragszeilen'),
      ],
      tone: '',
    },
    {
      label: 'Eigene Stellen',
      figure: formatEuro(use.ownCents),
      lines: fteLine(use.ownFte),
      tone: '',
    },
    {
      label: 'Rest',
      figure: formatEuro(use.restCents),
      lines: [...fteLine(use.restFte), restText(use)],
      tone: use.short ? 'danger' : 'muted',
    },
  ];
}

function restText({ short, restCents }: NoticeLineUse): string {
  if (short) return 'überbucht';
  return restCents === 0n ? 'ganz verplant' : 'behält der Kreis';
}

function toldNotes({ toldBy }: NoticeLineUse): readonly NoteView[] {
  if (toldBy === undefined) return [];
  const from = formatGermanDay(effectOf(toldBy));
  const text = `„${toldBy.title}“ sagt diese Zeile seit ${from} neu. Was vergeben ist und was bleibt, zählt gegen den neuen Bescheid.`;
  return [{ tone: '', texts: [text] }];
}

function shortageNotes(use: NoticeLineUse): readonly NoteView[] {
  if (!use.short) return [];
  const text = `Verträge und eigene Stellen brauchen mehr, als das Land bewilligt hat: ${formatEuro(use.restCents)}, ${fteText(use.restFte)}. Bis die Verträge angepasst sind, sind Erhöhungen und Auszahlungen gesperrt.`;
  return [{ tone: 'danger', texts: [text] }];
}

function usesTable(page: BookPage, use: NoticeLineUse): TableView {
  return {
    id: `zeile-${use.line.id}-verwendung`,
    caption: 'Wer das Geld bekommt',
    columns: [
      { label: 'Wer' },
      { label: 'Wofür' },
      { label: 'VzÄ', numeric: true },
      { label: 'Betrag im Jahr', numeric: true },
    ],
    rows: [
      ...group(
        'Weitergeleitet',
        use.forwarded.map((line) => lineRow(page, line)),
      ),
      ...group(
        'Eigene Stellen des Kreises',
        use.ownPosts.map((post) => ownPostRow(page, post)),
      ),
      ...group(
        'Daneben aus eigenen Mitteln, nicht aus diesem Bescheid',
        use.ownFunds.map((line) => lineRow(page, line)),
      ),
    ],
    footer: footerOf(use),
  };
}

function group(title: string, rows: readonly RowView[]): readonly RowView[] {
  return rows.length === 0 ? [] : [row([cell(title)], 'group'), ...rows];
}

function lineRow(page: BookPage, line: LineEntitlement): RowView {
  return row(
    [
      cell(page.names.party(line.partner)),
      cell(line.title, { href: page.link(`${paths.contract(line.contract)}#zuweisung`) }),
      line.fte === 0 ? BLANK : fteCell(line.fte),
      moneyCell(line.ceilingCents),
    ],
    'child',
  );
}

function ownPostRow(page: BookPage, { entitlement, plannedCents }: OwnPostFigures): RowView {
  return row(
    [
      cell(page.names.party(entitlement.employer)),
      cell(entitlement.label, {
        href: page.link(paths.position(entitlement.position)),
        sub: entitlement.placeOfWork,
      }),
      fteCell(entitlement.plannedFte),
      moneyCell(plannedCents),
    ],
    'child',
  );
}

function footerOf(use: NoticeLineUse): readonly RowView[] {
  const used = sumCents([use.forwardedCents, use.ownCents]);
  const usedFte = (use.forwardedFte + use.ownFte) as NoticeLineUse['ownFte'];
  const badge = use.short ? { badge: { tone: 'danger', text: 'überbucht' } as const } : {};
  return [
    row([cell('Aus diesem Bescheid verplant'), BLANK, fteCell(usedFte), moneyCell(used)]),
    row([cell('Rest'), BLANK, fteCell(use.restFte), moneyCell(use.restCents, badge)]),
  ];
}
